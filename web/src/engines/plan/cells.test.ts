import { describe, expect, it } from 'vitest'
import { editableText, parseCell, shownText, type CellWords } from './cellText'
import { fromTsv, tiled, toTsv } from '../cells/clipboard'
import { COLUMN_BY_KEY, isEditable, type PlanColumn } from './columns'
import { ENGLISH_LETTERS, STANDARD_WORDS } from '../cells/durations'
import { dateOrder, MomentWords, parseMoment, toDate } from '../cells/moments'
import type { Row } from './rows'
import { selectionFigures } from './selection'

const column = (key: string) => COLUMN_BY_KEY.get(key) as PlanColumn
const row: Row = {
  id: 5,
  parent: null,
  cells: {
    name: 'تصميم', start: '2026-03-02T08:00', finish: '2026-03-04T17:00', duration: 86400, percent_complete: 33.333,
    predecessors: [{ row: 100, kind: 'SS', lag: 0, lag_unit: 'work' }], assignments: [{ resource: 1, units: 0.5 }, { resource: 2, units: 1 }],
    deadline: { raw: '32.13.2026', problem: 'not a date' }, slip: -28800, constraint: 'SNET',
  },
} // prettier-ignore
const words: CellWords = {
  moments: new MomentWords('de-DE'),
  time: STANDARD_WORDS,
  letters: ENGLISH_LETTERS,
  dayStart: 28800,
  dayEnd: 61200,
  numberOf: (id) => id / 100,
  idOf: (number) => (number < 50 ? number * 100 : undefined),
  resourceName: (id) => ['', 'Ada', 'Grace'][id],
  choice: (_, choice) => ({ SNET: 'Start no earlier than', SNLT: 'Start no later than', MSO: 'Must start on' })[choice] ?? choice,
  yes: 'Ja',
  no: 'Nein',
}

describe('what a cell shows', () => {
  it.each([
    ['name', 'تصميم'],
    ['start', '2. März 2026'],
    ['duration', '3d'],
    ['percent_complete', '33.3 %'],
    ['predecessors', '1SS'],
    ['assignments', 'Ada 50 %, Grace'],
    ['slip', '−1d'],
    ['constraint', 'Start no earlier than'],
    ['deadline', '32.13.2026'],
    ['baseline_finish', ''],
  ])('%s: %s', (key, text) => expect(shownText(column(key), row, words)).toBe(text))
  it('opens a date for editing with its time', () => expect(editableText(column('start'), row, words)).toBe('2. März 2026 08:00'))
})

describe('what typed text means', () => {
  it.each([
    ['start', '5.3.26', '2026-03-05T08:00'],
    ['finish', '5.3.', '2026-03-05T17:00'],
    ['start', '5. Mai', '2026-05-05T08:00'],
    ['start', '5 Dec 2027', '2027-12-05T08:00'],
    ['start', '2026-03-05 13:30', '2026-03-05T13:30'],
    ['duration', '2d?', { seconds: 57600, estimated: true }],
    ['duration', '2w', 288000],
    ['percent_complete', '50%', 50],
    ['percent_complete', '12,5', 12.5],
    ['constraint', 'must', 'MSO'],
    ['constraint', 'snlt', 'SNLT'],
    ['milestone', 'ja', true],
    ['predecessors', '', []],
    ['name', ' ', null],
  ])('%s %s', (key, text, value) => expect(parseCell(column(key), row, text, words)).toEqual(value))
  it.each([
    ['start', '32.13.2026'],
    ['duration', 'soon'],
    ['predecessors', '99'],
    ['percent_complete', 'half'],
    ['constraint', 'start'],
  ])('keeps %s %j as typed', (key, text) => expect(parseCell(column(key), row, text, words)).toBe(text))
})

describe('moments', () => {
  it('know the order of the reader', () => expect([dateOrder('en-US'), dateOrder('de'), dateOrder('sv')]).toEqual(['mdy', 'dmy', 'ymd']))
  it('read American dates and times', () => expect(parseMoment('3/5/26 1:30 pm', 'mdy', new Date(2026, 0, 1))).toBe('2026-03-05T13:30'))
  it('come back the same from every editor', () => {
    for (const locale of ['en-GB', 'en-US', 'de-DE', 'fr', 'es', 'sv', 'pl']) {
      const words = new MomentWords(locale)
      for (let month = 1; month <= 12; month += 1) {
        const moment = `2026-${String(month).padStart(2, '0')}-05T13:30`
        expect([locale, words.read(words.editable(moment), new Date(2026, 0, 1), 0)]).toEqual([locale, moment])
      }
    }
  })
  it('refuse days that do not exist', () =>
    expect([toDate('2026-02-30'), parseMoment('30.2.2026', 'dmy', new Date())]).toEqual([null, null]))
})

describe('the clipboard', () => {
  it('brings quotes, tabs and line ends through', () => {
    const cells = [
      ['a', 'b\tc'],
      ['say "x"', 'two\nlines'],
    ]
    expect(fromTsv(toTsv(cells))).toEqual(cells)
  })
  it('reads what Excel writes', () =>
    expect(fromTsv('a\tb\r\nc\t\r\n')).toEqual([
      ['a', 'b'],
      ['c', ''],
    ]))
  it('fills a selection with one value, and repeats a block that fits', () => {
    expect(tiled([['x']], 2, 2)).toEqual([
      ['x', 'x'],
      ['x', 'x'],
    ])
    expect(tiled([['a'], ['b']], 1, 4)).toEqual([['a'], ['b'], ['a'], ['b']])
    expect(tiled([['a', 'b']], 3, 1)).toEqual([['a', 'b']])
  })
})

describe('a selection', () => {
  it('adds durations', () =>
    expect(selectionFigures([row, row], [column('duration')])).toMatchObject({ sum: 172800, average: 86400, kind: 'duration' }))
  it('adds nothing where kinds are mixed', () =>
    expect(selectionFigures([row], [column('duration'), column('name')])).toMatchObject({ sum: null, cells: 2 }))
})

it('knows what a summary computes itself', () => {
  expect([isEditable(column('duration'), true), isEditable(column('duration'), false), isEditable(column('name'), true)]).toEqual([
    false,
    true,
    true,
  ])
})
