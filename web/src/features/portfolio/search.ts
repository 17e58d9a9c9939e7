/** What the address of the portfolio page holds. Anything that does not fit is left out, so that an old link still opens. */

export const SORTS = ['name', 'status', 'finish', 'slip', 'spi_t', 'cpi', 'complete', 'milestone', 'growth'] as const
export const GROUPS = ['unit', 'portfolio', 'programme', 'manager', 'status'] as const
export const COLUMNS = ['status', 'stated', 'finish', 'baseline', 'slip', 'spi_t', 'cpi', 'complete', 'milestone', 'manager', 'unit', 'programme', 'trend', 'growth'] as const
export const DEFAULT_COLUMNS: readonly Column[] = ['status', 'stated', 'finish', 'slip', 'spi_t', 'cpi', 'complete', 'milestone']
/** What is shown where no project has a plan: what a plan would say is n/a for all of them. */
export const UNPLANNED_COLUMNS: readonly Column[] = ['status', 'stated', 'finish', 'baseline', 'slip', 'trend', 'growth', 'unit']
export const FIGURES = ['status', 'finish', 'baseline', 'slip', 'spi_t', 'cpi', 'complete', 'milestone', 'growth', 'trend'] as const
export const TILES = ['attention', 'late', 'worst', 'progress', 'unstated', 'trend'] as const

/** A column of the profiles of projects, by its key. */
export type ProfileKey = `p.${string}`
export type Sort = (typeof SORTS)[number] | ProfileKey
export type Group = (typeof GROUPS)[number] | ProfileKey
export type Column = (typeof COLUMNS)[number] | ProfileKey
/** What a column of the profile must hold: one of some values (as they are shown), something between two bounds, nothing, or anything. */
export type Condition = [key: string, operator: 'any_of', values: string[]] | [key: string, operator: 'between', bounds: [string | number | null, string | number | null]] | [key: string, operator: 'empty' | 'not_empty']
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
  /** Conditions on columns of the profiles; all of them hold. */
  where?: Condition[]
  /** The day on which the list is shown as it was. */
  on?: string
  /** The day since when slips and growth are told. */
  since?: string
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
    sort: one(raw.sort, SORTS) ?? profileKey(raw.sort),
    down: raw.down === true ? true : undefined,
    group: one(raw.group, GROUPS) ?? profileKey(raw.group),
    columns: columns(raw.columns),
    where: conditions(raw.where),
    on: day(raw.on),
    since: day(raw.since),
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

export function profileKey(value: unknown): ProfileKey | undefined {
  return typeof value === 'string' && /^p\.[a-z][a-z0-9_]{0,39}$/.test(value) ? (value as ProfileKey) : undefined
}

function columns(value: unknown): Column[] | undefined {
  if (!Array.isArray(value)) return undefined
  const found = value.map((each) => one(each, COLUMNS) ?? profileKey(each)).filter((each) => each !== undefined)
  return found.length > 0 ? [...new Set(found)] : undefined
}

function day(value: unknown): string | undefined {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined
}

function conditions(value: unknown): Condition[] | undefined {
  const found = Array.isArray(value) ? value.filter(isCondition) : []
  return found.length > 0 ? found : undefined
}

function isCondition(value: unknown): value is Condition {
  if (!Array.isArray(value) || typeof value[0] !== 'string') return false
  if (value[1] === 'any_of') return Array.isArray(value[2]) && value[2].every((each) => typeof each === 'string')
  if (value[1] === 'between') return Array.isArray(value[2]) && value[2].length === 2
  return value[1] === 'empty' || value[1] === 'not_empty'
}
