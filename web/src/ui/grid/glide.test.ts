/** What an edit says of where it goes: rows may have come and gone since an editor was opened. */
import { expect, test } from 'vitest'
import type { EditorCell } from './CellEditor'
import { editOf, toGlide } from './glide'

const COLUMN = { id: 'name', title: 'Title', width: 100 }
const CELL = toGlide({ row: '1:7', text: 'Ground water', editable: true }, COLUMN)

test('what was typed goes to the row and the column that the editor was opened in', () => {
  const typed: EditorCell = { ...CELL, data: 'Rock', displayData: 'Rock', view: undefined }
  expect(editOf(typed)).toMatchObject({ text: 'Rock', typedIn: { row: '1:7', column: 'name' } })
  // The key that opened the editor, and no other after it.
  expect(editOf({ ...CELL, data: 'R' })).toMatchObject({ text: 'R', typedIn: { row: '1:7', column: 'name' } })
})

test('what was typed into the line of a new row goes to a new row', () => {
  expect(editOf({ ...toGlide({ row: null, text: '', editable: true }, COLUMN), data: 'Rock' }).typedIn).toEqual({ row: null, column: 'name' })
})

test('a cell that is filled into another place says nothing of its own', () => {
  expect(editOf(CELL)).toEqual({ text: 'Ground water' })
})
