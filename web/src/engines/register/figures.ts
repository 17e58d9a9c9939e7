/** What a selection amounts to: how many rows and cells, and sum and average where all chosen cells are of one kind that can be added. */
import { asDuration } from '../cells/durations'
import { shownText, type Cells, type CellWords } from './cells'
import { canAdd, type Column } from './columns'
import type { Group } from './lines'

export interface SelectionFigures {
  readonly rows: number
  readonly cells: number
  /** Cells with a number in them. */
  readonly counted: number
  readonly sum: number | null
  readonly average: number | null
  /** The column whose words the figures are written in. */
  readonly like: Column | null
}

export function selectionFigures(rows: readonly Cells[], columns: readonly Column[]): SelectionFigures {
  const added = columns.filter(canAdd)
  const like = added[0] ?? null
  const alike = like !== null && added.every((column) => column.type === like.type && column.currency === like.currency)
  const values = alike ? rows.flatMap((cells) => added.map((column) => amount(cells[column.key]))).filter((value) => value !== null) : []
  const sum = values.length > 0 ? rounded(values.reduce((total, value) => total + value, 0)) : null
  return {
    rows: rows.length,
    cells: rows.length * columns.length,
    counted: values.length,
    sum: like?.type === 'percent' ? null : sum,
    average: sum === null ? null : sum / values.length,
    like: alike ? like : null,
  }
}

/** What a column comes to over the rows of a group, as text: its sum; a sum of percent says nothing, so that is the average. */
export function groupFigure(column: Column, group: Group, words: CellWords): string {
  if (!canAdd(column)) return ''
  const told = group.totals?.[column.key] as { readonly count?: number; readonly sum?: number | null; readonly average?: number | null } | undefined
  if (!told?.count) return ''
  if (column.type === 'percent') return typeof told.average === 'number' ? `⌀ ${shownText(column, Math.round(told.average * 100) / 100, words)}` : ''
  return typeof told.sum === 'number' ? shownText(column, rounded(told.sum), words) : ''
}

/** Sums of money in halves of cents show no tail of binary fractions. */
function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6
}

function amount(value: unknown): number | null {
  return typeof value === 'number' ? value : (asDuration(value)?.seconds ?? null)
}
