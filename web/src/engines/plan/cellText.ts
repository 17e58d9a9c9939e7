/**
 * Cells as text: what is shown, what the editor begins with, what copying gives, and what typed or pasted text means.
 * Text that a column cannot read is handed on as it is: the server keeps it and marks it.
 */
import type { PlanColumn } from './columns'
import { asDuration, formatDuration, parseDuration, type TimeWords, type UnitLetters } from '../cells/durations'
import { formatLinks, parseLinks, type Link } from './links'
import { toDate, type MomentWords } from '../cells/moments'
import { isMisfit, type CellValue, type Row, type RowId } from './rows'

/** What reading and writing cells of one plan for one reader depends on. */
export interface CellWords {
  readonly moments: MomentWords
  readonly time: TimeWords
  readonly letters: UnitLetters
  /** Seconds of the day at which work starts and ends: what a date typed without a time means. */
  readonly dayStart: number
  readonly dayEnd: number
  readonly numberOf: (row: RowId) => number | undefined
  readonly idOf: (number: number) => RowId | undefined
  readonly resourceName: (id: number) => string | undefined
  /** The words for choices, by column key and choice. */
  readonly choice: (key: string, choice: string) => string
  readonly yes: string
  readonly no: string
}

/** The text on the screen. */
export function shownText(column: PlanColumn, row: Row, words: CellWords): string {
  const value = row.cells[column.key]
  if (isMisfit(value)) return String(value.raw)
  if (value === null || value === undefined) return ''
  switch (column.type) {
    case 'moment':
      return words.moments.date(value)
    case 'duration':
    case 'slack':
      return durationText(value, words)
    case 'percent':
      return typeof value === 'number' ? `${trimmed(value)} %` : String(value)
    case 'links':
      return Array.isArray(value) ? formatLinks(value as Link[], words.numberOf, words.time, words.letters) : String(value)
    case 'people':
      return peopleText(value, words.resourceName)
    case 'choice':
      return words.choice(column.key, String(value))
    case 'check':
      return value === true ? words.yes : words.no
    default:
      return String(value)
  }
}

/** The text that the editor begins with: as shown, but a moment with its time and a percentage without its sign. */
export function editableText(column: PlanColumn, row: Row, words: CellWords): string {
  const value = row.cells[column.key]
  if (isMisfit(value) || value === null || value === undefined) return shownText(column, row, words)
  if (column.type === 'moment') return words.moments.editable(value)
  if (column.type === 'percent' && typeof value === 'number') return trimmed(value)
  return shownText(column, row, words)
}

function durationText(value: CellValue, words: CellWords): string {
  const duration = asDuration(value)
  return duration ? formatDuration(duration, words.time, words.letters) : String(value)
}

function trimmed(value: number): string {
  return String(Math.round(value * 10) / 10)
}

interface Assignment {
  readonly resource: number
  readonly units?: number
}

/** `Ada 50 %, Grace`: who is assigned, with the share where it is not all. */
export function peopleText(value: CellValue, resourceName: CellWords['resourceName']): string {
  if (!Array.isArray(value)) return String(value)
  const names = (value as Assignment[]).map(({ resource, units }) => {
    const share = units === undefined || units === 1 ? '' : ` ${Math.round(units * 100)} %`
    return `${resourceName(resource) ?? '?'}${share}`
  })
  return names.join(', ')
}

/** The value that typed or pasted text means in a column; empty text empties the cell. */
export function parseCell(column: PlanColumn, row: Row, text: string, words: CellWords): CellValue {
  const plain = text.trim()
  if (plain === '') return column.type === 'links' ? [] : null
  switch (column.type) {
    case 'moment':
      return readMoment(column, row, plain, words) ?? plain
    case 'duration':
      return readDuration(plain, words) ?? plain
    case 'percent':
      return readNumber(plain.replace(/\s*%$/, '')) ?? plain
    case 'number':
      return readNumber(plain) ?? plain
    case 'links': {
      const read = parseLinks(plain, words.idOf, row.id, words.time)
      return 'links' in read ? read.links : plain
    }
    case 'choice':
      return readChoice(column, plain, words) ?? plain
    case 'check':
      return readCheck(plain, words) ?? plain
    default:
      return text
  }
}

function readMoment(column: PlanColumn, row: Row, text: string, words: CellWords): string | null {
  const near = toDate(row.cells[column.key]) ?? toDate(row.cells['start']) ?? new Date(2026, 0, 1)
  const isEnd = column.key === 'finish' || column.key === 'deadline' || column.key === 'actual_finish'
  return words.moments.read(text, near, isEnd ? words.dayEnd : words.dayStart)
}

/** A plain number of seconds where it is nothing more: the smallest value that says it all. */
function readDuration(text: string, words: CellWords): CellValue | null {
  const duration = parseDuration(text, words.time)
  return duration && (duration.elapsed || duration.estimated ? duration : duration.seconds)
}

function readNumber(text: string): number | null {
  const plain = text.replace(/\s/g, '').replace(/−/g, '-').replace(',', '.')
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null
}

/** By the server's word, the reader's word, or the only choice that begins so. */
function readChoice(column: PlanColumn, text: string, words: CellWords): string | null {
  const choices = column.choices ?? []
  const wanted = text.toLowerCase()
  const exact = choices.find((choice) => choice.toLowerCase() === wanted || words.choice(column.key, choice).toLowerCase() === wanted)
  if (exact) return exact
  const begins = choices.filter((choice) => words.choice(column.key, choice).toLowerCase().startsWith(wanted))
  return begins.length === 1 ? (begins[0] as string) : null
}

function readCheck(text: string, words: CellWords): boolean | null {
  const plain = text.toLowerCase()
  if ([words.yes.toLowerCase(), 'yes', 'true', '1', 'x'].includes(plain)) return true
  return [words.no.toLowerCase(), 'no', 'false', '0'].includes(plain) ? false : null
}
