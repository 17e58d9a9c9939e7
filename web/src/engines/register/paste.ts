/** What a pasted block does to a register: which cells it sets, which rows it adds, and what of it is not taken. */
import type { Column } from './columns'

export interface PastePlan {
  /** Text by line of the grid and column index. */
  readonly sets: readonly { readonly line: number; readonly column: number; readonly text: string }[]
  /** New rows behind the last line, each with texts by column index. */
  readonly adds: readonly (readonly { readonly column: number; readonly text: string }[])[]
  /** Columns of the block beyond the last column. */
  readonly beyond: number
  /** Titles of columns that take no edit and were left alone. */
  readonly readOnly: readonly string[]
  /** Rows of the block beyond the last line, where none may be added. */
  readonly rowsLeft: number
}

interface Target {
  readonly left: number
  readonly top: number
  /** Lines that hold rows. */
  readonly lines: number
  readonly columns: readonly Column[]
  readonly mayAdd: boolean
}

export function planPaste(block: readonly (readonly string[])[], { left, top, lines, columns, mayAdd }: Target): PastePlan {
  const width = Math.max(0, ...block.map((row) => row.length))
  const taken = columns.slice(left, left + width)
  const readOnly = taken.filter((column) => !column.editable).map((column) => column.title)
  const texts = block.map((row) =>
    row.slice(0, taken.length).map((text, x) => ({ column: left + x, text })).filter(({ column }) => columns[column]?.editable === true),
  )
  const room = Math.max(0, lines - top)
  const over = texts.slice(room)
  return {
    sets: texts.slice(0, room).flatMap((row, y) => row.map(({ column, text }) => ({ line: top + y, column, text }))),
    adds: mayAdd ? over.map((row) => row.filter(({ text }) => text.trim() !== '')) : [],
    beyond: Math.max(0, left + width - columns.length),
    readOnly,
    rowsLeft: mayAdd ? 0 : over.length,
  }
}
