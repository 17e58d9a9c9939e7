/** What the page of a register knows, and how an answer of the server changes it. Pure. */
import type { RegisterHead, RowAnswer, RowsQuery, WindowAnswer } from '~/client/registers'
import type { ChangeAnswer } from '~/client/sheets'
import type { Cells } from '~/engines/register/cells'
import type { Group } from '~/engines/register/lines'
import { keyOf, NO_SLOTS, placeOf, rowAt, withCells, type RegisterRow, type RowKey, type Slots } from '~/engines/register/slots'

export type Totals = NonNullable<WindowAnswer['totals']>

export interface RegisterState {
  readonly status: 'loading' | 'ready' | 'failed'
  readonly error?: unknown
  readonly head: RegisterHead | null
  /** What is shown: what the server confirmed with everything on its way over it. */
  readonly slots: Slots
  readonly groups: readonly Group[]
  readonly totals: Totals
  readonly names: ReadonlyMap<number, string>
  /** Names of linked rows by `sheet:row`; null for one that is not shared. */
  readonly links: ReadonlyMap<RowKey, string | null>
  readonly seqs: ReadonlyMap<number, number>
  readonly fresh: ReadonlySet<RowKey>
  readonly pending: ReadonlySet<RowKey>
  readonly offline: boolean
  readonly waiting: number
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** Rows of another view are on their way. */
  readonly turning: boolean
  /** A view that could not be read: the rows are those of the one before. */
  readonly stayed: RowsQuery | null
  /** Something changed that the filter, the sort or the groups depend on: the order on the screen is the one from before. */
  readonly orderIsOld: boolean
  /** Counts the views that were asked for, so that the page can go back to the top. */
  readonly views: number
}

export const NO_QUERY: RowsQuery = { filter: [], sort: [], group: null, search: '', closed: [] }

export const LOADING: RegisterState = {
  status: 'loading', head: null, slots: NO_SLOTS, groups: [], totals: {}, names: new Map(), links: new Map(), seqs: new Map(), fresh: new Set(), pending: new Set(),
  offline: false, waiting: 0, canUndo: false, canRedo: false, turning: false, stayed: null, orderIsOld: false, views: 0,
} // prettier-ignore

/** The rows of a window as slots hold them. */
export function rowsOf(answer: WindowAnswer, sheet: number | undefined): RegisterRow[] {
  return answer.rows.map((row) => rowOf(row, row.sheet_id ?? sheet ?? 0, answer))
}

function rowOf(row: RowAnswer, sheet: number, answer: WindowAnswer): RegisterRow {
  return {
    key: keyOf(sheet, row.id),
    id: row.id,
    sheet,
    node: row.node_id ?? undefined,
    nodeName: row.node_name ?? undefined,
    parent: row.parent_id,
    depth: row.depth,
    hasChildren: row.has_children,
    cells: row.cells,
    above: row.above ?? undefined,
    tones: row.tones ?? undefined,
    marks: row.marks ?? undefined,
    comments: row.comments ?? 0,
    files: row.files ?? 0,
    seq: answer.seqs?.[String(sheet)] ?? answer.seq ?? 0,
  }
}

/** Names, links, groups and totals of a window over those that are known. */
export function mentioned(state: RegisterState, answer: WindowAnswer): Pick<RegisterState, 'names' | 'links' | 'groups' | 'totals'> {
  const names = new Map(state.names)
  for (const [id, name] of Object.entries(answer.names ?? {})) names.set(Number(id), name)
  const links = new Map(state.links)
  for (const [key, link] of Object.entries(answer.links ?? {})) links.set(key, link === null ? null : link.name)
  return { names, links, groups: answer.groups ?? [], totals: answer.totals ?? {} }
}

/** Which change the rows of a sheet are known from: head and rows are read side by side, and what is older counts. */
export function knownFrom(seqs: ReadonlyMap<number, number>, sheet: number | undefined, seq: number | undefined): ReadonlyMap<number, number> {
  if (sheet === undefined || seq === undefined) return seqs
  return new Map(seqs).set(sheet, Math.min(seq, seqs.get(sheet) ?? seq))
}

/** The changed cells of an answer, by row. */
export function deltasOf(change: ChangeAnswer, sheet: number): [RowKey, Cells][] {
  const told = Object.entries(change.deltas ?? {}).map(([id, cells]): [RowKey, Cells] => [keyOf(sheet, Number(id)), cells])
  const added = (change.inserted ?? []).map((row): [RowKey, Cells] => [keyOf(sheet, row.id), row.cells])
  return [...added, ...told]
}

/** Whether rows came, went or moved. */
export function isStructural(change: ChangeAnswer): boolean {
  return (change.inserted?.length ?? 0) + (change.moved?.length ?? 0) + (change.removed?.length ?? 0) > 0
}

/** The loaded rows that differ between two states. */
export function differing(before: Slots, page: readonly RegisterRow[]): RowKey[] {
  return page.filter((row) => JSON.stringify(before.rows.get(row.key)?.cells) !== JSON.stringify(row.cells)).map((row) => row.key)
}

/** Whether the page holds other rows, or in another order, than the slots do. */
export function isOtherOrder(slots: Slots, offset: number, total: number, page: readonly RegisterRow[]): boolean {
  return total !== slots.keys.length || page.some((row, index) => (slots.keys[offset + index] ?? row.key) !== row.key)
}

/** What is shown of what is on its way. */
export function withWaiting(confirmed: Slots, waiting: readonly ReadonlyMap<RowKey, Cells>[]): { slots: Slots; pending: Set<RowKey> } {
  const pending = new Set<RowKey>()
  let slots = confirmed
  for (const cells of waiting) {
    if (cells.size === 0) continue
    slots = withCells(slots, cells)
    for (const key of cells.keys()) pending.add(key)
  }
  return { slots, pending }
}

/** Ids of the rows between two slots, with the sheets they are in; those that are not loaded are left out. */
export function rowsBetween(slots: Slots, first: number, count: number): RegisterRow[] {
  return Array.from({ length: count }, (_, index) => rowAt(slots, first + index)).filter((row) => row !== undefined)
}

/** Edited cells as operations, one a row, by the sheet that each row stands in. */
export function partsOf(changes: ReadonlyMap<RowKey, Cells>): { sheet: number; ops: unknown[] }[] {
  const bySheet = new Map<number, unknown[]>()
  for (const [key, cells] of changes) {
    const { sheet, row } = placeOf(key)
    const ops = bySheet.get(sheet) ?? []
    ops.push({ op: 'set', row, cells })
    bySheet.set(sheet, ops)
  }
  return [...bySheet].map(([sheet, ops]) => ({ sheet, ops }))
}

/** Across sheets the pages come one by one: the oldest change that the rows of an edit are known from. */
export function oldestSeq(slots: Slots, { sheet, ops }: { sheet: number; ops: readonly unknown[] }): number | undefined {
  const rows = (ops as { op?: string; row?: number }[]).filter((op) => op.op === 'set').map((op) => slots.rows.get(keyOf(sheet, op.row ?? 0)))
  const seqs = rows.filter((row) => row !== undefined).map((row) => row.seq)
  return seqs.length > 0 ? Math.min(...seqs) : undefined
}

/** The groups with their sums of now, where they are still the same ones; else those of before, which the page says to be old. */
export function groupsNow(before: readonly Group[], now: readonly Group[]): readonly Group[] {
  const same = before.length === now.length && now.every((group, at) => group.start === before[at]?.start && group.count === before[at]?.count && JSON.stringify(group.value) === JSON.stringify(before[at]?.value))
  return same ? now : before
}

/** Whether the rows leave their tree. */
export function isFlatQuery({ filter, sort, group, search }: RowsQuery): boolean {
  return filter.length > 0 || sort.length > 0 || group !== null || search.trim() !== ''
}

/** Whether the order on the screen depends on cells that changed. */
export function decidesOrder({ filter, sort, group, search }: RowsQuery, deltas: readonly (readonly [RowKey, Cells])[]): boolean {
  const keys = new Set([...(filter as unknown[][]), ...(sort as unknown[][])].map((one) => String(one[0])).concat(group ?? []))
  return search.trim() !== '' || deltas.some(([, cells]) => Object.keys(cells).some((key) => keys.has(key)))
}
