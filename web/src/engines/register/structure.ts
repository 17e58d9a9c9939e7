/**
 * Which operations an indent, an outdent or a move of rows is, and how the loaded slots look after it. Rows are neighbours in the order of their tree;
 * nothing happens where the way is barred or where what has to be known is not loaded.
 */
import { branchLength, rowAt, withMoved, type Slots } from './slots'

export interface MoveRows {
  readonly op: 'move'
  readonly rows: readonly number[]
  readonly parent: number | null
  readonly after: number | null
}

export interface Moved {
  readonly op: MoveRows
  readonly slots: Slots
}

interface Run {
  readonly first: number
  /** Slots of all branches of the run. */
  readonly length: number
  readonly ids: readonly number[]
  readonly depth: number
  readonly parent: number | null
}

/** The selected rows as siblings that follow each other: the rows below them come along. None where they are not siblings. */
export function runOf(slots: Slots, first: number, last: number): Run | null {
  const top = rowAt(slots, first)
  if (!top) return null
  const ids: number[] = []
  let at = first
  while (at <= last) {
    const row = rowAt(slots, at)
    if (!row || row.depth !== top.depth || row.sheet !== top.sheet) return null
    ids.push(row.id)
    at += branchLength(slots, at)
  }
  return { first, length: at - first, ids, depth: top.depth, parent: top.parent }
}

/** The slot of the sibling above, if it is loaded. */
function siblingAbove(slots: Slots, index: number): number | null {
  const depth = rowAt(slots, index)?.depth ?? 0
  for (let at = index - 1; at >= 0; at -= 1) {
    const row = rowAt(slots, at)
    if (!row || row.depth < depth || row.sheet !== rowAt(slots, index)?.sheet) return null
    if (row.depth === depth) return at
  }
  return null
}

/** Below the sibling above, as its last. */
export function indent(slots: Slots, first: number, last: number): Moved | null {
  const run = runOf(slots, first, last)
  const above = run && siblingAbove(slots, first)
  if (!run || above === null) return null
  const parent = rowAt(slots, above)
  if (!parent) return null
  // Its last row need not be loaded: a row that is named but stands elsewhere means the end.
  const op: MoveRows = { op: 'move', rows: run.ids, parent: parent.id, after: parent.id }
  return { op, slots: withMoved(slots, run.first, run.length, run.first, 1, parent.id) }
}

/** Behind its parent. */
export function outdent(slots: Slots, first: number, last: number): Moved | null {
  const run = runOf(slots, first, last)
  if (!run || run.parent === null) return null
  const above = parentSlot(slots, first)
  const parent = above === null ? undefined : rowAt(slots, above)
  if (above === null || !parent) return null
  const op: MoveRows = { op: 'move', rows: run.ids, parent: parent.parent, after: parent.id }
  const end = above + branchLength(slots, above)
  return { op, slots: withMoved(slots, run.first, run.length, end - run.length, -1, parent.parent) }
}

function parentSlot(slots: Slots, index: number): number | null {
  const depth = rowAt(slots, index)?.depth ?? 0
  for (let at = index - 1; at >= 0; at -= 1) {
    const row = rowAt(slots, at)
    if (!row) return null
    if (row.depth < depth) return at
  }
  return null
}

/** One place up or down among its siblings. */
export function shift(slots: Slots, first: number, last: number, by: -1 | 1): Moved | null {
  const run = runOf(slots, first, last)
  if (!run) return null
  if (by < 0) {
    const above = siblingAbove(slots, first)
    if (above === null) return null
    const before = siblingAbove(slots, above)
    const after = before === null ? null : (rowAt(slots, before)?.id ?? null)
    return { op: { op: 'move', rows: run.ids, parent: run.parent, after }, slots: withMoved(slots, run.first, run.length, above, 0, run.parent) }
  }
  const next = run.first + run.length
  const below = rowAt(slots, next)
  if (!below || below.depth !== run.depth || below.sheet !== rowAt(slots, first)?.sheet) return null
  const to = run.first + branchLength(slots, next)
  return { op: { op: 'move', rows: run.ids, parent: run.parent, after: below.id }, slots: withMoved(slots, run.first, run.length, to, 0, run.parent) }
}

/** Where a new row above the one at an index goes: below the same parent, behind the sibling above. */
export function placeAbove(slots: Slots, index: number): { parent: number | null; after: number | null; depth: number } {
  const row = rowAt(slots, index)
  const above = row ? siblingAbove(slots, index) : null
  return { parent: row?.parent ?? null, after: above === null ? null : (rowAt(slots, above)?.id ?? null), depth: row?.depth ?? 0 }
}
