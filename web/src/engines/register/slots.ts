/**
 * The rows of a register as far as they were loaded: one slot for every row that there is, in order, empty until its page came.
 * Nothing is changed in place: every step makes new slots, so that a reader can compare.
 */
import type { Cells, Linked } from './cells'
import type { Told } from './columns'

/** `sheet:row`: one register may show rows of many sheets. */
export type RowKey = string

export interface RegisterRow {
  readonly key: RowKey
  readonly id: number
  readonly sheet: number
  readonly node?: number
  readonly nodeName?: string
  readonly parent: number | null
  readonly depth: number
  readonly hasChildren: boolean
  readonly cells: Cells
  /** Names of what it stands below, where the rows are flat. */
  readonly above?: readonly string[]
  readonly tones?: Readonly<Record<string, string>>
  /** What its cells lack, by column: a sentence by language. */
  readonly marks?: Readonly<Record<string, Told>>
  readonly comments: number
  readonly files: number
  /** The change that its cells are known from. */
  readonly seq: number
}

export interface Slots {
  readonly keys: readonly (RowKey | undefined)[]
  readonly rows: ReadonlyMap<RowKey, RegisterRow>
}

export const NO_SLOTS: Slots = { keys: [], rows: new Map() }
export const PAGE = 200

export const keyOf = (sheet: number, row: number): RowKey => `${sheet}:${row}`

export function placeOf(key: RowKey): Linked {
  const [sheet, row] = key.split(':').map(Number)
  return { sheet: sheet ?? 0, row: row ?? 0 }
}

export function linkKey({ sheet, row }: Linked): RowKey {
  return keyOf(sheet, row)
}

/** Slots for `total` rows with the given ones from `offset` on; what stood there is replaced, what lies beyond the end is forgotten. */
export function withPage(slots: Slots, offset: number, total: number, page: readonly RegisterRow[]): Slots {
  const keys = Array.from({ length: total }, (_, index) => slots.keys[index])
  const rows = new Map(slots.rows)
  const here = new Set(page.map((row) => row.key))
  // A row that moved into this page leaves the slot where it was known before.
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index]
    if (key !== undefined && here.has(key) && (index < offset || index >= offset + page.length)) keys[index] = undefined
  }
  page.forEach((row, index) => {
    keys[offset + index] = row.key
    const known = rows.get(row.key)
    rows.set(row.key, known && known.seq > row.seq ? { ...row, cells: known.cells, seq: known.seq } : row)
  })
  return { keys, rows }
}

export function rowAt(slots: Slots, index: number): RegisterRow | undefined {
  const key = slots.keys[index]
  return key === undefined ? undefined : slots.rows.get(key)
}

/** Where each loaded row stands. */
export function places(slots: Slots): Map<RowKey, number> {
  const found = new Map<RowKey, number>()
  slots.keys.forEach((key, index) => key !== undefined && found.set(key, index))
  return found
}

/** Which pages of the rows `first` to `last` are not wholly there. */
export function missingPages(slots: Slots, stale: ReadonlySet<number>, first: number, last: number): number[] {
  const pages: number[] = []
  const end = Math.min(last, slots.keys.length - 1)
  for (let page = Math.floor(Math.max(0, first) / PAGE); page * PAGE <= end; page += 1) {
    const [from, to] = [page * PAGE, Math.min((page + 1) * PAGE, slots.keys.length)]
    let whole = !stale.has(page)
    for (let index = from; whole && index < to; index += 1) whole = slots.keys[index] !== undefined
    if (!whole) pages.push(page)
  }
  return pages
}

/** New cells over those of a row that is loaded. */
export function withCells(slots: Slots, changes: Iterable<readonly [RowKey, Cells]>, seq?: number): Slots {
  const rows = new Map(slots.rows)
  for (const [key, cells] of changes) {
    const row = rows.get(key)
    if (row && (seq === undefined || seq > row.seq)) rows.set(key, { ...row, cells: { ...row.cells, ...cells }, seq: seq ?? row.seq })
  }
  return { ...slots, rows }
}

/** What was worked out about rows that are loaded, without their cells: colours, marks, how much was said and attached. */
export function withFacts(slots: Slots, told: readonly RegisterRow[]): Slots {
  const rows = new Map(slots.rows)
  for (const { key, tones, marks, comments, files } of told) {
    const row = rows.get(key)
    if (row) rows.set(key, { ...row, tones, marks, comments, files })
  }
  return { ...slots, rows }
}

/** Puts new rows in at an index. */
export function withInserted(slots: Slots, at: number, added: readonly RegisterRow[]): Slots {
  const rows = new Map(slots.rows)
  added.forEach((row) => rows.set(row.key, row))
  return { keys: [...slots.keys.slice(0, at), ...added.map((row) => row.key), ...slots.keys.slice(at)], rows }
}

/** Behind the rows of a sheet as far as they are loaded, or where they would stand: sheets follow each other in the given order. */
export function endOf(slots: Slots, sheet: number, order: ReadonlyMap<number, number>): number {
  const rank = order.get(sheet) ?? Infinity
  let end = 0
  slots.keys.forEach((_, index) => {
    const row = rowAt(slots, index)
    if (row && (order.get(row.sheet) ?? Infinity) <= rank) end = index + 1
  })
  return end
}

/** Takes rows away together with all that stands below them, as far as it is loaded. */
export function withoutRows(slots: Slots, gone: ReadonlySet<RowKey>): Slots {
  const keys: (RowKey | undefined)[] = []
  let below = Infinity
  for (const key of slots.keys) {
    const row = key === undefined ? undefined : slots.rows.get(key)
    if (row && row.depth <= below) below = gone.has(row.key) ? row.depth : Infinity
    if (row && (gone.has(row.key) || row.depth > below)) continue
    if (!row) below = Infinity
    keys.push(key)
  }
  return { keys, rows: slots.rows }
}

/** How many slots the branch of the row at an index takes up, itself included. */
export function branchLength(slots: Slots, index: number): number {
  const depth = rowAt(slots, index)?.depth ?? 0
  let end = index + 1
  for (let row = rowAt(slots, end); row && row.depth > depth; row = rowAt(slots, end)) end += 1
  return end - index
}

/** Cuts the slots `from` to `from + count` out and puts them in again, so many levels deeper, before the slot `to` of what is left. */
export function withMoved(slots: Slots, from: number, count: number, to: number, deeper: number, parent: number | null): Slots {
  const taken = slots.keys.slice(from, from + count)
  const left = [...slots.keys.slice(0, from), ...slots.keys.slice(from + count)]
  const rows = new Map(slots.rows)
  const top = rowAt(slots, from)?.depth
  for (const key of taken) {
    const row = key === undefined ? undefined : rows.get(key)
    if (row) rows.set(row.key, { ...row, depth: row.depth + deeper, parent: row.depth === top ? parent : row.parent })
  }
  return { keys: [...left.slice(0, to), ...taken, ...left.slice(to)], rows }
}
