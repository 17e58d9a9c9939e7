/** What is selected, held by row and column, and the line of a new row as such: rows that come, go or move elsewhere do not shift the selection. */
import { useCallback, useMemo, useState } from 'react'
import type { Column } from '~/engines/register/columns'
import type { Lines } from '~/engines/register/lines'
import { rowAt, type RegisterRow, type RowKey, type Slots } from '~/engines/register/slots'
import type { GridRange } from '~/ui/grid/model'

/** An end of the selection: the row where it is known, or how far behind the last row it stands, else its line. */
interface End {
  readonly key?: RowKey
  readonly behind?: number
  readonly line: number
}

interface Held {
  readonly active: End
  readonly first: End
  readonly last: End
  readonly column: string
  readonly left: string
  readonly right: string
}

export interface Selection {
  readonly range: GridRange | null
  readonly active: { readonly row: RegisterRow; readonly column: Column } | null
  /** The column of the active cell, also where the line holds no row yet. */
  readonly column: Column | null
  /** Slots of the selected rows, in order: from the first to the last. */
  readonly slots: { readonly first: number; readonly count: number } | null
  readonly columns: readonly Column[]
  readonly select: (range: GridRange | null) => void
  readonly selectRow: (key: RowKey, column?: string) => void
}

interface Needs {
  readonly lines: Lines
  readonly slots: Slots
  /** The rows of this moment: one that was just typed is among them before it is drawn. */
  readonly now: () => Slots
  readonly places: ReadonlyMap<RowKey, number>
  readonly columns: readonly Column[]
  readonly first: { readonly row?: string; readonly col?: string }
  readonly onChange: (row?: RowKey, column?: string) => void
}

/** Grid columns count from 1: before them stands the row's number. */
export function useSelection({ lines, slots, now, places, columns, first, onChange }: Needs): Selection {
  const [held, setHeld] = useState<Held | null>(() => (first.row ? single({ key: first.row.replace('.', ':'), line: 0 }, first.col ?? columns[0]?.key ?? '') : null))
  const range = useMemo(() => held && rangeOf(held, lines, places, columns), [held, lines, places, columns])

  const select = useCallback(
    (next: GridRange | null) => {
      if (!next) return (setHeld(null), onChange())
      const end = (line: number): End => {
        const at = lines.at(line)
        if (at) return { line, key: at.kind === 'row' ? slots.keys[at.index] : undefined }
        const { keys } = now()
        return line < keys.length ? { line, key: keys[line] } : { line, behind: line - keys.length }
      }
      const key = (index: number) => columns[Math.min(Math.max(0, index - 1), columns.length - 1)]?.key ?? ''
      const made = { active: end(next.row), first: end(next.y), last: end(next.y + next.height - 1), column: key(next.column), left: key(next.x), right: key(next.x + next.width - 1) }
      setHeld(made)
      onChange(made.active.key, made.column)
    },
    [lines, slots, now, columns, onChange],
  )
  const selectRow = useCallback(
    (key: RowKey, column = columns[0]?.key ?? '') => {
      setHeld(single({ key, line: 0 }, column))
      onChange(key, column)
    },
    [columns, onChange],
  )
  return useMemo(() => {
    const at = range ? lines.at(range.row) : undefined
    const row = at?.kind === 'row' ? rowAt(slots, at.index) : undefined
    const column = range ? (columns[range.column - 1] ?? null) : null
    const chosen = range ? columns.slice(range.x - 1, range.x - 1 + range.width) : []
    return { range, active: row && column ? { row, column } : null, column, slots: range && slotsOf(range, lines), columns: chosen, select, selectRow }
  }, [range, lines, slots, columns, select, selectRow])
}

function single(end: End, column: string): Held {
  return { active: end, first: end, last: end, column, left: column, right: column }
}

function slotsOf(range: GridRange, lines: Lines): { first: number; count: number } | null {
  let [first, last] = [Infinity, -1]
  for (let line = range.y; line < range.y + range.height; line += 1) {
    const at = lines.at(line)
    if (at?.kind !== 'row') continue
    first = Math.min(first, at.index)
    last = Math.max(last, at.index)
  }
  return last < 0 ? null : { first, count: last - first + 1 }
}

function rangeOf(held: Held, lines: Lines, places: ReadonlyMap<RowKey, number>, columns: readonly Column[]): GridRange | null {
  const lineOf = ({ key, behind, line }: End) => {
    if (key === undefined) return behind === undefined ? line : lines.count + behind
    const place = places.get(key)
    return place === undefined ? undefined : lines.lineOf(place)
  }
  const row = lineOf(held.active)
  if (row === undefined) return null
  const column = Math.max(0, columns.findIndex((each) => each.key === held.column)) + 1
  const edge = (key: string) => columns.findIndex((each) => each.key === key) + 1 || column
  const [y, bottom] = [lineOf(held.first) ?? row, lineOf(held.last) ?? row].sort((a, b) => a - b) as [number, number]
  const [x, right] = [edge(held.left), edge(held.right)].sort((a, b) => a - b) as [number, number]
  return { column, row, x, y, width: right - x + 1, height: bottom - y + 1 }
}
