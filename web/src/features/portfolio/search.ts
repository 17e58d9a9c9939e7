/** What the address of the portfolio page holds. Anything that does not fit is left out, so that an old link still opens. */

export const SORTS = ['name', 'status', 'finish', 'slip', 'spi_t', 'cpi', 'complete', 'milestone'] as const
export const GROUPS = ['unit', 'portfolio', 'programme', 'manager', 'status'] as const
export const COLUMNS = ['status', 'stated', 'finish', 'baseline', 'slip', 'spi_t', 'cpi', 'complete', 'milestone', 'manager', 'unit', 'programme'] as const
export const DEFAULT_COLUMNS: readonly Column[] = ['status', 'stated', 'finish', 'slip', 'spi_t', 'cpi', 'complete', 'milestone']
export const FIGURES = ['status', 'finish', 'baseline', 'slip', 'spi_t', 'cpi', 'complete', 'milestone'] as const
export const TILES = ['attention', 'late', 'worst', 'progress', 'unstated'] as const

export type Sort = (typeof SORTS)[number]
export type Group = (typeof GROUPS)[number]
export type Column = (typeof COLUMNS)[number]
export type Figure = (typeof FIGURES)[number]
export type Tile = (typeof TILES)[number]
export type StatusFilter = 'G' | 'A' | 'R' | 'grey'

export interface PortfolioSearch {
  node?: number
  q?: string
  status?: StatusFilter[]
  late?: true
  sort?: Sort
  down?: true
  group?: Group
  columns?: Column[]
  /** The project whose figure stands in the inspector. */
  open?: number
  figure?: Figure
  /** The figure of the strip that stands in the inspector. */
  tile?: Tile
}

type Raw = Record<string, unknown>

export function readPortfolioSearch(raw: Raw): PortfolioSearch {
  return {
    node: whole(raw.node),
    q: typeof raw.q === 'string' && raw.q !== '' ? raw.q : undefined,
    status: several(raw.status, ['G', 'A', 'R', 'grey'] as const),
    late: raw.late === true ? true : undefined,
    sort: one(raw.sort, SORTS),
    down: raw.down === true ? true : undefined,
    group: one(raw.group, GROUPS),
    columns: several(raw.columns, COLUMNS),
    open: whole(raw.open),
    figure: one(raw.figure, FIGURES),
    tile: one(raw.tile, TILES),
  }
}

function whole(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : undefined
}

function one<T extends string>(value: unknown, known: readonly T[]): T | undefined {
  return known.find((candidate) => candidate === value)
}

function several<T extends string>(value: unknown, known: readonly T[]): T[] | undefined {
  if (!Array.isArray(value)) return undefined
  const found = value.filter((candidate): candidate is T => known.some((one) => one === candidate))
  return found.length > 0 ? found : undefined
}
