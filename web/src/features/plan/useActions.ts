/** Everything that can be done to the selected rows, each as one edit: keys, menu, bar and toolbar call the same. */
import { useMemo } from 'react'
import { durationAfterResize, startAfterMove, startAfterStep } from '~/engines/gantt/drags'
import type { WorkDays } from '~/engines/gantt/worktime'
import type { Zoom } from '~/engines/gantt/zoom'
import { editableText, parseCell, type CellWords } from '~/engines/plan/cellText'
import type { LinkKind } from '~/engines/plan/links'
import type { Operation } from '~/engines/plan/operations'
import { toDate } from '~/engines/cells/moments'
import type { Cells, Outline, RowId } from '~/engines/plan/rows'
import { indent, insertAbove, linkInOrder, linkPair, newRowId, outdent, remove, shift, unlink } from '~/engines/plan/structure'
import { isEditable, type PlanColumn } from '~/engines/plan/columns'
import type { CellEdit } from '~/ui/grid/model'
import type { PlanStore } from './planStore'
import type { Selection } from './useSelection'

export type Actions = ReturnType<typeof useActions>

interface Needs {
  store: PlanStore
  outline: Outline
  columns: readonly PlanColumn[]
  words: CellWords
  days: WorkDays
  zoom: Zoom
  selection: Selection
}

export function useActions({ store, outline, columns, words, days, zoom, selection }: Needs) {
  return useMemo(() => {
    const rows = () => store.getState().rows
    const cellsOf = (id: RowId) => rows().rows.get(id)?.cells
    const set = (row: RowId, cells: Cells | null) => cells && store.edit([{ op: 'set', row, cells }])
    const chosen = selection.rows
    return {
      write: (edits: readonly CellEdit[]) => {
        if (edits.some(({ typedIn }) => typedIn && !outline.byId.has(Number(typedIn.row)))) store.missed()
        store.edit(operationsOf(edits, outline, columns, words))
      },
      insert: () => {
        const id = newRowId()
        store.edit([insertAbove(rows(), chosen[0] ?? null, id)])
        selection.selectRow(id)
      },
      remove: () => store.edit(remove(rows(), chosen)),
      indent: () => store.edit(indent(rows(), chosen)),
      outdent: () => store.edit(outdent(rows(), chosen)),
      moveUp: () => store.edit(shift(rows(), chosen, 'up')),
      moveDown: () => store.edit(shift(rows(), chosen, 'down')),
      link: () => store.edit(linkInOrder(rows(), chosen)),
      unlink: () => store.edit(unlink(rows(), chosen)),
      undo: () => store.undo(),
      redo: () => store.redo(),
      step: (by: 1 | -1) => chosen.forEach((id) => set(id, startAfterStep(cellsOf(id)?.['start'], by, days))),
      barMoved: (id: RowId, dropped: Date) => {
        const start = toDate(cellsOf(id)?.['start'])
        if (start) set(id, startAfterMove(start, dropped, zoom, days))
      },
      barResized: (id: RowId, dropped: Date) => {
        const start = toDate(cellsOf(id)?.['start'])
        if (start) set(id, durationAfterResize(start, dropped, zoom, days))
      },
      linked: (from: RowId, to: RowId, kind: LinkKind) => store.edit(linkPair(rows(), from, to, kind)),
    }
  }, [store, outline, columns, words, days, zoom, selection])
}

/** One operation a row, with only the cells that take an edit. Text that says what is there already is no edit. What was typed goes to the row it was begun in. */
function operationsOf(edits: readonly CellEdit[], outline: Outline, columns: readonly PlanColumn[], words: CellWords): Operation[] {
  const byRow = new Map<RowId, Record<string, unknown>>()
  for (const { column: index, row: at, text, typedIn } of edits) {
    const placed = typedIn ? outline.byId.get(Number(typedIn.row)) : outline.shown[at]
    const column = typedIn ? columns.find(({ key }) => key === typedIn.column) : columns[index - 1]
    if (!placed || !column || !isEditable(column, placed.hasChildren, placed.row.cells['mode'] === 'manual')) continue
    const value = parseCell(column, placed.row, text, words)
    const before = placed.row.cells[column.key] ?? (column.type === 'links' ? [] : null)
    if (JSON.stringify(value) === JSON.stringify(before) || text === editableText(column, placed.row, words)) continue
    byRow.set(placed.row.id, { ...byRow.get(placed.row.id), [column.key]: value })
  }
  return [...byRow].map(([row, cells]) => ({ op: 'set', row, cells }))
}
