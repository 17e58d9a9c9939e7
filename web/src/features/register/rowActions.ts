/** What is done to rows: new ones, deeper, higher, up, down, away. */
import { newRowId } from '~/engines/plan/structure'
import { endOf, rowAt, withInserted, withoutRows, type RowKey, type Slots } from '~/engines/register/slots'
import { indent, outdent, placeAbove, shift, type Moved } from '~/engines/register/structure'
import type { Cells } from '~/engines/register/cells'
import { newRow, selectedRows, type Needs } from './needs'

export function rowActions(needs: Needs) {
  return {
    insert: () => insert(needs),
    append: () => append(needs),
    insertInto: (place: PlaceOfRow, cells: Cells) => insertInto(needs, place, cells),
    remove: () => remove(needs),
    indent: () => move(needs, indent),
    outdent: () => move(needs, outdent),
    moveUp: () => move(needs, (from, first, last) => shift(from, first, last, -1)),
    moveDown: () => move(needs, (from, first, last) => shift(from, first, last, 1)),
  }
}

function insert({ store, slots, selection, rights, flat, ask }: Needs): void {
  const at = selection.slots?.first
  const near = at === undefined ? undefined : rowAt(slots, at)
  const sheet = near?.sheet ?? ('sheet' in store.place ? store.place.sheet : undefined)
  if (!rights.insert) return
  if (sheet === undefined) return ask()
  const id = newRowId()
  const place = near && at !== undefined ? (flat ? { parent: near.parent, after: near.id, depth: near.depth } : placeAbove(store.slots, at)) : { parent: null, after: newRowId(), depth: 0 }
  const row = { ...newRow(sheet, id, place.parent, place.depth, {}), node: near?.node, nodeName: near?.nodeName }
  store.arrange(sheet, [{ op: 'insert', row: id, parent: place.parent, after: place.after, cells: {} }], withInserted(store.slots, at ?? store.slots.keys.length, [row]))
  selection.selectRow(row.key)
}

/** At the end of the one register that is shown. */
function append({ store, rights, selection }: Needs): void {
  if (!rights.insert || !('sheet' in store.place)) return
  const row = newRow(store.place.sheet, newRowId(), null, 0, {})
  store.arrange(row.sheet, [{ op: 'insert', row: row.id, parent: null, after: newRowId(), cells: {} }], withInserted(store.slots, store.slots.keys.length, [row]))
  selection.selectRow(row.key)
}

export interface PlaceOfRow {
  readonly sheet: number
  readonly node: number
  readonly nodeName: string
}

/** At the end of a sheet, as one of many that are shown: there it stands until the rows are read again. */
function insertInto({ store, selection }: Needs, { sheet, node, nodeName }: PlaceOfRow, cells: Cells): RowKey {
  const row = { ...newRow(sheet, newRowId(), null, 0, cells), node, nodeName }
  const order = new Map(store.getState().head?.sheets?.map((one, at) => [one.id, at]))
  const at = endOf(store.slots, sheet, order)
  // A row that is named but is not there means the end: what stands there may not be loaded.
  const op = { op: 'insert', row: row.id, parent: null, after: newRowId(), cells }
  store.arrange(sheet, [op], withInserted(store.slots, at, [row]))
  selection.selectRow(row.key)
  return row.key
}

function move({ store, slots, selection, rights, flat, sayFlat }: Needs, how: (slots: Slots, first: number, last: number) => Moved | null): void {
  if (!rights.edit || !selection.slots) return
  if (flat) return sayFlat()
  const { first, count } = selection.slots
  const moved = how(store.slots, first, first + count - 1)
  const sheet = rowAt(slots, first)?.sheet
  if (moved && sheet !== undefined) store.arrange(sheet, [moved.op], moved.slots)
}

function remove(needs: Needs): void {
  const { store, rights } = needs
  if (!rights.remove) return
  const chosen = selectedRows(needs)
  for (const sheet of new Set(chosen.map((row) => row.sheet))) {
    const rows = chosen.filter((row) => row.sheet === sheet)
    const ids = new Set(rows.map((row) => row.id))
    const top = rows.filter((row) => row.parent === null || !ids.has(row.parent)).map((row) => row.id)
    store.arrange(sheet, [{ op: 'delete', rows: top }], withoutRows(store.slots, new Set(rows.map((row) => row.key))))
  }
}
