/** The columns of the list: what each shows, how wide it is, what it is sorted by, which figure it opens. */
import { useLingui } from '@lingui/react/macro'
import type { PortfolioItem } from '~/client/types'
import { useMemo } from 'react'
import { alignOf, type Column as ProfileColumn } from '~/engines/register/columns'
import { Figure, GrowthCell, IndexCell, ProgressCell, ProfileCell, TrendCell } from '~/features/portfolio/cells'
import { usePage } from '~/features/portfolio/profileContext'
import { bare, offered, SHOWN_ELSEWHERE, type Profiles } from '~/features/portfolio/profiles'
import { COLUMNS, type Column, type Figure as FigureName, type Sort } from '~/features/portfolio/search'
import { usePortfolioSearch } from '~/features/portfolio/usePortfolio'
import type { Format } from '~/lib/useFormat'
import { colourOf, StatusMark } from '~/ui/StatusMark'

export interface ColumnSpec {
  key: Column
  /** Pixels that it needs, and its share of what is left over. */
  min: number
  grow: number
  sort?: Sort
  figure?: FigureName
  right?: boolean
  /** The column of the profile that is edited here. */
  edits?: ProfileColumn
  cell: (item: PortfolioItem, format: Format) => React.ReactNode
}

export const NAME_COLUMN = { min: 256, grow: 1.6 }

export const COLUMN_SPECS: readonly ColumnSpec[] = [
  { key: 'status', min: 72, grow: 0, sort: 'status', figure: 'status', cell: (item) => <StatusMark colour={colourOf(item.proposed_status)} /> },
  { key: 'stated', min: 72, grow: 0, cell: (item) => <StatusMark colour={colourOf(item.stated_status)} /> },
  { key: 'finish', min: 120, grow: 0.2, sort: 'finish', figure: 'finish', right: true, cell: (item, format) => item.finish && <time title={format.moment(item.finish)}>{format.date(item.finish)}</time> },
  { key: 'baseline', min: 120, grow: 0.2, figure: 'baseline', right: true, cell: (item, format) => item.baseline_finish && <time title={format.moment(item.baseline_finish)}>{format.date(item.baseline_finish)}</time> },
  { key: 'slip', min: 88, grow: 0.2, sort: 'slip', figure: 'slip', right: true, cell: (item, format) => item.slip_days !== null && <Figure strong={item.slip_days > 0}>{format.slip(item.slip_days)}</Figure> },
  { key: 'spi_t', min: 72, grow: 0.2, sort: 'spi_t', figure: 'spi_t', right: true, cell: (item) => <IndexCell index={item.spi_t} /> },
  { key: 'cpi', min: 64, grow: 0.2, sort: 'cpi', figure: 'cpi', right: true, cell: (item) => <IndexCell index={item.cpi} /> },
  { key: 'complete', min: 180, grow: 0.2, sort: 'complete', figure: 'complete', cell: (item) => <ProgressCell item={item} /> },
  {
    key: 'milestone',
    min: 252,
    grow: 2.6,
    sort: 'milestone',
    figure: 'milestone',
    cell: (item, format) =>
      item.next_milestone && (
        <time title={`${item.next_milestone.name}: ${format.moment(item.next_milestone.finish)}`}>
          {format.date(item.next_milestone.finish)} <span data-dim>{item.next_milestone.name}</span>
        </time>
      ),
  },
  { key: 'manager', min: 110, grow: 1, cell: (item) => item.manager && <span title={item.manager.name}>{item.manager.name}</span> },
  { key: 'unit', min: 100, grow: 1, cell: (item) => item.unit && <span title={item.unit}>{item.unit}</span> },
  { key: 'programme', min: 110, grow: 1, cell: (item) => item.programme && <span title={item.programme}>{item.programme}</span> },
  { key: 'trend', min: 180, grow: 0.2, figure: 'trend', right: true, cell: (item) => <TrendCell item={item} /> },
  { key: 'growth', min: 96, grow: 0.2, sort: 'growth', figure: 'growth', right: true, cell: (item) => <GrowthCell item={item} /> },
]

/** All that can be shown, in order: what the page knows, then the columns of the profiles. */
export function useAllColumns(): Column[] {
  const { profiles } = usePage()
  return useMemo(() => [...COLUMNS, ...offered(profiles).map((column) => `p.${column.key}` as const)], [profiles])
}

/** What is shown. */
export function useShownColumns(): ColumnSpec[] {
  const { profiles, usual } = usePage()
  const wanted = usePortfolioSearch().columns ?? usual
  return useMemo(() => wanted.map((key) => specOf(key, profiles)).filter((spec) => spec !== undefined), [wanted, profiles])
}

function specOf(key: Column, profiles: Profiles): ColumnSpec | undefined {
  const column = profiles.byKey.get(bare(key))
  if (column) {
    const right = alignOf(column) === 'right' || column.type === 'date' || undefined
    return { key, min: Math.max(80, Math.min(220, column.width)), grow: column.type === 'text' ? 1 : 0.2, sort: key as Sort, right, edits: column, cell: (item) => <ProfileCell item={item} column={column} /> }
  }
  const known = COLUMN_SPECS.find((spec) => spec.key === key)
  const role = Object.keys(SHOWN_ELSEWHERE).find((each) => SHOWN_ELSEWHERE[each] === key)
  const edits = role && profiles.byKey.get(profiles.roles[role] ?? '')
  return known && edits ? { ...known, edits } : known
}

export function useColumnName(): (column: Column | 'name') => string {
  const { t } = useLingui()
  const { profiles } = usePage()
  const names: Record<string, string> = {
    name: t`Project`,
    status: t`Status`,
    stated: t`Stated`,
    finish: t`Finish`,
    baseline: t`Baseline`,
    slip: t`Slip`,
    spi_t: 'SPI(t)',
    cpi: 'CPI',
    complete: t`Complete`,
    milestone: t`Next milestone`,
    manager: t`Manager`,
    unit: t`Unit`,
    programme: t`Programme`,
    trend: t`Slip over time`,
    growth: t`Cost growth`,
  }
  return (column) => names[column] ?? profiles.byKey.get(bare(column))?.title ?? bare(column)
}
