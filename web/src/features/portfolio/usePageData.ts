/** The profiles of the page's projects in the reader's language, and their forecasts over time where a column shows them. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { trendQuery } from '~/client/profiles'
import type { Portfolio, ProjectTrend } from '~/client/types'
import type { PageData } from '~/features/portfolio/profileContext'
import { DEFAULT_COLUMNS, UNPLANNED_COLUMNS } from '~/features/portfolio/search'
import { usePortfolioSearch } from '~/features/portfolio/usePortfolio'
import { useProfileWords } from '~/ui/profile/useProfileWords'

const NO_TRENDS: ReadonlyMap<number, ProjectTrend> = new Map()

export function usePageData(portfolio: Portfolio): PageData {
  const { node, columns } = usePortfolioSearch()
  const usual = useMemo(() => (portfolio.items.some((item) => item.sheet_id !== null) ? DEFAULT_COLUMNS : UNPLANNED_COLUMNS), [portfolio.items])
  const trend = useQuery({ ...trendQuery(node ?? null, undefined), enabled: (columns ?? usual).includes('trend') })
  const said = useProfileWords(portfolio.columns, portfolio.names, portfolio.currency)
  return useMemo(() => {
    const profiles = { ...said, byKey: new Map(said.columns.map((column) => [column.key, column])), people: Object.values(portfolio.names) }
    const trends = trend.data ? new Map(trend.data.projects.map((one) => [one.id, one])) : NO_TRENDS
    return { profiles, trends, past: portfolio.past, usual }
  }, [said, portfolio.names, portfolio.past, trend.data, usual])
}
