/** What the address of a project's overview holds. */
export const FIGURES = ['status', 'finish', 'slip', 'spi_t', 'cpi', 'complete'] as const
export type Figure = (typeof FIGURES)[number]

export interface OverviewSearch {
  figure?: Figure
  /** The S-curve as a table. */
  table?: true
}

export function readOverviewSearch(raw: Record<string, unknown>): OverviewSearch {
  return { figure: FIGURES.find((figure) => figure === raw.figure), table: raw.table === true ? true : undefined }
}
