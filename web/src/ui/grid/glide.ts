/** Between what a page says about its cells and the words of Glide Data Grid. */
import { CompactSelection, GridCellKind, type EditableGridCell, type GridCell, type GridSelection, type ProvideEditorCallback } from '@glideapps/glide-data-grid'
import { CellEditor, editedText, isUntouched, type EditorCell } from './CellEditor'
import { DateEditor } from './DateEditor'
import { LinesEditor } from './LinesEditor'
import { INDENT, TREE_LEFT, type CellEdit, type GridCellView, type GridColumnView, type GridRange } from './model'
import { PickEditor } from './PickEditor'

const NO_SELECTION: GridSelection = { columns: CompactSelection.empty(), rows: CompactSelection.empty(), current: undefined }

export function onTriangle(view: GridCellView, x: number): boolean {
  if (!view.tree || view.tree.open === null) return false
  const left = TREE_LEFT + view.tree.depth * INDENT
  return x >= left - 8 && x <= left + 18
}

/** Every cell is a text cell: what differs is drawn. `view` rides along for the drawing. */
export function toGlide(view: GridCellView, column: GridColumnView | undefined): EditorCell {
  return {
    kind: GridCellKind.Text,
    data: view.text,
    displayData: view.text,
    copyData: view.editText ?? view.text,
    allowOverlay: view.editable === true,
    readonly: view.editable !== true,
    cursor: view.head || view.tree || view.heading ? 'default' : undefined,
    choices: view.choices,
    editor: view.editor,
    label: column?.title ?? '',
    view,
    typedIn: view.row === undefined || !column ? undefined : { row: view.row, column: column.id },
  }
}

const EDITORS = { lines: LinesEditor, pick: PickEditor, date: DateEditor } as const

export const provideEditor = ((cell: EditorCell) =>
  cell.kind === GridCellKind.Text ? { editor: editorFor(cell), disablePadding: true } : undefined) as unknown as ProvideEditorCallback<GridCell>

function editorFor(cell: EditorCell) {
  const spec = cell.editor?.()
  return spec ? EDITORS[spec.kind] : CellEditor
}

/** A press in the middle of a cell, where its box is. */
export function onBox({ localEventX, bounds }: { localEventX: number; bounds: { width: number } }): boolean {
  return Math.abs(localEventX - bounds.width / 2) < 14
}

/** What an edit says: typed text, or what was picked or filled in from a cell whose text does not say all. A fill hands a cell on as it stands, for another place. */
export function editOf(value: EditableGridCell): Pick<CellEdit, 'text' | 'picked' | 'typedIn'> {
  if (value.kind !== GridCellKind.Text) return { text: '' }
  const cell = value as EditorCell
  const text = editedText(cell)
  if (isUntouched(cell)) return cell.view.value === undefined ? { text } : { text, picked: { value: cell.view.value } }
  return { text, picked: cell.picked, typedIn: cell.typedIn }
}

export function toRange(selection: GridSelection, columns: number): GridRange | null {
  const current = selection.current
  if (!current) return null
  const [column, row] = current.cell
  const { x, y, width, height } = current.range
  // The row's number is not a cell: a selection that begins there means whole rows.
  if (x === 0) return { column: Math.max(1, column), row, x: 1, y, width: columns - 1, height }
  return { column, row, x, y, width, height }
}

export function fromRange(range: GridRange | null): GridSelection {
  if (!range) return NO_SELECTION
  const { x, y, width, height } = range
  return { ...NO_SELECTION, current: { cell: [range.column, range.row], range: { x, y, width, height }, rangeStack: [] } }
}
