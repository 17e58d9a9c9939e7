import { describe, expect, it } from 'vitest'
import { configOf, foldedRows, foldText, isChanged, isFlat, readRegisterSearch, shownView } from './address'
import { readColumns, type Column } from './columns'
import { isWhole, needsOf, operatorsOf, turned } from './conditions'
import { selectionFigures } from './figures'
import { planPaste } from './paste'

const COLUMNS = readColumns(
  [
    { key: 'name', title: 'Name', type: 'text' }, { key: 'no', title: 'No.', type: 'auto' }, { key: 'cost', title: 'Cost', type: 'money', options: { currency: 'EUR' } },
    { key: 'tax', title: 'Tax', type: 'money', options: { currency: 'EUR' } }, { key: 'done', title: 'Done', type: 'percent' }, { key: 'due', title: 'Due', type: 'date' },
  ],
  'en',
  String,
) // prettier-ignore
const at = (key: string) => COLUMNS.find((column) => column.key === key) as Column
const target = { left: 0, top: 1, lines: 2, columns: COLUMNS, mayAdd: true }

describe('a paste', () => {
  it('P1 leaves alone what takes no edit, and names it', () => {
    const plan = planPaste([['a', '1', '2']], target)
    expect(plan.sets).toEqual([{ line: 1, column: 0, text: 'a' }, { line: 1, column: 2, text: '2' }])
    expect(plan.readOnly).toEqual(['No.'])
  })
  it('P2 adds rows beyond the last, where that is allowed', () => {
    const block = [['a'], ['b'], ['c']]
    expect(planPaste(block, target)).toMatchObject({ adds: [[{ column: 0, text: 'b' }], [{ column: 0, text: 'c' }]], rowsLeft: 0 })
    expect(planPaste(block, { ...target, mayAdd: false })).toMatchObject({ adds: [], rowsLeft: 2 })
  })
  it('P3 counts the columns beyond the last', () => {
    expect(planPaste([['x', 'y', 'z']], { ...target, left: 5 })).toMatchObject({ beyond: 2, sets: [{ line: 1, column: 5, text: 'x' }] })
  })
})

describe('filters', () => {
  it('F1 need their values', () => {
    expect(isWhole(['cost', '>'], COLUMNS)).toBe(false)
    expect(isWhole(['cost', 'between', [1, '']], COLUMNS)).toBe(false)
    expect(isWhole(['cost', 'between', [1, 2]], COLUMNS)).toBe(true)
    expect(isWhole(['due', 'empty'], COLUMNS)).toBe(true)
    expect(isWhole(['gone', 'empty'], COLUMNS)).toBe(false)
  })
  it('F2 follow from the type', () => {
    expect(operatorsOf(at('due'))[0]).toBe('before')
    expect(needsOf(at('due'), 'within')).toBe('span')
    expect(needsOf(at('name'), 'contains')).toBe('text')
  })
  it('turn the order of a column up, down and away', () => {
    expect([turned([], 'a'), turned([['a', 'asc']], 'a'), turned([['a', 'desc']], 'a')]).toEqual([[['a', 'asc']], [['a', 'desc']], []])
  })
})

describe('the address', () => {
  it('V1 says more than the view, and holds only what fits', () => {
    const search = readRegisterSearch({ view: 'open', filter: [['a', 'is', 1], ['b', 'nonsense'], 3], order: [['a', 'up']], on: 'yesterday', panel: 'yes', by: 'none', row: '1.2' })
    expect(search).toEqual({ view: 'open', filter: [['a', 'is', 1]], order: [], by: 'none', row: '1.2' })
    const shown = shownView(search, { group: 'type', sort: [['b', 'asc']], columns: ['a'] })
    expect(shown).toMatchObject({ group: undefined, sort: [], columns: ['a'] })
    expect(configOf(shown)).toEqual({ filter: [['a', 'is', 1]], sort: [], group: null, columns: ['a'] })
    expect([isChanged({ view: 'open' }), isChanged({ by: 'x' })]).toEqual([false, true])
    expect([...foldedRows(foldText(new Set([35, 36])))]).toEqual([35, 36])
  })
  it('V2 leaves the tree when rows are chosen or ordered', () => {
    const plain = { q: '', filter: [], sort: [], group: undefined }
    expect([isFlat(plain), isFlat({ ...plain, q: 'x' }), isFlat({ ...plain, group: 'a' })]).toEqual([false, true, true])
  })
})

describe('figures', () => {
  it('A1 add what is of one unit', () => {
    const rows = [{ cost: 10.1, tax: 1, done: 50 }, { cost: 20.2, done: 100 }]
    expect(selectionFigures(rows, [at('cost'), at('tax')])).toMatchObject({ sum: 31.3, counted: 3, cells: 4 })
    expect(selectionFigures(rows, [at('cost'), at('done')])).toMatchObject({ sum: null, like: null })
    expect(selectionFigures(rows, [at('done')]).sum).toBe(null)
    expect(selectionFigures(rows, [at('name')]).counted).toBe(0)
  })
})
