/**
 * Editing the outline: which operations an indent, an outdent, a move, a link or a new row are.
 * All take the rows that are selected, in the order of the plan, and give operations (none where nothing can be done).
 */
import { linksOf, type Link } from './links'
import type { Operation } from './operations'
import { childrenOf, isWithin, type RowId, type RowSet } from './rows'

/** Ids are 53-bit; the browser may choose one for a new row so that it can be typed into before the server answered. */
export function newRowId(random: () => number = Math.random): RowId {
  return Math.floor(random() * (Number.MAX_SAFE_INTEGER - 1)) + 1
}

/** The selected rows that stand below no other selected row: what a move of the selection moves. */
export function topmost(set: RowSet, ids: readonly RowId[]): RowId[] {
  const chosen = new Set(ids)
  return ids.filter((id) => {
    for (let at = set.rows.get(id)?.parent ?? null; at !== null; at = set.rows.get(at)?.parent ?? null) if (chosen.has(at)) return false
    return set.rows.has(id)
  })
}

/** Below the sibling above each; neighbours go together, in order. */
export function indent(set: RowSet, ids: readonly RowId[]): Operation[] {
  return runs(set, topmost(set, ids)).flatMap(({ parent, rows }) => {
    const siblings = childrenOf(set, parent)
    const above = siblings[siblings.indexOf(rows[0] as RowId) - 1]
    if (above === undefined) return []
    return [{ op: 'move', rows, parent: above, after: childrenOf(set, above).at(-1) ?? null }]
  })
}

/** Behind their parent. What follows a row below the same parent stays there. */
export function outdent(set: RowSet, ids: readonly RowId[]): Operation[] {
  return runs(set, topmost(set, ids)).flatMap(({ parent, rows }) => {
    if (parent === null) return []
    return [{ op: 'move', rows, parent: set.rows.get(parent)?.parent ?? null, after: parent }]
  })
}

/** One place up or down among siblings; at the end of a branch nothing happens. */
export function shift(set: RowSet, ids: readonly RowId[], direction: 'up' | 'down'): Operation[] {
  return runs(set, topmost(set, ids)).flatMap(({ parent, rows }) => {
    const siblings = childrenOf(set, parent)
    const first = siblings.indexOf(rows[0] as RowId)
    const target = direction === 'up' ? first - 1 : first + rows.length
    if (target < 0 || target >= siblings.length) return []
    const after = direction === 'up' ? (siblings[target - 1] ?? null) : (siblings[target] as RowId)
    return [{ op: 'move', rows, parent, after }]
  })
}

/** A new row above the given one, or at the end of the plan. */
export function insertAbove(set: RowSet, id: RowId | null, row: RowId, cells: Record<string, unknown> = {}): Operation {
  const parent = id === null ? null : (set.rows.get(id)?.parent ?? null)
  const siblings = childrenOf(set, parent)
  const after = id === null ? (siblings.at(-1) ?? null) : (siblings[siblings.indexOf(id) - 1] ?? null)
  return { op: 'insert', row, parent, after, cells }
}

export function remove(set: RowSet, ids: readonly RowId[]): Operation[] {
  const rows = topmost(set, ids)
  return rows.length > 0 ? [{ op: 'delete', rows }] : []
}

/** Finish to start, each of the selected rows after the one before it. Links that are there stay as they are. */
export function linkInOrder(set: RowSet, ids: readonly RowId[]): Operation[] {
  const operations: Operation[] = []
  for (let i = 1; i < ids.length; i += 1) {
    const [from, to] = [ids[i - 1] as RowId, ids[i] as RowId]
    operations.push(...linkPair(set, from, to, 'FS'))
  }
  return operations
}

/** One link; none where it exists, where both are one row, or where one stands below the other. */
export function linkPair(set: RowSet, from: RowId, to: RowId, kind: Link['kind']): Operation[] {
  const target = set.rows.get(to)
  if (!target || !set.rows.has(from) || isWithin(set, from, to) || isWithin(set, to, from)) return []
  const links = linksOf(target)
  if (links.some((link) => link.row === from && link.kind === kind)) return []
  const others = links.filter((link) => link.row !== from)
  return [{ op: 'set', row: to, cells: { predecessors: [...others, { row: from, kind, lag: 0, lag_unit: 'work' }] } }]
}

/** Takes away every link between two selected rows; with one row selected, all of its predecessors. */
export function unlink(set: RowSet, ids: readonly RowId[]): Operation[] {
  const chosen = new Set(ids)
  return ids.flatMap((id): Operation[] => {
    const row = set.rows.get(id)
    const links = row ? linksOf(row) : []
    const kept = ids.length === 1 ? [] : links.filter((link) => !chosen.has(link.row))
    return kept.length === links.length ? [] : [{ op: 'set', row: id, cells: { predecessors: kept } }]
  })
}

interface Run {
  readonly parent: RowId | null
  readonly rows: RowId[]
}

/** Groups rows that are neighbours below one parent. */
function runs(set: RowSet, ids: readonly RowId[]): Run[] {
  const found: Run[] = []
  let last: RowId | undefined
  for (const id of ids) {
    const parent = set.rows.get(id)?.parent ?? null
    const siblings = childrenOf(set, parent)
    const run = found.at(-1)
    if (run && run.parent === parent && siblings[siblings.indexOf(id) - 1] === last) run.rows.push(id)
    else found.push({ parent, rows: [id] })
    last = id
  }
  return found
}
