/**
 * Moments of a plan: naive wall-clock text such as `2026-03-02T08:00` (seconds only when not zero), never shifted to the
 * reader's zone. A `Date` is used only where a library needs one, and then carries the wall clock in its local parts.
 */

const NAIVE = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?)?$/

/** The wall clock as a local `Date`, or null. */
export function toDate(moment: unknown): Date | null {
  if (typeof moment !== 'string' || !NAIVE.test(moment)) return null
  const [month, day] = [numberAt(moment, 5), numberAt(moment, 8)]
  const clocked = moment.length > 10
  // Thousands of moments are read for one edit: by their places, because groups of an expression take five times as long.
  const date = new Date(numberAt(moment, 0) * 100 + numberAt(moment, 2), month - 1, day, clocked ? numberAt(moment, 11) : 0, clocked ? numberAt(moment, 14) : 0, moment.length > 16 ? numberAt(moment, 17) : 0)
  return date.getMonth() === month - 1 && date.getDate() === day ? date : null
}

/** The number of two digits that stands there. */
function numberAt(text: string, place: number): number {
  return text.charCodeAt(place) * 10 + text.charCodeAt(place + 1) - 528
}

const two = (value: number) => String(value).padStart(2, '0')

export function fromDate(date: Date): string {
  const seconds = date.getSeconds() === 0 ? '' : `:${two(date.getSeconds())}`
  return `${isoDay(date)}T${two(date.getHours())}:${two(date.getMinutes())}${seconds}`
}

export function isoDay(date: Date): string {
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** Which of day, month and year comes first where the reader lives. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd'

export function dateOrder(locale: string): DateOrder {
  const parts = new Intl.DateTimeFormat(locale).formatToParts(new Date(2026, 10, 22)).map((part) => part.type)
  const first = parts.find((type) => type === 'day' || type === 'month' || type === 'year')
  return first === 'year' ? 'ymd' : first === 'month' ? 'mdy' : 'dmy'
}

const TYPED = /^(\d{1,4})[.\-/ ]+(\d{1,2})(?:[.\-/ ]+(\d{4}|\d{1,2}(?!\d|:)))?\.?(?:[T, ]+(\d{1,2})(?::(\d{2}))?\s*(am|pm)?)?$/i

/**
 * Reads a date as typed: ISO anywhere, else in the order of the reader's locale; a year may be missing (the `near` one's) or have two digits.
 * Without a time the time of `near` is kept, else `dayStart` (seconds of the day).
 */
export function parseMoment(text: string, order: DateOrder, near: Date, dayStart = 8 * 3600): string | null {
  const match = TYPED.exec(text.trim())
  if (!match) return null
  const [, a, b, c, hour, minute, half] = match as unknown as [string, string, string, string?, string?, string?, string?]
  const day = readDay([a, b, c], order, near.getFullYear())
  if (!day) return null
  const clock = hour === undefined ? [Math.floor(dayStart / 3600), Math.floor((dayStart % 3600) / 60)] : readClock(hour, minute, half)
  if (!clock) return null
  const moment = `${day}T${two(clock[0] as number)}:${two(clock[1] as number)}`
  return toDate(moment) ? moment : null
}

function readDay([a, b, c]: [string, string, string?], order: DateOrder, thisYear: number): string | null {
  const iso = a.length === 4
  if (iso && c === undefined) return null
  const [year, month, day] = iso
    ? [a, b, c]
    : order === 'mdy'
      ? [c, a, b]
      : order === 'ymd' && c !== undefined
        ? [a, b, c]
        : order === 'ymd'
          ? [c, a, b]
          : [c, b, a]
  const full = year === undefined ? thisYear : year.length <= 2 ? 2000 + Number(year) : Number(year)
  return `${full}-${two(Number(month))}-${two(Number(day))}`
}

function readClock(hour: string, minute = '0', half?: string): [number, number] | null {
  const plain = Number(hour)
  const shifted = half ? (plain % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : plain
  return shifted < 24 && Number(minute) < 60 ? [shifted, Number(minute)] : null
}

/** Formats and reads moments of one locale; made once, used for thousands of cells. */
export class MomentWords {
  private readonly day: Intl.DateTimeFormat
  private readonly weekday: Intl.DateTimeFormat
  private readonly clock: Intl.DateTimeFormat
  private readonly months: ReadonlyMap<string, number>
  private readonly known = new Map<string, string>()
  readonly order: DateOrder

  constructor(readonly locale: string) {
    this.day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' })
    this.weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
    this.clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' })
    this.months = monthNames(locale)
    this.order = dateOrder(locale)
  }

  /** `2 Mar 2026`; empty for nothing. Remembered, because a plan repeats its days. */
  date(moment: unknown): string {
    if (typeof moment !== 'string') return ''
    const key = moment.slice(0, 10)
    const known = this.known.get(key)
    if (known !== undefined) return known
    const date = toDate(moment)
    const text = date ? this.day.format(date) : moment
    this.known.set(key, text)
    return text
  }

  /** With weekday and time, for the hover and the inspector. */
  full(moment: unknown): string {
    const date = toDate(moment)
    return date ? `${this.weekday.format(date)}, ${this.clock.format(date)}` : ''
  }

  /** With the time, for the editor of a cell. */
  editable(moment: unknown): string {
    const date = toDate(moment)
    return date ? `${this.day.format(date)} ${two(date.getHours())}:${two(date.getMinutes())}` : ''
  }

  /** Reads a date as typed, months by number or by name; see `parseMoment`. */
  read(text: string, near: Date, dayStart: number): string | null {
    const numbered = text.replace(/\p{L}{3,}\.?/u, (word) => {
      const month = this.months.get(plainMonth(word))
      return month === undefined ? word : `${month}`
    })
    const order = numbered === text || /^\s*\d{4}/.test(text) ? this.order : /^\s*\d+\W+\p{L}/u.test(text) ? 'dmy' : 'mdy'
    return parseMoment(numbered.replace(/(\d),/, '$1'), order, near, dayStart)
  }
}

function plainMonth(word: string): string {
  return word.toLowerCase().replace('.', '')
}

/** Names of months, long, short and by their first three letters, in the locale and in English. */
function monthNames(locale: string): Map<string, number> {
  const names = new Map<string, number>()
  for (const [language, style] of [['en', 'long'], ['en', 'short'], [locale, 'long'], [locale, 'short']] as const) {
    const format = new Intl.DateTimeFormat(language, { month: style, day: 'numeric' })
    for (let month = 0; month < 12; month += 1) {
      const name = format.formatToParts(new Date(2026, month, 1)).find((part) => part.type === 'month')?.value ?? ''
      names.set(plainMonth(name), month + 1)
      if (plainMonth(name).length > 3) names.set(plainMonth(name).slice(0, 3), month + 1)
    }
  }
  return names
}
