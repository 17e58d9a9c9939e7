import { describe, expect, it } from 'vitest'
import { linesOf } from './lines'
import { missingPages, NO_SLOTS, PAGE, rowAt, withCells, withoutRows, withPage, type RegisterRow, type Slots } from './slots'
import { indent, outdent, shift } from './structure'

const row = (id: number, depth = 0, parent: number | null = null, seq = 1): RegisterRow => ({ key: `1:${id}`, id, sheet: 1, parent, depth, hasChildren: false, cells: { name: `row ${id}` }, comments: 0, files: 0, seq })
const ids = (slots: Slots) => slots.keys.map((_, index) => rowAt(slots, index)?.id)
/** 1 (2 (3)) 4 5 (6) */
const TREE = withPage(NO_SLOTS, 0, 6, [row(1), row(2, 1, 1), row(3, 2, 2), row(4), row(5), row(6, 1, 5)])

describe('windows', () => {
  it('W1 fill their own slots and take moved rows from others', () => {
    const two = withPage(withPage(NO_SLOTS, 0, 4, [row(1), row(2)]), 2, 4, [row(2), row(3)])
    expect(ids(two)).toEqual([1, undefined, 2, 3])
    expect(ids(withPage(two, 0, 2, [row(4), row(2)]))).toEqual([4, 2])
  })
  it('W2 keep cells of a later change', () => {
    const changed = withCells(withPage(NO_SLOTS, 0, 1, [row(1)]), [['1:1', { name: 'new' }]], 5)
    expect(rowAt(withPage(changed, 0, 1, [row(1, 0, null, 4)]), 0)?.cells).toEqual({ name: 'new' })
    expect(rowAt(withPage(changed, 0, 1, [row(1, 0, null, 6)]), 0)?.cells).toEqual({ name: 'row 1' })
  })
  it('W3 are asked for where they are looked at', () => {
    const slots = withPage(NO_SLOTS, 0, 5 * PAGE, Array.from({ length: PAGE }, (_, index) => row(index + 1)))
    expect(missingPages(slots, new Set(), 0, PAGE - 1)).toEqual([])
    expect(missingPages(slots, new Set([0]), 10, PAGE + 10)).toEqual([0, 1])
  })
  it('W4 lose a row with all below it', () => {
    expect(ids(withoutRows(TREE, new Set(['1:1', '1:6'])))).toEqual([4, 5])
  })
})

describe('the tree', () => {
  it('S1 moves no rows that are not siblings', () => {
    expect(indent(TREE, 1, 3)).toBe(null)
    expect(ids(indent(TREE, 3, 5)?.slots ?? NO_SLOTS)).toEqual([1, 2, 3, 4, 5, 6])
  })
  it('S2 indents below the sibling above', () => {
    const moved = indent(TREE, 3, 3)
    expect(moved?.op).toEqual({ op: 'move', rows: [4], parent: 1, after: 1 })
    expect(rowAt(moved?.slots ?? NO_SLOTS, 3)).toMatchObject({ id: 4, depth: 1, parent: 1 })
    expect(indent(TREE, 0, 0)).toBe(null)
  })
  it('S3 outdents behind the parent and all of its rows', () => {
    const moved = outdent(TREE, 1, 1)
    expect(moved?.op).toEqual({ op: 'move', rows: [2], parent: null, after: 1 })
    expect(ids(moved?.slots ?? NO_SLOTS)).toEqual([1, 2, 3, 4, 5, 6])
    expect(rowAt(moved?.slots ?? NO_SLOTS, 2)).toMatchObject({ id: 3, depth: 1, parent: 2 })
  })
  it('S4 passes a whole branch, and stops at the ends', () => {
    expect(ids(shift(TREE, 3, 3, -1)?.slots ?? NO_SLOTS)).toEqual([4, 1, 2, 3, 5, 6])
    expect(shift(TREE, 3, 3, -1)?.op.after).toBe(null)
    expect(ids(shift(TREE, 0, 0, 1)?.slots ?? NO_SLOTS)).toEqual([4, 1, 2, 3, 5, 6])
    expect(shift(TREE, 4, 4, 1)).toBe(null)
    expect(shift(TREE, 1, 1, -1)).toBe(null)
  })
})

describe('groups', () => {
  const GROUPS = [{ value: 'a', start: 0, count: 2 }, { value: null, start: 2, count: 3 }]
  it('G1 begin with a line of their own', () => {
    const lines = linesOf(5, GROUPS, new Set())
    expect(lines.count).toBe(7)
    expect([0, 1, 3, 4].map((line) => lines.at(line)?.kind)).toEqual(['group', 'row', 'group', 'row'])
    expect([0, 1, 2, 4].map((index) => lines.lineOf(index))).toEqual([1, 2, 4, 6])
    expect(lines.at(7)).toBe(undefined)
  })
  it('G1 keep only that line when they are folded', () => {
    const lines = linesOf(5, GROUPS, new Set(['"a"']))
    expect(lines.count).toBe(5)
    expect(lines.lineOf(0)).toBe(undefined)
    expect(lines.at(2)).toEqual({ kind: 'row', index: 2 })
  })
})
