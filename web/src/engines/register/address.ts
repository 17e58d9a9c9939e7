/** What the address of a register holds: the whole view, so that a link shows a colleague the same, by their rights. */
import { isCondition, isSort, type Condition, type Sort } from './conditions'

export interface RegisterSearch {
  /** A declared view by its key, a saved one by its number. */
  view?: string
  q?: string
  filter?: readonly Condition[]
  order?: readonly Sort[]
  /** `none`: not grouped although the view is. */
  by?: string
  /** Keys of the columns, in order, joined by dots. */
  cols?: string
  /** Numbers of folded rows in base 36, joined by dots. */
  fold?: string
  /** Folded groups, as their values. */
  shut?: readonly string[]
  /** The selected row (`sheet.row`) and column. */
  row?: string
  col?: string
  panel?: boolean
  /** As it was on this day. */
  on?: string
  show?: 'grid' | 'cards'
  compact?: boolean
}

/** What a saved or declared view says. */
export interface ViewConfig {
  readonly filter?: readonly Condition[]
  readonly sort?: readonly Sort[]
  readonly group?: string | null
  readonly columns?: readonly string[]
  readonly show?: 'grid' | 'cards'
  readonly compact?: boolean
}

/** The view as it is shown: what the address says, else what the chosen view says. */
export interface Shown {
  readonly q: string
  readonly filter: readonly Condition[]
  readonly sort: readonly Sort[]
  readonly group: string | undefined
  readonly columns: readonly string[] | undefined
  readonly show: 'grid' | 'cards' | undefined
  readonly compact: boolean
  readonly on: string | undefined
}

/** Reads the address; anything that does not fit is left out. */
export function readRegisterSearch(raw: Record<string, unknown>): RegisterSearch {
  const text = (key: string) => (typeof raw[key] === 'string' && raw[key] !== '' ? (raw[key] as string) : typeof raw[key] === 'number' ? String(raw[key]) : undefined)
  const list = <T>(key: string, fits: (value: unknown) => value is T) => (Array.isArray(raw[key]) ? (raw[key] as unknown[]).filter(fits) : undefined)
  const on = (key: string) => (raw[key] === true ? true : undefined)
  const found: RegisterSearch = {
    view: text('view'),
    q: text('q'),
    filter: list('filter', isCondition),
    order: list('order', isSort),
    by: text('by'),
    cols: text('cols'),
    fold: text('fold'),
    shut: list('shut', (value): value is string => typeof value === 'string'),
    row: text('row'),
    col: text('col'),
    panel: on('panel'),
    on: /^\d{4}-\d{2}-\d{2}$/.test(String(raw['on'])) ? String(raw['on']) : undefined,
    show: raw['show'] === 'grid' || raw['show'] === 'cards' ? raw['show'] : undefined,
    compact: on('compact'),
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined))
}

export function shownView(search: RegisterSearch, view: ViewConfig | undefined): Shown {
  return {
    q: search.q ?? '',
    filter: search.filter ?? view?.filter ?? [],
    sort: search.order ?? view?.sort ?? [],
    group: search.by === 'none' ? undefined : (search.by ?? view?.group ?? undefined),
    columns: search.cols?.split('.') ?? view?.columns,
    show: search.show ?? view?.show,
    compact: search.compact ?? view?.compact ?? false,
    on: search.on,
  }
}

/** What is saved of a view: how it looks, not where one stands in it. */
export function configOf(shown: Shown): ViewConfig {
  const { filter, sort, group, columns, show, compact } = shown
  return { filter, sort, group: group ?? null, ...(columns ? { columns } : {}), ...(show ? { show } : {}), ...(compact ? { compact } : {}) }
}

/** Whether the address changes the view that it names. */
export function isChanged(search: RegisterSearch): boolean {
  return [search.filter, search.order, search.by, search.cols, search.show, search.compact].some((part) => part !== undefined)
}

/** The rows leave their tree as soon as they are filtered, sorted, grouped or searched. */
export function isFlat(shown: Pick<Shown, 'q' | 'filter' | 'sort' | 'group'>): boolean {
  return shown.q.trim() !== '' || shown.filter.length > 0 || shown.sort.length > 0 || shown.group !== undefined
}

export function foldedRows(fold: string | undefined): ReadonlySet<number> {
  return new Set((fold ?? '').split('.').map((part) => Number.parseInt(part, 36)).filter(Number.isSafeInteger))
}

export function foldText(rows: ReadonlySet<number>): string | undefined {
  return rows.size > 0 ? [...rows].map((row) => row.toString(36)).join('.') : undefined
}
