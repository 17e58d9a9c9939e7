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
