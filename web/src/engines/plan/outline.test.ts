import { describe, expect, it } from 'vitest'
import { applyDeltas, applyOperation, applyOperations, type Operation } from './operations'
import { outline, rowSet, type Row, type RowSet } from './rows'
import { indent, insertAbove, linkInOrder, newRowId, outdent, remove, shift, topmost, unlink } from './structure'

/** `1 (2 3 (4)) 5`: a tree in the words of the tests. */
const rows: Row[] = [
  { id: 1, parent: null, cells: { name: 'One' } },
  { id: 2, parent: 1, cells: { name: 'Two' } },
  { id: 3, parent: 1, cells: { name: 'Three' } },
  { id: 4, parent: 3, cells: { name: 'Four' } },
  { id: 5, parent: null, cells: { name: 'Five' } },
]
const plan = rowSet(rows)
const NOTHING: ReadonlySet<number> = new Set()

function drawn(set: RowSet): string {
  return outline(set, { collapsed: NOTHING })
    .all.map(({ row, depth }) => '.'.repeat(depth) + row.id)
    .join(' ')
}
const after = (operations: readonly Operation[], set = plan) => drawn(applyOperations(set, operations))

describe('the outline', () => {
  it('numbers the rows in order and knows their depth', () => {
    expect(drawn(plan)).toBe('1 .2 .3 ..4 5')
    expect(outline(plan, { collapsed: NOTHING }).byId.get(5)).toMatchObject({ number: 5, depth: 0, hasChildren: false })
  })
  it('hides what is below a collapsed row and keeps the numbers', () => {
    const { shown } = outline(plan, { collapsed: new Set([3]) })
    expect(shown.map(({ row, number }) => [row.id, number])).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
      [5, 5],
    ])
  })
  it('shows what a filter passes, with what it stands under', () => {
    const { shown, shownAt } = outline(plan, { collapsed: new Set([1]), passes: (row) => row.id === 4 })
    expect(shown.map(({ row }) => row.id)).toEqual([1, 3, 4])
    expect(shownAt.get(4)).toBe(2)
  })
  it('orders 10,000 rows in a blink', () => {
    const many = rowSet(
      Array.from({ length: 10_000 }, (_, i) => ({ id: i + 1, parent: i % 10 === 0 ? null : i - (i % 10) + 1, cells: {} })),
    )
    const began = performance.now()
    expect(outline(many, { collapsed: NOTHING }).all).toHaveLength(10_000)
    expect(performance.now() - began).toBeLessThan(200)
  })
})

describe('structure', () => {
  it('indents below the row above', () => expect(after(indent(plan, [5]))).toBe('1 .2 .3 ..4 .5'))
  it('indents neighbours together', () => expect(after(indent(plan, [3]))).toBe('1 .2 ..3 ...4 5'))
  it('cannot indent the first of its siblings', () => expect(indent(plan, [2])).toEqual([]))
  it('outdents behind the parent', () => expect(after(outdent(plan, [2]))).toBe('1 .3 ..4 2 5'))
  it('outdents a branch with all that is below', () => expect(after(outdent(plan, [3, 4]))).toBe('1 .2 3 .4 5'))
  it('moves up and down among siblings', () => {
    expect(after(shift(plan, [3], 'up'))).toBe('1 .3 ..4 .2 5')
    expect(after(shift(plan, [1], 'down'))).toBe('5 1 .2 .3 ..4')
    expect(shift(plan, [5], 'down')).toEqual([])
    expect(shift(plan, [2], 'up')).toEqual([])
  })
  it('inserts above a row, or at the end', () => {
    expect(after([insertAbove(plan, 3, 9)])).toBe('1 .2 .9 .3 ..4 5')
    expect(after([insertAbove(plan, 2, 9)])).toBe('1 .9 .2 .3 ..4 5')
    expect(after([insertAbove(plan, null, 9)])).toBe('1 .2 .3 ..4 5 9')
  })
  it('deletes whole branches', () => expect(after(remove(plan, [3, 4]))).toBe('1 .2 5'))
  it('takes only the topmost of a selection', () => expect(topmost(plan, [1, 2, 4, 5])).toEqual([1, 5]))
  it('makes ids that fit a JSON number', () => expect(Number.isSafeInteger(newRowId(() => 0.999999999999))).toBe(true))
})

describe('operations', () => {
  it('do nothing to rows that are gone', () => {
    expect(after([{ op: 'set', row: 99, cells: { name: 'x' } }])).toBe(drawn(plan))
    expect(after([{ op: 'delete', rows: [99] }])).toBe(drawn(plan))
    expect(after([{ op: 'insert', row: 9, parent: 99, after: null, cells: {} }])).toBe(drawn(plan))
  })
  it('refuse to move a row into itself', () => expect(after([{ op: 'move', rows: [1], parent: 4, after: null }])).toBe(drawn(plan)))
  it('keep the place of a row that is moved after itself', () =>
    expect(after([{ op: 'move', rows: [3], parent: 1, after: 3 }])).toBe(drawn(plan)))
  it('share what did not change', () => {
    const next = applyOperation(plan, { op: 'set', row: 2, cells: { name: 'New' } })
    expect(next.rows.get(3)).toBe(plan.rows.get(3))
    expect(next.children).toBe(plan.children)
  })
  it('take the deltas of the server', () => {
    expect(applyDeltas(plan, { 4: { start: '2026-03-02T08:00' } }).rows.get(4)?.cells).toEqual({ name: 'Four', start: '2026-03-02T08:00' })
  })
})

describe('links', () => {
  it('join the selected rows in order, and come off again', () => {
    const flat = rowSet([1, 2, 3].map((id) => ({ id, parent: null, cells: {} })))
    const linked = applyOperations(flat, linkInOrder(flat, [1, 2, 3]))
    expect(linked.rows.get(3)?.cells['predecessors']).toEqual([{ row: 2, kind: 'FS', lag: 0, lag_unit: 'work' }])
    expect(linkInOrder(linked, [1, 2, 3])).toEqual([])
    expect(unlink(linked, [1, 2, 3])).toHaveLength(2)
    expect(applyOperations(linked, unlink(linked, [3])).rows.get(3)?.cells['predecessors']).toEqual([])
    expect(unlink(linked, [1, 3])).toEqual([])
  })
  it('are never drawn between a summary and what is below it', () => expect(linkInOrder(plan, [1, 2])).toEqual([]))
})
