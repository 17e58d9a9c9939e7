import { describe, expect, it } from 'vitest'
import type { SCurve } from '~/client/types'
import { apart, draw, months, niceTop, path } from '~/features/project/curve'

const frame = { width: 400, height: 200, left: 50, right: 50, top: 0, bottom: 0 }
const index = { value: null, reason: null }
const curve = (periods: SCurve['periods'], at: string | null = null): SCurve =>
  ({ unit: 'EUR', currency: 'EUR', periods, at, es: null, es_at: null, forecast: null, derived: false, spi_t: index, reason: null }) as unknown as SCurve

describe('draw', () => {
  const drawing = draw(
    curve(
      [
        { date: '2026-01-01', pv: 0, ev: 0, ac: null },
        { date: '2026-01-11', pv: 50, ev: 25, ac: null },
        { date: '2026-01-21', pv: 100, ev: null, ac: null },
      ],
      '2026-01-11T17:00',
    ),
    frame,
  )

  it('runs from left to right, from zero to a round top', () => {
    expect(drawing.lines.pv.map(({ x, y }) => [x, y])).toEqual([
      [50, 200],
      [200, 100],
      [350, 0],
    ])
  })

  it('ends where nothing is known', () => {
    expect([drawing.lines.ev.length, drawing.lines.ac.length]).toEqual([2, 0])
  })

  it('marks the status date by time, and leaves it out when it is outside', () => {
    expect(drawing.at).toBeGreaterThan(200)
    expect(draw(curve([{ date: '2026-01-01', pv: 1, ev: null, ac: null }], '2027-01-01'), frame).at).toBeNull()
  })

  it('of nothing is empty', () => {
    expect(draw(curve([]), frame).lines.pv).toEqual([])
  })
})

it.each([
  [1, 1],
  [3, 3],
  [520, 600],
  [1_077_140, 2_000_000],
])('the axis over %i ends at %i', (value, top) => {
  expect(niceTop(value)).toBe(top)
})

it('labels are pushed apart, in their order', () => {
  const places = apart(
    [
      { key: 'ev', y: 102 },
      { key: 'ac', y: 100 },
    ],
    15,
  )
  expect([places.get('ac'), places.get('ev')]).toEqual([100, 115])
})

it('the time axis stands on first days of months, as many as there is room for', () => {
  const days = (most: number, to = '2026-12-20') => months(Date.parse('2026-03-02'), Date.parse(to), most).map((time) => new Date(time).toISOString().slice(0, 10))
  expect(days(20)[0]).toBe('2026-04-01')
  expect(days(4)).toEqual(['2026-04-01', '2026-07-01', '2026-10-01'])
  expect(days(3, '2031-01-01')).toEqual(['2028-01-01', '2030-01-01'])
})

it('a line is one path', () => {
  expect(path([{ x: 0, y: 1, value: 0 }, { x: 2, y: 3, value: 0 }])).toBe('M0.0 1.0L2.0 3.0')
})
