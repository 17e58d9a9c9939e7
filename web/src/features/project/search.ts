/** What the address of a project holds: on every tab the figure in the inspector, on the overview how the S-curve is shown. */
export const FIGURES = ['status', 'finish', 'slip', 'spi_t', 'cpi', 'complete', 'milestone', 'growth', 'trend'] as const
export type Figure = (typeof FIGURES)[number]

export interface ProjectSearch {
  figure?: Figure
}

export interface OverviewSearch {
  /** The S-curve as a table. */
  table?: true
}

export function readProjectSearch(raw: Record<string, unknown>): ProjectSearch {
  return { figure: FIGURES.find((figure) => figure === raw.figure) }
}

export function readOverviewSearch(raw: Record<string, unknown>): OverviewSearch {
  return { table: raw.table === true ? true : undefined }
}
