/**
 * What typed or pasted text means in a column. Text that cannot be read is handed on as it is: the server reads it by the same rules,
 * keeps what does not fit, and says why.
 */
import { parseDuration } from '../cells/durations'
import { toDate } from '../cells/moments'
import { decimalMark, editableText, isEmpty, shownText, type CellWords } from './cells'
import type { Choice, Column } from './columns'

/** The value for the server; null empties the cell. `now` is what the cell holds. */
export function readCell(column: Column, now: unknown, text: string, words: CellWords): unknown {
  const plain = text.trim()
  if (plain === '') return null
  switch (column.type) {
    case 'number':
    case 'money':
    case 'percent':
      return readNumber(plain.replace(/\s*%$/, ''), words.locale) ?? plain
    case 'date':
      return readDay(plain, now, words) ?? plain
    case 'datetime':
      return words.moments.read(plain, near(now), 8 * 3600) ?? plain
    case 'duration': {
      const duration = parseDuration(plain, words.time)
      return duration ? (duration.elapsed || duration.estimated ? duration : duration.seconds) : plain
    }
    case 'choice':
    case 'symbol':
      return readChoice(column.choices, plain) ?? plain
    case 'choices':
      return several(plain, (part) => readChoice(column.choices, part)) ?? plain
    case 'person':
      return words.personId(plain) ?? plain
    case 'people':
      return several(plain, words.personId) ?? plain
    case 'check':
      return readCheck(plain, words) ?? plain
    default:
      return text
  }
}

/** Whether an edit would change nothing: then it is none. */
export function sameCell(column: Column, now: unknown, next: unknown, text: string | undefined, words: CellWords): boolean {
  if (isEmpty(now) && isEmpty(next)) return true
  if (JSON.stringify(now) === JSON.stringify(next)) return true
  return text !== undefined && text !== '' && (text === editableText(column, now, words) || text === shownText(column, now, words))
}

/**
 * A number as people and spreadsheets write it: `1,234.50`, `1.234,50`, `1 234`, `−12`, `€ 99`, `(12)`.
 * Where only one mark stands in it, it is the reader's decimal mark or parts thousands; anything else is left to the server.
 */
export function readNumber(text: string, locale: string): number | null {
  const bracketed = /^\(.*\)$/.test(text)
  let plain = text.replace(/[()]/g, '').replace(/[\s\u00a0\u202f'’]/g, '').replace(/\u2212/g, '-').replace(/^[A-Z]{3}|[A-Z]{3}$|\p{Sc}/gu, '')
  const mark = decimalMark(locale)
  const [comma, dot] = [plain.lastIndexOf(','), plain.lastIndexOf('.')]
  if (comma >= 0 && dot >= 0) plain = comma > dot ? plain.replaceAll('.', '').replace(',', '.') : plain.replaceAll(',', '')
  else if (comma >= 0 || dot >= 0) {
    const found = comma >= 0 ? ',' : '.'
    const parts = plain.split(found)
    if (found === mark && parts.length === 2) plain = parts.join('.')
    else if (parts.slice(1).every((part) => part.length === 3) && /^-?\d{1,3}$/.test(parts[0] as string)) plain = parts.join('')
    else if (parts.length === 2) plain = parts.join('.')
  }
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain)) return null
  const value = Number(plain)
  return bracketed ? -value : value
}

function near(now: unknown): Date {
  return toDate(now) ?? new Date()
}

function readDay(text: string, now: unknown, words: CellWords): string | null {
  return words.moments.read(text, near(now), 0)?.slice(0, 10) ?? null
}

/** By the value, by the label, or the only label that begins so. */
function readChoice(choices: readonly Choice[], text: string): string | undefined {
  const wanted = text.toLowerCase()
  const exact = choices.find((choice) => choice.label.toLowerCase() === wanted) ?? choices.find((choice) => choice.value.toLowerCase() === wanted)
  if (exact) return exact.value
  const begins = choices.filter((choice) => choice.label.toLowerCase().startsWith(wanted))
  return begins.length === 1 ? begins[0]?.value : undefined
}

/** All names between commas or semicolons, or nothing where one is unknown. */
function several<T>(text: string, read: (part: string) => T | undefined): T[] | null {
  const whole = read(text)
  if (whole !== undefined) return [whole]
  const parts = text.split(/[,;\n]/).map((part) => part.trim()).filter(Boolean)
  const found = parts.map(read)
  return found.includes(undefined) ? null : [...new Set(found as T[])]
}

function readCheck(text: string, words: CellWords): boolean | null {
  const plain = text.toLowerCase()
  if ([words.yes.toLowerCase(), 'yes', 'true', '1', 'x', '✓'].includes(plain)) return true
  return [words.no.toLowerCase(), 'no', 'false', '0'].includes(plain) ? false : null
}
