/**
 * The columns of a plan, in the order in which they stand, and how each one's cells are read and written.
 * `source` says which cell of the row an edit of the column goes to.
 */

export type ColumnType = 'text' | 'duration' | 'slack' | 'moment' | 'percent' | 'links' | 'people' | 'choice' | 'number' | 'check'

export interface PlanColumn {
  readonly key: string
  readonly type: ColumnType
  readonly width: number
  /** False where the server computes the value. */
  readonly editable: boolean
  /** Shown until the reader chooses otherwise. */
  readonly standard: boolean
  /** The choices that the server knows, for a choice column. */
  readonly choices?: readonly string[]
}

export const CONSTRAINTS = ['ASAP', 'ALAP', 'SNET', 'SNLT', 'FNET', 'FNLT', 'MSO', 'MFO'] as const
export const MODES = ['auto', 'manual'] as const

export const PLAN_COLUMNS: readonly PlanColumn[] = [
  { key: 'name', type: 'text', width: 260, editable: true, standard: true },
  { key: 'duration', type: 'duration', width: 84, editable: true, standard: true },
  { key: 'start', type: 'moment', width: 108, editable: true, standard: true },
  { key: 'finish', type: 'moment', width: 108, editable: true, standard: true },
  { key: 'percent_complete', type: 'percent', width: 72, editable: true, standard: true },
  { key: 'predecessors', type: 'links', width: 110, editable: true, standard: true },
  { key: 'assignments', type: 'people', width: 140, editable: false, standard: true },
  { key: 'baseline_finish', type: 'moment', width: 120, editable: false, standard: true },
  { key: 'slip', type: 'slack', width: 76, editable: false, standard: true },
  { key: 'total_slack', type: 'slack', width: 84, editable: false, standard: true },
  { key: 'mode', type: 'choice', width: 90, editable: true, standard: false, choices: MODES },
  { key: 'constraint', type: 'choice', width: 150, editable: true, standard: false, choices: CONSTRAINTS },
  { key: 'constraint_date', type: 'moment', width: 116, editable: true, standard: false },
  { key: 'deadline', type: 'moment', width: 108, editable: true, standard: false },
  { key: 'wbs', type: 'text', width: 72, editable: false, standard: false },
  { key: 'baseline_start', type: 'moment', width: 120, editable: false, standard: false },
  { key: 'actual_start', type: 'moment', width: 116, editable: true, standard: false },
  { key: 'actual_finish', type: 'moment', width: 116, editable: true, standard: false },
  { key: 'free_slack', type: 'slack', width: 84, editable: false, standard: false },
  { key: 'planned_percent', type: 'percent', width: 84, editable: false, standard: false },
  { key: 'milestone', type: 'check', width: 88, editable: true, standard: false },
  { key: 'active', type: 'check', width: 72, editable: true, standard: false },
  { key: 'priority', type: 'number', width: 76, editable: true, standard: false },
  { key: 'notes', type: 'text', width: 220, editable: true, standard: false },
]

export const COLUMN_BY_KEY: ReadonlyMap<string, PlanColumn> = new Map(PLAN_COLUMNS.map((column) => [column.key, column]))

/** The columns that a summary computes from what is below it, where an edit makes no sense. */
const ROLLED_UP: ReadonlySet<string> = new Set([
  'duration',
  'start',
  'finish',
  'percent_complete',
  'milestone',
  'actual_start',
  'actual_finish',
])

export function isEditable(column: PlanColumn, summary: boolean, manual = false): boolean {
  return column.editable && !(summary && !manual && ROLLED_UP.has(column.key))
}
