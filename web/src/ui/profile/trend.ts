/** Lines through the forecasts of a project or a portfolio: pure, in the units of an SVG. */

export interface Dot {
  x: number
  y: number
}

const DAY = 86_400_000

/** Day numbers, so that reports stand as far apart as they were. */
export function dayNumber(day: string): number {
  return Date.parse(`${day.length === 7 ? `${day}-01` : day.slice(0, 10)}T00:00Z`) / DAY
}

/** Places of values within a box; the first and the last moment are its sides, the least and the greatest value its bottom and top. */
export function placed(days: readonly string[], values: readonly (number | null)[], width: number, height: number, bounds?: readonly [number, number]): (Dot | null)[] {
  const numbers = days.map(dayNumber)
  const first = Math.min(...numbers)
  const span = Math.max(...numbers) - first || 1
  const [low, high] = bounds ?? boundsOf(values)
  return values.map((value, index) => (value === null ? null : { x: (((numbers[index] ?? first) - first) / span) * width, y: height - ((value - low) / (high - low || 1)) * height }))
}

export function boundsOf(values: readonly (number | null)[]): [number, number] {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? [0, 1] : [Math.min(...known), Math.max(...known)]
}

/** A forecast holds until the next report: the line runs level, then steps. */
export function steps(dots: readonly (Dot | null)[]): string {
  const known = dots.filter((dot) => dot !== null)
  return known.map((dot, index) => (index === 0 ? `M${round(dot.x)} ${round(dot.y)}` : `H${round(dot.x)}V${round(dot.y)}`)).join('')
}

const round = (value: number) => Math.round(value * 10) / 10

export interface Axis {
  low: number
  high: number
  ticks: number[]
}

/** An axis of numbers that ends at round ones, with at most so many steps between. */
export function numberAxis(low: number, high: number, most: number): Axis {
  const rough = (high - low || Math.abs(high) || 1) / most
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = power * ([1, 2, 5].find((times) => times * power >= rough * (1 - 1e-9)) ?? 10)
  const [first, last] = [Math.floor(low / step + 1e-9), Math.max(Math.ceil(high / step - 1e-9), Math.floor(low / step + 1e-9) + 1)]
  return { low: first * step, high: last * step, ticks: Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step) }
}

const MONTHS = [1, 2, 3, 6, 12, 24, 60, 120, 240]
const SHORT = 62

/** An axis of day numbers: its marks are firsts of months, or single days where it is short. */
export function dayAxis(low: number, high: number, most: number): Axis {
  if (high - low < SHORT) {
    const step = Math.max(1, Math.ceil((high - low) / most))
    return { low, high, ticks: Array.from({ length: Math.floor((high - low) / step) + 1 }, (_, index) => low + index * step) }
  }
  const month = (day: number) => new Date(day * DAY).getUTCFullYear() * 12 + new Date(day * DAY).getUTCMonth()
  const [first, last] = [month(low), month(high)]
  const step = MONTHS.find((each) => (last - first) / each < most) ?? 480
  const ticks: number[] = []
  for (let at = Math.ceil(first / step) * step; at <= last; at += step) ticks.push(Date.UTC(Math.floor(at / 12), at % 12, 1) / DAY)
  return { low, high, ticks: ticks.filter((day) => day >= low) }
}

/** A day number as a date. */
export function dayOf(number: number): string {
  return new Date(Math.round(number) * DAY).toISOString().slice(0, 10)
}
