/** What is selected, held by row and column ids: a row that is moved or inserted elsewhere does not shift the selection. */
import { useCallback, useMemo, useState } from 'react'
import type { PlanColumn } from '~/engines/plan/columns'
import type { Outline, RowId } from '~/engines/plan/rows'
import type { GridRange } from '~/ui/grid/model'

interface Held {
  readonly row: RowId
  readonly column: string
  readonly first: RowId
  readonly last: RowId
  readonly left: string
  readonly right: string
}

export interface Selection {
  readonly range: GridRange | null
  readonly active: { readonly row: RowId; readonly column: PlanColumn } | null
  /** Ids of all selected rows, in order. */
  readonly rows: readonly RowId[]
  readonly rowSet: ReadonlySet<RowId>
  readonly columns: readonly PlanColumn[]
  readonly select: (range: GridRange | null) => void
  readonly selectRow: (row: RowId, column?: string) => void
}

/** Grid columns count from 1: before them stands the row's number. */
export function useSelection(outline: Outline, columns: readonly PlanColumn[], first: { row?: RowId; col?: string }, onChange: (row?: RowId, col?: string) => void): Selection {
  const [held, setHeld] = useState<Held | null>(() => (first.row === undefined ? null : single(first.row, first.col ?? 'name')))
  const range = useMemo(() => rangeOf(held, outline, columns), [held, outline, columns])

  const select = useCallback(
    (next: GridRange | null) => {
      const made = next && hold(next, outline, columns)
      setHeld(made)
      onChange(made?.row, made?.column)
    },
    [outline, columns, onChange],
  )
  const selectRow = useCallback(
    (row: RowId, column = 'name') => {
      setHeld(single(row, column))
      onChange(row, column)
    },
    [onChange],
  )
  return useMemo(() => {
    const rows = range ? outline.shown.slice(range.y, range.y + range.height).map((placed) => placed.row.id) : []
    const chosen = range ? columns.slice(range.x - 1, range.x - 1 + range.width) : []
    const placed = range ? outline.shown[range.row] : undefined
    const column = range ? columns[range.column - 1] : undefined
    return { range, active: placed && column ? { row: placed.row.id, column } : null, rows, rowSet: new Set(rows), columns: chosen, select, selectRow }
  }, [range, outline, columns, select, selectRow])
}

function single(row: RowId, column: string): Held {
  return { row, column, first: row, last: row, left: column, right: column }
}

function hold(range: GridRange, outline: Outline, columns: readonly PlanColumn[]): Held | null {
  const row = (index: number) => outline.shown[Math.min(index, outline.shown.length - 1)]?.row.id
  const key = (index: number) => columns[Math.min(Math.max(0, index - 1), columns.length - 1)]?.key ?? 'name'
  const active = row(range.row)
  if (active === undefined) return null
  return {
    row: active,
    column: key(range.column),
    first: row(range.y) ?? active,
    last: row(range.y + range.height - 1) ?? active,
    left: key(range.x),
    right: key(range.x + range.width - 1),
  }
}

function rangeOf(held: Held | null, outline: Outline, columns: readonly PlanColumn[]): GridRange | null {
  const at = held ? outline.shownAt.get(held.row) : undefined
  if (!held || at === undefined) return null
  const column = Math.max(0, columns.findIndex((each) => each.key === held.column)) + 1
  const [y, end] = [outline.shownAt.get(held.first) ?? at, outline.shownAt.get(held.last) ?? at].sort((a, b) => a - b) as [number, number]
  const edge = (key: string) => {
    const index = columns.findIndex((each) => each.key === key)
    return index < 0 ? column : index + 1
  }
  const [x, right] = [edge(held.left), edge(held.right)].sort((a, b) => a - b) as [number, number]
  return { column, row: at, x, y, width: right - x + 1, height: end - y + 1 }
}
