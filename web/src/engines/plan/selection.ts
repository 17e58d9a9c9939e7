/** What a selection amounts to: how many rows and cells, and sum and average where the cells are of one kind that can be added. */
import type { PlanColumn } from './columns'
import { asDuration } from '../cells/durations'
import type { Row } from './rows'

export interface SelectionFigures {
  readonly rows: number
  readonly cells: number
  /** In the column's unit (seconds for durations); null where nothing can be added. */
  readonly sum: number | null
  readonly average: number | null
  readonly kind: 'duration' | 'number' | null
}

export function selectionFigures(rows: readonly Row[], columns: readonly PlanColumn[]): SelectionFigures {
  const kinds = new Set(columns.map(kindOf))
  const kind = kinds.size === 1 ? ([...kinds][0] as 'duration' | 'number' | null) : null
  const cells = rows.length * columns.length
  if (kind === null) return { rows: rows.length, cells, sum: null, average: null, kind }
  const values = rows.flatMap((row) => columns.map((column) => amount(row.cells[column.key]))).filter((value) => value !== null)
  const sum = values.reduce((total, value) => total + value, 0)
  return { rows: rows.length, cells, sum: values.length > 0 ? sum : null, average: values.length > 0 ? sum / values.length : null, kind }
}

function kindOf(column: PlanColumn): 'duration' | 'number' | null {
  if (column.type === 'duration' || column.type === 'slack') return 'duration'
  return column.type === 'percent' || column.type === 'number' ? 'number' : null
}

function amount(value: unknown): number | null {
  return typeof value === 'number' ? value : (asDuration(value)?.seconds ?? null)
}
