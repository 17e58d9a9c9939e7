/** Where the lines of an S-curve run: pure geometry, pixels from the top left. */
import type { SCurve } from '~/client/types'
import { wallClock } from '~/lib/format'

export const SERIES = ['pv', 'ev', 'ac'] as const
export type Series = (typeof SERIES)[number]

export interface Frame {
  width: number
  height: number
  left: number
  right: number
  top: number
  bottom: number
}

export interface Point {
  x: number
  y: number
  value: number
}

export interface Drawing {
  lines: Record<Series, Point[]>
  ticksY: { y: number; value: number }[]
  ticksX: { x: number; date: string }[]
  /** Where the status date stands, if it is inside. */
  at: number | null
}

export function draw(curve: SCurve, frame: Frame): Drawing {
  const { periods } = curve
  const times = periods.map((period) => wallClock(period.date).getTime())
  const [from = 0, to = 1] = [times[0], times.at(-1)]
  const top = niceTop(Math.max(1, ...periods.flatMap((period) => [period.pv, period.ev ?? 0, period.ac ?? 0])))
  const x = (time: number) => frame.left + ((frame.width - frame.left - frame.right) * (time - from)) / Math.max(1, to - from)
  const y = (value: number) => frame.height - frame.bottom - ((frame.height - frame.top - frame.bottom) * value) / top
  const line = (series: Series): Point[] =>
    periods.flatMap((period, index) => {
      const value = period[series]
      return value === null ? [] : [{ x: x(times[index] ?? 0), y: y(value), value }]
    })
  const status = curve.at ? wallClock(curve.at).getTime() : null
  return {
    lines: { pv: line('pv'), ev: line('ev'), ac: line('ac') },
    ticksY: upTo(top).map((value) => ({ y: y(value), value })),
    ticksX: periods.length === 0 ? [] : months(from, to, Math.max(2, Math.floor((frame.width - frame.left - frame.right) / 64))).map((time) => ({ x: x(time), date: new Date(time).toISOString().slice(0, 10) })),
    at: status !== null && status >= from && status <= to ? x(status) : null,
  }
}

/** In how many steps an axis that ends at so many times a power of ten is drawn, so that each step is round too. */
const STEPS: readonly (readonly [number, number])[] = [[1, 4], [2, 4], [3, 3], [4, 4], [5, 5], [6, 3], [8, 4], [10, 5]] // prettier-ignore

/** The next round number over a value. */
export function niceTop(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  return (STEPS.find(([times]) => times * power >= value)?.[0] ?? 10) * power
}

function upTo(top: number): number[] {
  const times = top / 10 ** Math.floor(Math.log10(top))
  const steps = STEPS.find(([known]) => Math.abs(known - times) < 1e-9)?.[1] ?? 4
  return Array.from({ length: steps + 1 }, (_, index) => (index * top) / steps)
}

/** The first days of months between two moments: all, every second, third or sixth of a year, or of whole years, as many as there is room for. */
export function months(from: number, to: number, most: number): number[] {
  const [first, last] = [from, to].map((time) => new Date(time).getUTCFullYear() * 12 + new Date(time).getUTCMonth()) as [number, number]
  const step = [1, 2, 3, 6].find((each) => (last - first) / each < most) ?? 12 * Math.ceil((last - first) / 12 / most)
  const marks: number[] = []
  for (let month = Math.ceil(first / step) * step; month <= last; month += step) marks.push(Date.UTC(Math.floor(month / 12), month % 12, 1))
  return marks.filter((time) => time >= from)
}

export function path(points: readonly Point[]): string {
  return points.map((point, index) => `${index ? 'L' : 'M'}${point.x.toFixed(1)} ${point.y.toFixed(1)}`).join('')
}

/** Labels at the line ends, pushed apart so that they can be read. */
export function apart(labels: readonly { key: Series; y: number }[], gap: number): Map<Series, number> {
  const placed = new Map<Series, number>()
  let last = -Infinity
  for (const label of [...labels].sort((a, b) => a.y - b.y)) {
    last = Math.max(label.y, last + gap)
    placed.set(label.key, last)
  }
  return placed
}
