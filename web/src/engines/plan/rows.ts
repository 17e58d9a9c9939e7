/**
 * The rows of a plan as the browser holds them: a tree of ids with cells, its depth-first order, and what of it is
 * on the screen when branches are collapsed or a filter is set. Nothing here knows React or the network.
 */

export type RowId = number

/** A value that did not fit its column: kept as typed, with the reason. */
export interface Misfit {
  raw: unknown
  problem: string
}

export type CellValue = unknown
export type Cells = Readonly<Record<string, CellValue>>

export interface Row {
  readonly id: RowId
  readonly parent: RowId | null
  readonly cells: Cells
}

/** One state of the rows. Never changed in place: an operation makes a new one that shares what stayed. */
export interface RowSet {
  readonly rows: ReadonlyMap<RowId, Row>
  readonly children: ReadonlyMap<RowId | null, readonly RowId[]>
}

export const NO_ROWS: RowSet = { rows: new Map(), children: new Map() }

export function isMisfit(value: CellValue): value is Misfit {
  return typeof value === 'object' && value !== null && 'raw' in value && 'problem' in value
}

/** Builds the set from rows in depth-first order, as the server sends them. */
export function rowSet(rows: Iterable<Row>): RowSet {
  const byId = new Map<RowId, Row>()
  const children = new Map<RowId | null, RowId[]>()
  for (const row of rows) {
    byId.set(row.id, row)
    const siblings = children.get(row.parent)
    if (siblings) siblings.push(row.id)
    else children.set(row.parent, [row.id])
  }
  return { rows: byId, children }
}

export function childrenOf(set: RowSet, parent: RowId | null): readonly RowId[] {
  return set.children.get(parent) ?? []
}

/** True where `id` is `ancestor` itself or stands anywhere below it. */
export function isWithin(set: RowSet, id: RowId, ancestor: RowId): boolean {
  for (let at: RowId | null = id; at !== null; at = set.rows.get(at)?.parent ?? null) if (at === ancestor) return true
  return false
}

/** The row and all below it, depth first. */
export function branch(set: RowSet, id: RowId): RowId[] {
  const found: RowId[] = []
  const open = [id]
  while (open.length > 0) {
    const next = open.pop() as RowId
    found.push(next)
    const below = childrenOf(set, next)
    for (let i = below.length - 1; i >= 0; i -= 1) open.push(below[i] as RowId)
  }
  return found
}

/** A row with the place where it stands: `number` is what people see and type (1 for the first row of the plan). */
export interface Placed {
  readonly row: Row
  readonly number: number
  readonly depth: number
  readonly hasChildren: boolean
}

export interface Outline {
  /** Every row in order, whether shown or not. */
  readonly all: readonly Placed[]
  /** The rows on the screen, in order. */
  readonly shown: readonly Placed[]
  /** Index in `shown` of each shown row. */
  readonly shownAt: ReadonlyMap<RowId, number>
  readonly byId: ReadonlyMap<RowId, Placed>
}

export interface OutlineView {
  readonly collapsed: ReadonlySet<RowId>
  /** Rows that pass are shown together with what they stand under; collapsed branches open for them. */
  readonly passes?: (row: Row) => boolean
}

/** Works out order, numbers and what is shown. Linear in the number of rows. */
export function outline(set: RowSet, view: OutlineView): Outline {
  const all = placeAll(set)
  const byId = new Map(all.map((placed) => [placed.row.id, placed]))
  const shown = view.passes ? filtered(all, byId, view.passes) : uncollapsed(all, view.collapsed)
  const shownAt = new Map(shown.map((placed, index) => [placed.row.id, index]))
  return { all, shown, shownAt, byId }
}

function placeAll(set: RowSet): Placed[] {
  const all: Placed[] = []
  const open: [RowId, number][] = [...childrenOf(set, null)].reverse().map((id) => [id, 0])
  while (open.length > 0) {
    const [id, depth] = open.pop() as [RowId, number]
    const row = set.rows.get(id)
    if (!row) continue
    const below = childrenOf(set, id)
    all.push({ row, number: all.length + 1, depth, hasChildren: below.length > 0 })
    for (let i = below.length - 1; i >= 0; i -= 1) open.push([below[i] as RowId, depth + 1])
  }
  return all
}

function uncollapsed(all: readonly Placed[], collapsed: ReadonlySet<RowId>): readonly Placed[] {
  if (collapsed.size === 0) return all
  const shown: Placed[] = []
  let hiddenBelow = Infinity
  for (const placed of all) {
    if (placed.depth > hiddenBelow) continue
    hiddenBelow = collapsed.has(placed.row.id) ? placed.depth : Infinity
    shown.push(placed)
  }
  return shown
}

function filtered(all: readonly Placed[], byId: ReadonlyMap<RowId, Placed>, passes: (row: Row) => boolean): Placed[] {
  const kept = new Set<RowId>()
  for (const placed of all) {
    if (!passes(placed.row)) continue
    for (let at: RowId | null = placed.row.id; at !== null && !kept.has(at); at = byId.get(at)?.row.parent ?? null) kept.add(at)
  }
  return all.filter((placed) => kept.has(placed.row.id))
}
