/** The geometry of the radar: corners of a regular figure, level 0 in the middle. Pure. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** Where the value of an axis stands, the first axis upwards, the others clockwise. */
export function corner(index: number, axes: number, share: number, radius: number): Point {
  const angle = (2 * Math.PI * index) / axes - Math.PI / 2
  return { x: Math.cos(angle) * radius * share, y: Math.sin(angle) * radius * share }
}

/** The outline of values, each from 0 to `most`; null where one of them is missing. */
export function outline(values: readonly (number | null)[], most: number, radius: number): string | null {
  if (values.length === 0 || values.some((value) => value === null)) return null
  const points = values.map((value, index) => corner(index, values.length, (value ?? 0) / most, radius))
  return `${points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('')}Z`
}

/** How a label beside an axis is set: away from the middle. */
export function anchorOf(x: number): 'start' | 'middle' | 'end' {
  return Math.abs(x) < 8 ? 'middle' : x > 0 ? 'start' : 'end'
}
