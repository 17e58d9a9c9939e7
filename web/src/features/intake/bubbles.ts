/** Where the bubbles of a chart stand: value against cost or effort. Pure: no React, no fetch. */
import type { RequestItem } from '~/client/intake'

export type Across = 'cost' | 'effort'
export interface Bubble {
  item: RequestItem
  x: number
  y: number
  r: number
  /** On which side its name stands; none where it would lie over another. */
  side: 'left' | 'right' | null
}
export interface Chart {
  bubbles: Bubble[]
  xs: { at: number; value: number }[]
  ys: { at: number; value: number }[]
  zero: number
}

export const WIDTH = 960
export const HEIGHT = 460
const EDGE = { left: 84, right: 28, top: 20, bottom: 52 }
const MOST = 200

/** Bars and bubbles begin at zero; what has no value or no cost cannot stand in the picture and stays in its table. */
export function chartOf(items: readonly RequestItem[], across: Across): Chart {
  const shown = items.filter((item) => item.value !== null && item[across] !== null).slice(0, MOST)
  const xs = ticks(0, Math.max(...shown.map((item) => item[across] ?? 0), 1))
  const ys = ticks(Math.min(...shown.map((item) => item.value ?? 0), 0), Math.max(...shown.map((item) => item.value ?? 0), 1))
  const x = scale(xs, EDGE.left, WIDTH - EDGE.right)
  const y = scale(ys, HEIGHT - EDGE.bottom, EDGE.top)
  const most = Math.max(...shown.map((item) => item.score ?? 0), 1)
  const bubbles = shown.map((item) => ({ item, x: x(item[across] ?? 0), y: y(item.value ?? 0), r: 7 + 15 * Math.sqrt(Math.max(item.score ?? 0, 0) / most), side: null as Bubble['side'] }))
  // Small ones last: they lie on top and can be hit.
  bubbles.sort((a, b) => b.r - a.r)
  nameSome(bubbles)
  return { bubbles, xs: xs.map((value) => ({ at: x(value), value })), ys: ys.map((value) => ({ at: y(value), value })), zero: y(0) }
}

const LETTER = 6.6
const LINE = 8
export const MOST_LETTERS = 28

/** Names as many bubbles as there is room for, the best ones first. */
function nameSome(bubbles: readonly Bubble[]): void {
  const taken = bubbles.map(({ x, y, r }) => ({ left: x - r, right: x + r, y, half: r, of: x }))
  for (const bubble of [...bubbles].sort((a, b) => (b.item.score ?? 0) - (a.item.score ?? 0))) {
    const long = Math.min(bubble.item.name.length, MOST_LETTERS) * LETTER
    for (const side of ['right', 'left'] as const) {
      const left = side === 'right' ? bubble.x + bubble.r + 4 : bubble.x - bubble.r - 4 - long
      const free = left >= EDGE.left && left + long <= WIDTH && taken.every((each) => each.of === bubble.x || left + long < each.left || left > each.right || Math.abs(each.y - bubble.y) > each.half + LINE)
      if (!free) continue
      bubble.side = side
      taken.push({ left, right: left + long, y: bubble.y, half: LINE, of: NaN })
      break
    }
  }
}

/** Round numbers that cover a span, five or so. */
export function ticks(low: number, high: number): number[] {
  const rough = (high - low) / 5 || 1
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((each) => each * power).find((each) => each >= rough) ?? rough
  const found = []
  for (let at = Math.floor(low / step); at <= Math.ceil(high / step); at += 1) found.push(at * step)
  return found
}

function scale(marks: readonly number[], from: number, to: number): (value: number) => number {
  const low = marks[0] ?? 0
  const high = marks[marks.length - 1] ?? 1
  return (value) => from + ((value - low) / (high - low || 1)) * (to - from)
}
