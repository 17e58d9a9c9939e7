import { describe, expect, it } from 'vitest'
import { outline, rowSet, type Row } from '../plan/rows'
import { arrowsOf, arrowsToDraw } from './arrows'
import { barOf, rememberedBars, spanOf } from './bars'
import { durationAfterResize, startAfterMove, startAfterStep } from './drags'
import { dayBounds, STANDARD_CALENDAR, timeWords, WorkDays } from './worktime'
import { closer, fitting, opening, snapped, wider } from './zoom'

const at = (text: string) => new Date(`${text}:00`)
const days = new WorkDays({ ...STANDARD_CALENDAR, exceptions: [{ first: '2026-03-04', last: '2026-03-04', shifts: [] }] })

describe('working time', () => {
  it('counts shifts only', () => expect(days.between(at('2026-03-02T10:00'), at('2026-03-03T14:00'))).toBe(6 * 3600 + 5 * 3600))
  it('skips exceptions and weekends', () => expect(days.between(at('2026-03-03T17:00'), at('2026-03-09T08:00'))).toBe(2 * 8 * 3600))
  it('is negative backwards', () => expect(days.between(at('2026-03-03T12:00'), at('2026-03-03T08:00'))).toBe(-4 * 3600))
  it('shades rest days, neighbours joined', () => {
    expect(days.restDays(at('2026-03-02T00:00'), at('2026-03-09T00:00'))).toEqual([
      [at('2026-03-04T00:00'), at('2026-03-05T00:00')],
      [at('2026-03-07T00:00'), at('2026-03-09T00:00')],
    ])
  })
  it('shades breaks and nights at the closest zoom', () => {
    expect(days.restTimes(at('2026-03-02T00:00'), at('2026-03-03T00:00'))).toEqual([
      [at('2026-03-02T00:00'), at('2026-03-02T08:00')],
      [at('2026-03-02T12:00'), at('2026-03-02T13:00')],
      [at('2026-03-02T17:00'), at('2026-03-03T00:00')],
    ])
  })
  it('says what a day and a week are', () => {
    expect(timeWords(STANDARD_CALENDAR)).toEqual({ day: 28800, week: 144000, month: 576000 })
    expect(dayBounds(STANDARD_CALENDAR)).toEqual({ start: 28800, end: 61200 })
  })
})

describe('drags', () => {
  it('keep the hour where the zoom knows only days, and land on a working day', () => {
    expect(startAfterMove(at('2026-03-02T08:00'), at('2026-03-05T06:00'), 'week', days)).toEqual({ start: '2026-03-05T08:00' })
    expect(startAfterMove(at('2026-03-02T08:00'), at('2026-03-07T06:00'), 'week', days)).toEqual({ start: '2026-03-09T08:00' })
  })
  it('snap to hours where the zoom shows them', () =>
    expect(startAfterMove(at('2026-03-02T08:00'), at('2026-03-03T09:40'), 'day', days)).toEqual({ start: '2026-03-03T10:00' }))
  it('make an edge a duration', () => {
    expect(durationAfterResize(at('2026-03-02T08:00'), at('2026-03-04T00:00'), 'week', days)).toEqual({ duration: 57600 })
    expect(durationAfterResize(at('2026-03-02T08:00'), at('2026-03-01T00:00'), 'week', days)).toEqual({ duration: 900 })
  })
  it('have a way by keyboard', () => {
    expect(startAfterStep('2026-03-06T08:00', 1, days)).toEqual({ start: '2026-03-09T08:00' })
    expect(startAfterStep('2026-03-05T08:00', -1, days)).toEqual({ start: '2026-03-03T08:00' })
    expect(startAfterStep(null, 1, days)).toBeNull()
  })
})

describe('zoom', () => {
  it('goes closer and wider, and stops', () => expect([closer('week'), closer('hour'), wider('year')]).toEqual(['day', 'hour', 'year']))
  it('fits a span', () => {
    expect(fitting({ from: at('2026-03-02T00:00'), to: at('2026-03-20T00:00') }, 800)).toBe('day')
    expect(fitting({ from: at('2026-01-01T00:00'), to: at('2028-01-01T00:00') }, 800)).toBe('quarter')
    expect(fitting(null, 800)).toBe('week')
  })
  it('opens with bars that can be seen', () => {
    expect(opening({ from: at('2026-03-02T00:00'), to: at('2026-04-20T00:00') }, 800)).toBe('day')
    expect(opening({ from: at('2026-01-01T00:00'), to: at('2030-01-01T00:00') }, 800)).toBe('month')
  })
  it('snaps across midnight', () => expect(snapped(at('2026-03-02T23:50'), 'hour')).toEqual(at('2026-03-02T23:45')))
})

describe('bars', () => {
  const cells = { name: 'Dig', start: '2026-03-02T08:00', finish: '2026-03-04T17:00', percent_complete: 150, critical: true, deadline: '2026-03-03T17:00', baseline_finish: '2026-03-03T17:00' } // prettier-ignore
  const bar = barOf({ row: { id: 1, parent: null, cells }, number: 1, depth: 0, hasChildren: false }, () => 'Ada')
  it('take dates, progress and marks from the cells', () => {
    expect(bar).toMatchObject({
      kind: 'task',
      progress: 1,
      critical: true,
      missesDeadline: true,
      label: 'Ada',
      finish: at('2026-03-04T17:00'),
    })
    expect(bar.baseline).toEqual([at('2026-03-03T17:00'), at('2026-03-03T17:00')])
  })
  it('are the same as long as they look the same', () => {
    const bars = rememberedBars(() => '')
    const placed = { row: { id: 1, parent: null, cells }, number: 1, depth: 0, hasChildren: false }
    expect(bars(placed)).toBe(bars({ ...placed, number: 7 }))
    expect(bars({ ...placed, hasChildren: true }).kind).toBe('summary')
    const known = bars(placed)
    expect(bars({ ...placed, row: { ...placed.row, cells: { ...cells, duration: 7200 } } })).toBe(known)
    expect(bars({ ...placed, row: { ...placed.row, cells: { ...cells, finish: '2026-03-05T17:00' } } })).not.toBe(known)
  })
  it('span what is drawn, with room', () => {
    expect(spanOf([bar], [at('2026-04-01T00:00')], 86400000)).toEqual({ from: at('2026-03-01T08:00'), to: at('2026-04-02T00:00') })
    expect(spanOf([], [], 0)).toBeNull()
  })
})

describe('arrows', () => {
  const link = (row: number) => ({ row, kind: 'FS', lag: 0, lag_unit: 'work' })
  const rows: Row[] = Array.from({ length: 300 }, (_, i) => ({ id: i + 1, parent: null, cells: i > 0 ? { predecessors: [link(i)] } : {} }))
  const plan = outline(rowSet(rows), { collapsed: new Set() })
  const arrows = arrowsOf(plan)
  it('are all that touch the screen', () => expect(arrowsToDraw(arrows, plan, 0, 50, new Set()).ids.size).toBe(51))
  it('are only the selection’s where there are more than 200', () =>
    expect([...arrowsToDraw(arrows, plan, 0, 299, new Set([7])).ids]).toEqual(['6-7-FS', '7-8-FS']))
})
