/** The rows that the chart's library is handed stand where they would stand among all rows. */
import { expect, test } from 'vitest'
import type { Arrow } from '~/engines/gantt/arrows'
import type { Bar } from '~/engines/gantt/bars'
import { arrowsNear, entriesOf, ROOM, stretchAround } from './stretch'

const bars = Array.from({ length: 1000 }, (_, id) => ({ id }) as Bar)
const shownAt = new Map(bars.map((bar, index) => [bar.id, index]))
const link = (from: number, to: number): Arrow => ({ id: `${from}-${to}`, from, to, kind: 'FS', link: {} as Arrow['link'] })

test('the stretch has room around the window, and stays while the window is within it', () => {
  const first = stretchAround(null, 0, 20, 1000)
  expect(first).toEqual({ first: 0, end: 20 + ROOM })
  expect(stretchAround(first, 30, 50, 1000)).toBe(first)
  expect(stretchAround(first, 70, 90, 1000)).toEqual({ first: 70 - ROOM, end: 90 + ROOM })
})

test('the stretch ends with the rows', () => {
  expect(stretchAround(null, 990, 1020, 1000)).toEqual({ first: 990 - ROOM, end: 1000 })
  expect(stretchAround({ first: 0, end: 1000 }, 0, 20, 5)).toEqual({ first: 0, end: 5 })
  expect(stretchAround(null, 0, 20, 0)).toEqual({ first: 0, end: 0 })
})

test('every bar keeps the height of all rows above it, and a link keeps the far row that it leads to', () => {
  const near = arrowsNear([link(3, 410), link(1, 2), link(5, 990)], shownAt, { first: 400, end: 420 }, new Set())
  expect(near.map(({ id }) => id)).toEqual(['3-410', '5-990'])
  let height = 0
  const tops = new Map<number, number>()
  for (const entry of entriesOf(bars, shownAt, { first: 400, end: 420 }, near)) {
    if ('rows' in entry) height += entry.rows
    else tops.set(entry.id, height++)
  }
  expect(height).toBe(1000)
  expect([...tops.keys()]).toEqual([3, 5, ...Array.from({ length: 20 }, (_, index) => 400 + index), 990])
  expect([...tops].every(([id, top]) => id === top)).toBe(true)
})

test('of a thicket only the links that are drawn are handed over', () => {
  const thicket = Array.from({ length: 1500 }, (_, index) => ({ ...link(10, 11), id: String(index) }))
  expect(arrowsNear(thicket, shownAt, { first: 0, end: 50 }, new Set(['7'])).map(({ id }) => id)).toEqual(['7'])
})
