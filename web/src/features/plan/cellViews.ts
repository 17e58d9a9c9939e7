/** From a row and a column to what the grid draws. */
import { editableText, shownText, type CellWords } from '~/engines/plan/cellText'
import { isEditable, type PlanColumn } from '~/engines/plan/columns'
import { isMisfit, type Placed, type RowId } from '~/engines/plan/rows'
import type { GridCellView } from '~/ui/grid/model'

export interface CellContext {
  readonly words: CellWords
  readonly collapsed: ReadonlySet<RowId>
  readonly fresh: ReadonlySet<RowId>
  readonly pending: ReadonlySet<RowId>
  readonly mayEdit: boolean
  /** Whether the critical path is coloured. */
  readonly critical: boolean
}

/** What the server works out: shown dim while an edit of the row is on its way. */
const COMPUTED: ReadonlySet<string> = new Set(['start', 'finish', 'slip', 'total_slack', 'free_slack', 'baseline_finish', 'planned_percent'])
const RIGHT: ReadonlySet<string> = new Set(['duration', 'slack', 'percent', 'number'])

export function numberView(placed: Placed): GridCellView {
  return { text: String(placed.number), align: 'right', head: true }
}

export function cellView(placed: Placed, column: PlanColumn, context: CellContext): GridCellView {
  const { row } = placed
  const { words } = context
  const value = row.cells[column.key]
  const editable = context.mayEdit && isEditable(column, placed.hasChildren, row.cells['mode'] === 'manual')
  return {
    row: String(row.id),
    text: shownText(column, row, words),
    editText: editableText(column, row, words),
    editable,
    align: RIGHT.has(column.type) ? 'right' : 'left',
    tone: toneOf(placed, column, context),
    problem: isMisfit(value) ? value.problem : undefined,
    pending: context.pending.has(row.id) && COMPUTED.has(column.key),
    fresh: context.fresh.has(row.id),
    tree: column.key === 'name' ? { depth: placed.depth, open: placed.hasChildren ? !context.collapsed.has(row.id) : null } : undefined,
    choices: editable && column.choices ? column.choices.map((choice) => words.choice(column.key, choice)) : undefined,
  }
}

function toneOf({ row, hasChildren }: Placed, column: PlanColumn, context: CellContext): GridCellView['tone'] {
  if (row.cells['active'] === false) return 'dim'
  if ((column.key === 'slip' && isPositive(row.cells['slip'])) || (column.key === 'total_slack' && isNegative(row.cells['total_slack']))) return 'late'
  if (column.key === 'name' && hasChildren) return 'strong'
  if (column.key === 'finish' && context.critical && row.cells['critical'] === true && !hasChildren) return 'critical'
  return undefined
}

function isPositive(value: unknown): boolean {
  return typeof value === 'number' && value > 0
}

function isNegative(value: unknown): boolean {
  return typeof value === 'number' && value < 0
}
