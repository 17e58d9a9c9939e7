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
    ticksY: [0, 0.25, 0.5, 0.75, 1].map((share) => ({ y: y(share * top), value: share * top })),
    ticksX: spread(periods.length, Math.max(2, Math.floor(frame.width / 96))).map((index) => ({ x: x(times[index] ?? 0), date: periods[index]?.date ?? '' })),
    at: status !== null && status >= from && status <= to ? x(status) : null,
  }
}

/** The next round number of the kind 1, 2, 2.5, 5 times a power of ten, so that the quarters are round too. */
export function niceTop(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  return ([1, 2, 4, 5, 6, 8, 10].find((step) => step * power >= value) ?? 10) * power
}

function spread(count: number, most: number): number[] {
  const step = Math.max(1, Math.ceil(count / most))
  return Array.from({ length: Math.ceil(count / step) }, (_, index) => index * step)
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
