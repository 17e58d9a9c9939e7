import { describe, expect, it } from 'vitest'
import { STANDARD_WORDS } from '../cells/durations'
import { MomentWords } from '../cells/moments'
import { shownText, type CellWords } from './cells'
import { readColumns, shownColumns, type Column, type ServerColumn } from './columns'
import { readCell, readNumber, sameCell } from './reading'

const moments = new MomentWords('en-GB')
const WORDS: CellWords = {
  locale: 'en-GB', moments, order: moments.order, time: STANDARD_WORDS, letters: { d: 'd', h: 'h', m: 'm', s: 's' },
  number: (value, decimals) => (decimals === undefined ? String(value) : value.toFixed(decimals)), money: (value, currency) => `${currency} ${value.toFixed(2)}`,
  person: (id) => ({ 1: 'Ada Lovelace', 2: 'Grace Hopper' })[id], personId: (name) => ({ 'ada lovelace': 1, 'grace hopper': 2 })[name.toLowerCase()],
  linked: ({ row }) => (row === 9 ? null : `Objective ${row}`), notShared: 'not shared with you', hidden: 'withheld', yes: 'Yes', no: 'No', files: (count) => `${count} files`,
} // prettier-ignore

const TYPE: ServerColumn = {
  key: 'type', title: 'Type', type: 'choice',
  options: { titles: { en: 'Type', de: 'Art' }, choices: ['risk', 'issue'], labels: { risk: { en: 'Risk', de: 'Risiko' }, issue: { en: 'Issue' } }, tones: { risk: 'amber' } },
} // prettier-ignore
const column = (given: Partial<ServerColumn>, locale = 'en'): Column => readColumns([{ key: 'k', title: 'K', type: 'text', ...given }], locale, (set, word) => `${set} ${word}`, 'EUR')[0] as Column
const read = (given: Partial<ServerColumn>, text: string) => readCell(column(given), null, text, WORDS)

describe('columns', () => {
  it('C1 speak the language of the reader, else English', () => {
    const german = column(TYPE, 'de')
    expect([german.title, german.choices[0]?.label, german.choices[1]?.label, german.choices[0]?.tone]).toEqual(['Art', 'Risiko', 'Issue', 'amber'])
    expect(column({ type: 'symbol', options: { set: 'status' } }).choices[0]).toEqual({ value: 'G', label: 'status G', tone: 'green' })
  })
  it('C2 take no edit where the server fills them', () => {
    const fixed = [{ type: 'auto' }, { type: 'changed_at' }, { computed: true }, { type: 'number', options: { compute: {} } }, { type: 'of tomorrow' }]
    expect(fixed.map((given) => column(given).editable)).toEqual([false, false, false, false, false])
    expect(column({}).editable).toBe(true)
  })
  it('C3 begin with the primary one', () => {
    const all = readColumns([{ key: 'no', title: 'No.', type: 'auto' }, { key: 'name', title: 'Name', type: 'text' }, { key: 'x', title: 'X', type: 'text' }], 'en', String)
    expect(shownColumns(all, ['x', 'no']).map((each) => each.key)).toEqual(['name', 'x', 'no'])
  })
})

describe('shown text', () => {
  it('C4 writes money with its currency, misfits as typed, and withholds', () => {
    expect(shownText(column({ type: 'money' }), 12.5, WORDS)).toBe('EUR 12.50')
    expect(shownText(column({ type: 'number' }), { raw: 'soon', problem: 'This is not a number.' }, WORDS)).toBe('soon')
    expect(shownText(column({ type: 'money' }), { hidden: true }, WORDS)).toBe('withheld')
    expect(shownText(column({ type: 'auto', options: { prefix: 'R-' } }), 7, WORDS)).toBe('R-7')
    expect(shownText(column({ type: 'date' }), '2026-03-02', WORDS)).toBe('2 Mar 2026')
  })
  it('C5 names people and links, and says what is not shared', () => {
    expect(shownText(column({ type: 'people' }), [1, 2], WORDS)).toBe('Ada Lovelace, Grace Hopper')
    expect(shownText(column({ type: 'link' }), [{ sheet: 1, row: 4 }, { sheet: 1, row: 9 }], WORDS)).toBe('Objective 4, not shared with you')
  })
})

describe('reading', () => {
  it.each([['1,234.50', 1234.5], ['1.234,50', 1234.5], ['1 234', 1234], ['−12', -12], ['€ 99', 99], ['EUR 1,200', 1200], ['(12)', -12], ['1.5', 1.5], ['1,5', 1.5], ['twelve', null]])('T1 reads %s', (text, value) => {
    expect(readNumber(text, 'en-GB')).toBe(value)
  })
  it('T1 lets the notation of the reader decide', () => {
    expect([readNumber('1.234', 'de'), readNumber('1,234', 'de'), readNumber('1.234', 'en-GB'), readNumber('1,234', 'en-GB')]).toEqual([1234, 1.234, 1.234, 1234])
  })
  it('T2 reads choices by label, value and beginning', () => {
    expect(['Risk', 'issue', 'iss', 'r'].map((text) => read(TYPE, text))).toEqual(['risk', 'issue', 'issue', 'risk'])
    expect(read({ ...TYPE, type: 'choices' }, 'Risk, Issue')).toEqual(['risk', 'issue'])
    expect(read({ ...TYPE, type: 'choices' }, 'Risk, Wish')).toBe('Risk, Wish')
    expect(read({ type: 'people' }, 'Ada Lovelace; grace hopper')).toEqual([1, 2])
  })
  it('T3 reads dates as people write them', () => {
    expect(['2 Mar 2026', '02.03.2026', '2026-03-02', '2/3/2026'].map((text) => read({ type: 'date' }, text))).toEqual(Array(4).fill('2026-03-02'))
  })
  it('T4 hands on what it cannot read, and empties by nothing', () => {
    expect(read({ type: 'number' }, 'lots')).toBe('lots')
    expect(read({ type: 'date' }, 'soon')).toBe('soon')
    expect(read({}, '  ')).toBe(null)
  })
  it('T5 sees that nothing changed', () => {
    expect(sameCell(column({}), null, '', '', WORDS)).toBe(true)
    expect(sameCell(column({ type: 'number' }), 5, 5, '5', WORDS)).toBe(true)
    expect(sameCell(column({}), 'a', 'b', 'b', WORDS)).toBe(false)
  })
})
