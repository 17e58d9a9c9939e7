/** What the plan page knows: the rows that the server confirmed, and over them what was typed and is still on its way. Pure. */
import { applyOperations, applyDeltas, inserted, moved, withoutRows, type Operation } from '~/engines/plan/operations'
import { NO_ROWS, rowSet, type RowId, type RowSet } from '~/engines/plan/rows'
import type { WorkCalendar } from '~/engines/gantt/worktime'
import type { ChangeAnswer, Resource, SheetSnapshot } from './sheetApi'

export interface PlanState {
  readonly status: 'loading' | 'ready' | 'failed'
  readonly error?: unknown
  readonly name: string
  readonly nodeId: number | null
  readonly seq: number
  readonly settings: Readonly<Record<string, unknown>>
  readonly calendars: readonly WorkCalendar[]
  readonly resources: readonly Resource[]
  readonly mayEdit: boolean
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** What is shown: confirmed rows with everything on its way applied. */
  readonly rows: RowSet
  /** Rows that somebody else changed a moment ago. */
  readonly fresh: ReadonlySet<RowId>
  /** Rows of edits that the server has not answered yet. */
  readonly pending: ReadonlySet<RowId>
  readonly offline: boolean
  readonly waiting: number
}

export const LOADING: PlanState = {
  status: 'loading', name: '', nodeId: null, seq: 0, settings: {}, calendars: [], resources: [], mayEdit: false, canUndo: false, canRedo: false,
  rows: NO_ROWS, fresh: new Set(), pending: new Set(), offline: false, waiting: 0,
} // prettier-ignore

export function fromSnapshot(snapshot: SheetSnapshot): { state: Partial<PlanState>; confirmed: RowSet } {
  const confirmed = rowSet(snapshot.rows.map(({ id, parent_id, cells }) => ({ id, parent: parent_id, cells })))
  const state = {
    status: 'ready' as const,
    name: snapshot.name,
    nodeId: snapshot.node_id,
    seq: snapshot.seq,
    settings: snapshot.settings,
    calendars: snapshot.calendars,
    resources: snapshot.resources,
    mayEdit: snapshot.capabilities.includes('edit'),
    canUndo: snapshot.can_undo,
    canRedo: snapshot.can_redo,
  }
  return { state, confirmed }
}

/** The confirmed rows after a change of the server. Rows that moved are taken in the order of the sheet. */
export function afterChange(confirmed: RowSet, change: ChangeAnswer): RowSet {
  let rows = withoutRows(confirmed, change.removed ?? [])
  for (const { id, parent_id, after_id, cells } of change.inserted ?? []) rows = inserted(rows, { id, parent: parent_id, cells }, after_id ?? null)
  for (const { id, parent_id, after_id } of change.moved ?? []) rows = moved(rows, [id], parent_id, after_id ?? null)
  return applyDeltas(rows, change.deltas ?? {})
}

/** The rows that a change touched, for the mark that fades. */
export function touched(change: ChangeAnswer): RowId[] {
  return [...Object.keys(change.deltas ?? {}).map(Number), ...(change.inserted ?? []).map((row) => row.id), ...(change.moved ?? []).map((row) => row.id)]
}

/** The rows that differ between two states, for a change that was too large to be told. */
export function differing(before: RowSet, after: RowSet): RowId[] {
  return [...after.rows.values()].filter((row) => JSON.stringify(before.rows.get(row.id)?.cells) !== JSON.stringify(row.cells)).map((row) => row.id)
}

/** What is shown: a date typed into an automatic task stands there until the server has said what it means. */
export function withPending(confirmed: RowSet, waiting: readonly (readonly Operation[])[]): { rows: RowSet; pending: Set<RowId> } {
  const pending = new Set<RowId>()
  let rows = confirmed
  for (const operations of waiting) {
    rows = applyOperations(rows, operations)
    for (const operation of operations) if ('row' in operation) pending.add(operation.row)
  }
  return { rows, pending }
}

