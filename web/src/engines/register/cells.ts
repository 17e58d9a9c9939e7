/** Cells as text: what is shown, and what the editor begins with and copying gives. */
import { asDuration, formatDuration, type TimeWords, type UnitLetters } from '../cells/durations'
import type { DateOrder, MomentWords } from '../cells/moments'
import type { Column } from './columns'

export type Cells = Readonly<Record<string, unknown>>

export interface Misfit {
  readonly raw: unknown
  readonly problem: string
}

export interface Linked {
  readonly sheet: number
  readonly row: number
}

/** What writing and reading cells for one reader depends on. */
export interface CellWords {
  readonly locale: string
  readonly moments: MomentWords
  readonly order: DateOrder
  readonly time: TimeWords
  readonly letters: UnitLetters
  readonly number: (value: number, decimals: number | undefined) => string
  readonly money: (value: number, currency: string | undefined) => string
  readonly person: (id: number) => string | undefined
  readonly personId: (name: string) => number | undefined
  /** Name of a linked row: null where it may not be seen, undefined where it is not known yet. */
  readonly linked: (link: Linked) => string | null | undefined
  readonly notShared: string
  readonly hidden: string
  readonly yes: string
  readonly no: string
  /** `1 file`, `3 files` */
  readonly files: (count: number) => string
}

export function isMisfit(value: unknown): value is Misfit {
  return typeof value === 'object' && value !== null && 'raw' in value && 'problem' in value
}

/** A figure that would tell of rows which the reader may not see. */
export function isWithheld(value: unknown): boolean {
  return typeof value === 'object' && value !== null && (value as { hidden?: unknown }).hidden === true
}

export function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}

/** The text on the screen. */
export function shownText(column: Column, value: unknown, words: CellWords): string {
  if (isMisfit(value)) return String(value.raw)
  if (isWithheld(value)) return words.hidden
  if (isEmpty(value)) return ''
  switch (column.type) {
    case 'number':
      return typeof value === 'number' ? words.number(value, column.decimals) : String(value)
    case 'money':
      return typeof value === 'number' ? words.money(value, column.currency) : String(value)
    case 'percent':
      return typeof value === 'number' ? `${words.number(value, column.decimals)} %` : String(value)
    case 'auto':
      return `${column.prefix}${String(value)}`
    case 'duration':
      return durationText(value, words)
    case 'date':
      return words.moments.date(value)
    case 'datetime':
      return words.moments.editable(value) || String(value)
    case 'created_at':
    case 'changed_at':
      return momentText(value, words)
    case 'check':
      return value === true ? words.yes : words.no
    case 'file':
      return words.files(Array.isArray(value) ? value.length : 1)
    default:
      return namesOf(column, value, words).join(', ')
  }
}

/** The single names in a cell that holds people, choices, symbols or links; any other cell is one name. */
export function namesOf(column: Column, value: unknown, words: CellWords): string[] {
  const each = Array.isArray(value) ? value : isEmpty(value) ? [] : [value]
  return each.map((one) => nameOf(column, one, words))
}

function nameOf(column: Column, one: unknown, words: CellWords): string {
  switch (column.type) {
    case 'person':
    case 'people':
    case 'created_by':
    case 'changed_by':
      return typeof one === 'number' ? (words.person(one) ?? '?') : String(one)
    case 'choice':
    case 'choices':
    case 'symbol':
      return column.choices.find((choice) => choice.value === String(one))?.label ?? String(one)
    case 'link': {
      const name = isLinked(one) ? words.linked(one) : String(one)
      return name === null ? words.notShared : (name ?? '…')
    }
    default:
      return String(one)
  }
}

export function isLinked(value: unknown): value is Linked {
  return typeof value === 'object' && value !== null && 'sheet' in value && 'row' in value
}

/** The text that the editor begins with and that a spreadsheet gets: numbers plain, in the reader's notation. */
export function editableText(column: Column, value: unknown, words: CellWords): string {
  if (typeof value !== 'number') return shownText(column, value, words)
  if (column.type === 'number' || column.type === 'money' || column.type === 'percent') return plainNumber(value, words.locale)
  return shownText(column, value, words)
}

/** `1234.5` or `1234,5`: nothing that a spreadsheet would have to guess at. */
export function plainNumber(value: number, locale: string): string {
  const text = String(value)
  return decimalMark(locale) === ',' ? text.replace('.', ',') : text
}

const marks = new Map<string, string>()

export function decimalMark(locale: string): string {
  const known = marks.get(locale)
  if (known) return known
  const mark = new Intl.NumberFormat(locale).formatToParts(1.5).find((part) => part.type === 'decimal')?.value ?? '.'
  marks.set(locale, mark)
  return mark
}

function durationText(value: unknown, words: CellWords): string {
  const duration = asDuration(value)
  return duration ? formatDuration(duration, words.time, words.letters) : String(value)
}

/** An aware moment in the reader's own zone. */
function momentText(value: unknown, words: CellWords): string {
  const date = new Date(String(value))
  if (Number.isNaN(date.getTime())) return String(value)
  const two = (part: number) => String(part).padStart(2, '0')
  return words.moments.editable(`${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`)
}
