/** The profiles' columns for all parts of the page, and the forecasts over time where a column shows them. */
import { createContext, useContext } from 'react'
import type { ProjectTrend } from '~/client/types'
import { NO_PROFILES, type Profiles } from '~/features/portfolio/profiles'
import { DEFAULT_COLUMNS, type Column } from '~/features/portfolio/search'

export interface PageData {
  profiles: Profiles
  trends: ReadonlyMap<number, ProjectTrend>
  /** The day that is shown, where it lies back: then nothing is edited. */
  past: string | null
  /** The columns that are shown where nobody chose any. */
  usual: readonly Column[]
}

export const PageContext = createContext<PageData>({ profiles: NO_PROFILES, trends: new Map(), past: null, usual: DEFAULT_COLUMNS })

export function usePage(): PageData {
  return useContext(PageContext)
}
