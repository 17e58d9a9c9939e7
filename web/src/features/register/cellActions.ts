/** What is done to cells: typed, ticked, filled, pasted. Each is one edit. */
import { tiled } from '~/engines/cells/clipboard'
import { newRowId } from '~/engines/plan/structure'
import type { Cells } from '~/engines/register/cells'
import type { Column } from '~/engines/register/columns'
import { planPaste } from '~/engines/register/paste'
import { readCell, sameCell } from '~/engines/register/reading'
import { placeOf, rowAt, withInserted, type RegisterRow, type RowKey } from '~/engines/register/slots'
import type { CellEdit } from '~/ui/grid/model'
import { newRow, selectedRows, type Needs } from './needs'

type Typed = Pick<CellEdit, 'text' | 'picked'>

export function cellActions(needs: Needs) {
  const { visible, words, rights } = needs
  return {
    write: (edits: readonly CellEdit[]) => write(needs, edits),
    /** Ticks a box, or unticks it. */
    tick: (column: number, line: number) => {
      const row = rowOn(needs, line)
      const key = visible[column - 1]?.key
      if (key && row) write(needs, [{ column, row: line, text: '', picked: { value: row.cells[key] === true ? null : true } }])
    },
    /** The same value into a column of every selected row. */
    fill: (column: Column, cell: Pick<CellEdit, 'text' | 'picked'>) => {
      const changes = new Map<RowKey, Cells>()
      for (const row of selectedRows(needs)) {
        const next = valueOf(needs, column, row.cells[column.key], cell)
        if (!sameCell(column, row.cells[column.key], next, undefined, words)) changes.set(row.key, { [column.key]: next })
      }
      commit(needs, changes, [])
    },
    /** `held` are the values of the block where it was copied here: a text cannot say them all. */
    paste: (column: number, line: number, texts: readonly (readonly string[])[], held?: readonly (readonly unknown[])[]) => rights.edit && paste(needs, column, line, texts, held),
  }
}

/** The row of a line; none for a heading and for the line of a new row. */
function rowOn({ lines, slots }: Needs, line: number): RegisterRow | undefined {
  const at = lines.at(line)
  return at?.kind === 'row' ? rowAt(slots, at.index) : undefined
}

function valueOf({ words }: Needs, column: Column, now: unknown, { text, picked }: Typed): unknown {
  return picked ? (picked.value ?? null) : readCell(column, now, text, words)
}

function write(needs: Needs, edits: readonly CellEdit[]): void {
  const { slots, words, rights } = needs
  if (!rights.edit) return
  const changes = new Map<RowKey, Record<string, unknown>>()
  const added = new Map<number, Record<string, unknown>>()
  for (const edit of edits) {
    const { column, row } = placeOfEdit(needs, edit)
    if (!column?.editable || row === undefined) continue
    const now = row === null ? undefined : slots.rows.get(row)?.cells[column.key]
    const next = valueOf(needs, column, now, edit)
    if (sameCell(column, now, next, edit.picked ? undefined : edit.text, words)) continue
    if (row !== null) changes.set(row, { ...changes.get(row), [column.key]: next })
    else if (rights.insert) added.set(edit.row, { ...added.get(edit.row), [column.key]: next })
  }
  commit(needs, changes, [...added.values()])
  // From an editor the selection goes on to the next cell by itself.
  if (added.size > 0 && edits.every(({ typedIn }) => !typedIn)) stay(needs)
}

/** What was the line of a new row is a row now, and stays selected as such. */
function stay({ selection }: Needs): void {
  if (selection.range) selection.select(selection.range)
}

/**
 * What was typed goes to the row and the column that it was begun in, wherever they stand by now: whether the row is still there the server says.
 * What was filled in goes to its place; null is a new row.
 */
function placeOfEdit(needs: Needs, { column, row, typedIn }: CellEdit): { column?: Column; row?: RowKey | null } {
  const { lines, visible, sayColumnGone } = needs
  if (!typedIn) return { column: visible[column - 1], row: lines.at(row) ? rowOn(needs, row)?.key : null }
  const to = visible.find(({ key }) => key === typedIn.column)
  if (!to) sayColumnGone()
  return { column: to, row: typedIn.row }
}

/** Cells of rows that are there and rows that are new, as one edit. */
function commit({ store }: Needs, changes: ReadonlyMap<RowKey, Cells>, added: readonly Cells[]): void {
  if (added.length === 0) return changes.size > 0 ? store.write(changes) : undefined
  const sheet = 'sheet' in store.place ? store.place.sheet : undefined
  if (sheet === undefined) return
  const sets = [...changes].map(([key, cells]) => ({ op: 'set', row: placeOf(key).row, cells }))
  const rows = added.map((cells) => ({ id: newRowId(), cells }))
  // A row that is named but is not there means the end: what stands there may not be loaded.
  const op = { op: 'insert', rows, parent: null, after: newRowId() }
  store.arrange(sheet, [...sets, op], withInserted(store.slots, store.slots.keys.length, rows.map(({ id, cells }) => newRow(sheet, id, null, 0, cells))), changes)
}

function paste(needs: Needs, column: number, line: number, texts: readonly (readonly string[])[], held?: readonly (readonly unknown[])[]): void {
  const { lines, visible, words, rights, sayPasted } = needs
  const { range } = needs.selection
  const block = tiled(texts, range?.width ?? 1, range?.height ?? 1)
  const [left, top] = [Math.max(0, (range?.x ?? column) - 1), range?.y ?? line]
  const plan = planPaste(block, { left, top, lines: lines.count, columns: visible, mayAdd: rights.insert })
  const changes = new Map<RowKey, Record<string, unknown>>()
  for (const { line: at, column: index, text } of plan.sets) {
    const row = rowOn(needs, at)
    const to = visible[index]
    if (!row || !to) continue
    const known = held?.[(at - top) % held.length]?.[(index - left) % (held[0]?.length ?? 1)]
    const next = valueOf(needs, to, row.cells[to.key], known === undefined ? { text } : { text, picked: { value: known } })
    if (!sameCell(to, row.cells[to.key], next, known === undefined ? text : undefined, words)) changes.set(row.key, { ...changes.get(row.key), [to.key]: next })
  }
  const added = plan.adds.map((texts) => Object.fromEntries(texts.map(({ column: index, text }) => [visible[index]?.key ?? '', valueOf(needs, visible[index] as Column, null, { text })])))
  commit(needs, changes, added)
  if (added.length > 0) stay(needs)
  sayPasted(plan)
}
