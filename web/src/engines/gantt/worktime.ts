/**
 * Working time of a plan's calendar, enough to shade what is not worked and to read a dragged edge as a duration.
 * The server's calendar engine is the truth for dates; this one draws.
 */
import { isoDay } from '../cells/moments'
import { STANDARD_WORDS, type TimeWords } from '../cells/durations'

/** Seconds of the day, `[from, to)`. */
export type Shift = readonly [number, number]

export interface WorkCalendar {
  readonly name: string
  /** Seven days, Monday first. */
  readonly week: readonly (readonly Shift[])[]
  readonly exceptions: readonly {
    readonly first: string
    readonly last: string
    readonly shifts: readonly Shift[]
    readonly name?: string
  }[]
}

const MORNING_AND_AFTERNOON: readonly Shift[] = [[28800, 43200], [46800, 61200]] // prettier-ignore
export const STANDARD_CALENDAR: WorkCalendar = {
  name: 'Standard',
  week: Array.from({ length: 7 }, (_, day) => (day < 5 ? MORNING_AND_AFTERNOON : [])),
  exceptions: [],
}

/** The shifts of any day, remembered: a chart asks for the same days again and again. */
export class WorkDays {
  private readonly known = new Map<string, readonly Shift[]>()

  constructor(readonly calendar: WorkCalendar) {}

  shifts(day: Date): readonly Shift[] {
    const key = isoDay(day)
    const known = this.known.get(key)
    if (known) return known
    const exception = this.calendar.exceptions.find((each) => each.first.slice(0, 10) <= key && key <= each.last.slice(0, 10))
    const shifts = exception ? exception.shifts : (this.calendar.week[(day.getDay() + 6) % 7] ?? [])
    this.known.set(key, shifts)
    return shifts
  }

  works(day: Date): boolean {
    return this.shifts(day).length > 0
  }

  /** Seconds worked between two moments; negative where `to` is before `from`. */
  between(from: Date, to: Date): number {
    if (to < from) return -this.between(to, from)
    let seconds = 0
    for (let day = midnight(from); day < to; day = nextDay(day)) {
      const [a, b] = [secondsInto(day, from), secondsInto(day, to)]
      for (const [start, end] of this.shifts(day)) seconds += Math.max(0, Math.min(end, b) - Math.max(start, a))
    }
    return seconds
  }

  /** Whole days without work between two moments, neighbours joined: what is shaded. */
  restDays(from: Date, to: Date): [Date, Date][] {
    const found: [Date, Date][] = []
    for (let day = midnight(from); day < to; day = nextDay(day)) {
      if (this.works(day)) continue
      const last = found.at(-1)
      if (last && last[1].getTime() === day.getTime()) last[1] = nextDay(day)
      else found.push([day, nextDay(day)])
    }
    return found
  }

  /** Everything that is not worked, breaks and nights too: for the closest zoom. */
  restTimes(from: Date, to: Date): [Date, Date][] {
    const found: [Date, Date][] = []
    for (let day = midnight(from); day < to; day = nextDay(day)) {
      let at = 0
      for (const [start, end] of [...this.shifts(day), [86400, 86400] as Shift]) {
        if (start > at) addRest(found, moment(day, at), start === 86400 ? nextDay(day) : moment(day, start))
        at = end
      }
    }
    return found
  }
}

function addRest(found: [Date, Date][], from: Date, to: Date): void {
  const last = found.at(-1)
  if (last && last[1].getTime() === from.getTime()) last[1] = to
  else found.push([from, to])
}

export function midnight(date: Date): Date {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate())
}

export function nextDay(day: Date): Date {
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1)
}

export function moment(day: Date, seconds: number): Date {
  return new Date(day.getFullYear(), day.getMonth(), day.getDate(), 0, 0, seconds)
}

/** Wall-clock seconds from midnight of `day`, which may lie after the day. */
function secondsInto(day: Date, at: Date): number {
  const days = Math.round((midnight(at).getTime() - day.getTime()) / 86400000)
  return days * 86400 + at.getHours() * 3600 + at.getMinutes() * 60 + at.getSeconds()
}

/** What day, week and month mean in a plan of this calendar: the length of its most frequent working day. */
export function timeWords(calendar: WorkCalendar): TimeWords {
  const lengths = calendar.week.map((shifts) => shifts.reduce((sum, [a, b]) => sum + b - a, 0)).filter((length) => length > 0)
  if (lengths.length === 0) return STANDARD_WORDS
  const count = (length: number) => lengths.filter((other) => other === length).length
  const day = lengths.reduce((best, length) => (count(length) > count(best) ? length : best))
  return { day, week: day * Math.min(lengths.length, 7), month: day * 20 }
}

/** When the first working day of the week begins and ends, in seconds of the day. */
export function dayBounds(calendar: WorkCalendar): { start: number; end: number } {
  const shifts = calendar.week.find((each) => each.length > 0) ?? MORNING_AND_AFTERNOON
  return { start: shifts[0]?.[0] ?? 28800, end: shifts.at(-1)?.[1] ?? 61200 }
}
