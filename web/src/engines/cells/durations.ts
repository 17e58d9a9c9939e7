/**
 * Durations as people write them: `12d 4h`, `3w`, `5ed` (elapsed days), `2d?` (estimated), `1.5 h`. Seconds of work inside.
 * A day is the plan's working day, a week five of them or as many as the calendar has, a month twenty; elapsed units are the clock's.
 */

export interface DurationValue {
  readonly seconds: number
  readonly elapsed?: boolean
  readonly estimated?: boolean
}

/** How long the plan's words for time are, in seconds. */
export interface TimeWords {
  readonly day: number
  readonly week: number
  readonly month: number
}

export const STANDARD_WORDS: TimeWords = { day: 8 * 3600, week: 5 * 8 * 3600, month: 20 * 8 * 3600 }
const ELAPSED_WORDS: TimeWords = { day: 24 * 3600, week: 7 * 24 * 3600, month: 30 * 24 * 3600 }

type Unit = 's' | 'm' | 'h' | 'd' | 'w' | 'mo'

/** English and German words for units; a number without a unit means days. */
const UNITS: Readonly<Record<string, Unit>> = {
  '': 'd', s: 's', sec: 's', sek: 's', m: 'm', min: 'm', mins: 'm', minute: 'm', minutes: 'm', minuten: 'm',
  h: 'h', hr: 'h', hrs: 'h', hour: 'h', hours: 'h', std: 'h', stunde: 'h', stunden: 'h',
  d: 'd', day: 'd', days: 'd', t: 'd', tag: 'd', tage: 'd', w: 'w', wk: 'w', wks: 'w', week: 'w', weeks: 'w', woche: 'w', wochen: 'w',
  mo: 'mo', mon: 'mo', month: 'mo', months: 'mo', monat: 'mo', monate: 'mo',
} // prettier-ignore

const PART = /^\s*([+-]?\d+(?:[.,]\d+)?)\s*([a-zäöü]*)/i

/** Reads a duration, or null where the text is none. Negative ones are read only where `signed` says so (lags). */
export function parseDuration(text: string, words: TimeWords = STANDARD_WORDS, signed = false): DurationValue | null {
  const estimated = text.trim().endsWith('?')
  let rest = text.trim().replace(/\?$/, '').replace(/−/g, '-').trim()
  if (rest === '') return null
  let seconds = 0
  let elapsed: boolean | null = null
  let sign = 1
  for (let first = true; rest !== ''; first = false) {
    const part = readPart(rest, words)
    if (!part || (elapsed !== null && elapsed !== part.elapsed)) return null
    if (first && part.negative) sign = -1
    elapsed = part.elapsed
    seconds += Math.abs(part.seconds) * sign
    rest = part.rest
  }
  if (seconds < 0 && !signed) return null
  return { seconds: Math.round(seconds), ...(elapsed ? { elapsed } : {}), ...(estimated ? { estimated } : {}) }
}

function readPart(text: string, words: TimeWords) {
  const match = PART.exec(text)
  if (!match) return null
  const [whole, amount, word] = match as unknown as [string, string, string]
  const plain = word.toLowerCase()
  const elapsed = !(plain in UNITS) && plain.startsWith('e') && plain.slice(1) in UNITS && plain !== 'e'
  const unit = UNITS[elapsed ? plain.slice(1) : plain]
  if (unit === undefined) return null
  const seconds = Number(amount.replace(',', '.')) * unitSeconds(unit, elapsed ? ELAPSED_WORDS : words)
  return { seconds, elapsed, negative: amount.startsWith('-'), rest: text.slice(whole.length).trim() }
}

function unitSeconds(unit: Unit, words: TimeWords): number {
  switch (unit) {
    case 's':
      return 1
    case 'm':
      return 60
    case 'h':
      return 3600
    case 'd':
      return words.day
    case 'w':
      return words.week
    case 'mo':
      return words.month
  }
}

export function asDuration(value: unknown): DurationValue | null {
  if (typeof value === 'number') return { seconds: value }
  if (typeof value === 'object' && value !== null && 'seconds' in value && typeof value.seconds === 'number') return value as DurationValue
  return null
}

/** The letters that are shown, from the catalogue of the reader's language. */
export interface UnitLetters {
  readonly d: string
  readonly h: string
  readonly m: string
  readonly s: string
}

export const ENGLISH_LETTERS: UnitLetters = { d: 'd', h: 'h', m: 'm', s: 's' }

/** `12d 4h`, with a real minus; zero is `0d`. Elapsed days are `5ed`, an estimate ends in `?`. */
export function formatDuration(value: DurationValue, words: TimeWords = STANDARD_WORDS, letters: UnitLetters = ENGLISH_LETTERS): string {
  const prefix = value.elapsed ? 'e' : ''
  const day = value.elapsed ? ELAPSED_WORDS.day : words.day
  let rest = Math.abs(value.seconds)
  const parts: string[] = []
  const steps: [number, string][] = [[day, letters.d], [3600, letters.h], [60, letters.m], [1, letters.s]] // prettier-ignore
  for (const [size, letter] of steps) {
    const count = Math.floor(rest / size)
    if (count > 0) parts.push(`${count}${prefix}${letter}`)
    rest -= count * size
  }
  const text = parts.length > 0 ? parts.join(' ') : `0${prefix}${letters.d}`
  return `${value.seconds < 0 ? '−' : ''}${text}${value.estimated ? '?' : ''}`
}
