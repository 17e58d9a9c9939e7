/**
 * The operations of a sheet, applied in the browser so that an edit shows at once. The server is the judge: what it
 * answers replaces what was worked out here. Every operation is total: one that no longer makes sense (its row is gone)
 * changes nothing.
 */
import { branch, childrenOf, isWithin, type Cells, type Row, type RowId, type RowSet } from './rows'

export type Operation =
  | { readonly op: 'set'; readonly row: RowId; readonly cells: Cells }
  | { readonly op: 'insert'; readonly row: RowId; readonly parent: RowId | null; readonly after: RowId | null; readonly cells: Cells }
  | { readonly op: 'delete'; readonly rows: readonly RowId[] }
  | { readonly op: 'move'; readonly rows: readonly RowId[]; readonly parent: RowId | null; readonly after: RowId | null }
  | { readonly op: 'settings'; readonly values: Cells }

/** New values by row and column key, as the server sends them. */
export type Deltas = Readonly<Record<string, Cells>>

export function applyOperations(set: RowSet, operations: readonly Operation[]): RowSet {
  return operations.reduce(applyOperation, set)
}

export function applyOperation(set: RowSet, operation: Operation): RowSet {
  switch (operation.op) {
    case 'set':
      return withCells(set, [[operation.row, operation.cells]])
    case 'insert':
      return inserted(set, { id: operation.row, parent: operation.parent, cells: operation.cells }, operation.after)
    case 'delete':
      return withoutRows(set, operation.rows)
    case 'move':
      return moved(set, operation.rows, operation.parent, operation.after)
    case 'settings':
      return set
  }
}

export function applyDeltas(set: RowSet, deltas: Deltas): RowSet {
  return withCells(
    set,
    Object.entries(deltas).map(([id, cells]) => [Number(id), cells]),
  )
}

/** Merges cells into rows; `undefined` and `null` empty a cell. */
export function withCells(set: RowSet, changes: readonly (readonly [RowId, Cells])[]): RowSet {
  if (changes.length === 0) return set
  const rows = new Map(set.rows)
  for (const [id, cells] of changes) {
    const row = rows.get(id)
    if (row) rows.set(id, { ...row, cells: { ...row.cells, ...cells } })
  }
  return { ...set, rows }
}

/** Puts a row after a sibling, or first below its parent; one that is there already only takes the cells and the place. */
export function inserted(set: RowSet, row: Row, after: RowId | null): RowSet {
  if (row.parent !== null && !set.rows.has(row.parent)) return set
  const without = set.rows.has(row.id) ? detached(set, [row.id]) : set
  const rows = new Map(without.rows).set(row.id, row)
  return { rows, children: withSiblings(without.children, row.parent, [row.id], after) }
}

export function withoutRows(set: RowSet, ids: readonly RowId[]): RowSet {
  const gone = new Set(ids.filter((id) => set.rows.has(id)).flatMap((id) => branch(set, id)))
  if (gone.size === 0) return set
  const rows = new Map([...set.rows].filter(([id]) => !gone.has(id)))
  const children = new Map<RowId | null, readonly RowId[]>()
  for (const [parent, ids] of set.children) {
    if (parent !== null && gone.has(parent)) continue
    children.set(parent, ids.some((id) => gone.has(id)) ? ids.filter((id) => !gone.has(id)) : ids)
  }
  return { rows, children }
}

/** Moves rows, with all below them, under a parent. A move of a row into its own branch changes nothing. */
export function moved(set: RowSet, ids: readonly RowId[], parent: RowId | null, after: RowId | null): RowSet {
  const known = ids.filter((id) => set.rows.has(id))
  const impossible = parent !== null && (!set.rows.has(parent) || known.some((id) => isWithin(set, parent, id)))
  if (known.length === 0 || impossible) return set
  const anchor = after !== null && known.includes(after) ? lastBefore(set, parent, after, known) : after
  const without = detached(set, known)
  const rows = new Map(without.rows)
  for (const id of known) rows.set(id, { ...(rows.get(id) as Row), parent })
  return { rows, children: withSiblings(without.children, parent, known, anchor) }
}

function detached(set: RowSet, ids: readonly RowId[]): RowSet {
  const children = new Map(set.children)
  for (const id of ids) {
    const parent = set.rows.get(id)?.parent ?? null
    children.set(
      parent,
      (children.get(parent) ?? []).filter((other) => other !== id),
    )
  }
  return { rows: set.rows, children }
}

function lastBefore(set: RowSet, parent: RowId | null, before: RowId, except: readonly RowId[]): RowId | null {
  const siblings = childrenOf(set, parent)
  const earlier = siblings.slice(0, siblings.indexOf(before)).filter((id) => !except.includes(id))
  return earlier.at(-1) ?? null
}

function withSiblings(
  children: RowSet['children'],
  parent: RowId | null,
  ids: readonly RowId[],
  after: RowId | null,
): Map<RowId | null, readonly RowId[]> {
  const siblings = children.get(parent) ?? []
  const found = after === null ? -1 : siblings.indexOf(after)
  const at = after !== null && found < 0 ? siblings.length : found + 1
  return new Map(children).set(parent, [...siblings.slice(0, at), ...ids, ...siblings.slice(at)])
}
