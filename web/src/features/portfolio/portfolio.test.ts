import { describe, expect, it } from 'vitest'
import type { PortfolioItem } from '~/client/types'
import { grouped, listed } from '~/features/portfolio/order'
import { readPortfolioSearch } from '~/features/portfolio/search'
import { summarise } from '~/features/portfolio/summary'
import { nextPlace } from '~/features/portfolio/useGridWalk'

let ids = 0

function project(name: string, more: Partial<PortfolioItem> = {}): PortfolioItem {
  const index = { value: 1, reason: null }
  return {
    id: (ids += 1), name, code: '', path: [], unit: 'North', portfolio: null, programme: null, manager: null, stated_status: null, proposed_status: 'G', agreement: 'not_stated',
    reasons: [], start: null, finish: '2026-06-01T17:00', baseline_finish: null, slip_days: 0, slip_seconds: 0, percent_complete: 50, planned_percent: 50, spi_t: index, spi: index,
    cpi: index, next_milestone: null, bac: 100, pv: 50, ev: 50, ac: null, currency: 'EUR', unit_of_value: 'currency', tasks: 1, done: 0, late: 0, critical: 0, sheet_id: 1,
    status_date: null, updated_at: null, ...more,
  } as PortfolioItem
}

const names = (items: readonly PortfolioItem[]) => items.map((item) => item.name)

describe('the address of the page', () => {
  it('keeps what fits', () => {
    const raw = { node: 7, q: 'water', status: ['R', 'A'], sort: 'slip', down: true, group: 'unit', columns: ['slip', 'cpi'], open: 3, figure: 'cpi', tile: 'late', late: true }
    expect(readPortfolioSearch(raw)).toEqual(raw)
  })

  it('leaves out what does not, so that an old link still opens', () => {
    const read = readPortfolioSearch({ node: 'x', q: 5, status: 'R', sort: 'colour', group: 1, columns: ['gone'], open: -1, figure: 'x', tile: [], late: 'yes' })
    expect(Object.values(read).every((value) => value === undefined)).toBe(true)
  })
})

describe('the list', () => {
  const items = [
    project('Alpha', { proposed_status: 'G', slip_days: 1, unit: 'North' }),
    project('Beta', { proposed_status: 'R', slip_days: 30, unit: 'South', manager: { id: 1, name: 'Zoë' } }),
    project('Gamma', { proposed_status: 'R', slip_days: 40, unit: null }),
    project('Delta', { proposed_status: 'grey', slip_days: null, unit: 'South' }),
  ]

  it('starts with the worst', () => {
    expect(names(listed(items, {}))).toEqual(['Gamma', 'Beta', 'Alpha', 'Delta'])
  })

  it('puts what is unknown last, whichever way it runs', () => {
    expect(names(listed(items, { sort: 'slip' })).at(-1)).toBe('Delta')
    expect(names(listed(items, { sort: 'slip', down: true }))).toEqual(['Gamma', 'Beta', 'Alpha', 'Delta'])
  })

  it('filters by words in any order, by status and by lateness', () => {
    expect(names(listed(items, { q: 'zoë south' }))).toEqual(['Beta'])
    expect(names(listed(items, { status: ['grey'] }))).toEqual(['Delta'])
    expect(names(listed(items, { late: true }))).not.toContain('Delta')
  })

  it('groups by name with the nameless last, and by status with the worst first', () => {
    const heads = (group: 'unit' | 'status') => grouped(listed(items, {}), group).flatMap((line) => (line.kind === 'group' ? [line.name] : []))
    expect(heads('unit')).toEqual(['North', 'South', null])
    expect(heads('status')).toEqual(['R', 'G', 'grey'])
  })

  it('of 10,000 is ordered within a moment', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => project(`P${index}`, { slip_days: index % 97, proposed_status: index % 3 ? 'G' : 'A' }))
    const start = performance.now()
    expect(grouped(listed(many, { group: 'unit' }), 'unit')).toHaveLength(10_001)
    expect(performance.now() - start).toBeLessThan(1000)
  })
})

describe('the figures of the strip', () => {
  it('add values and never average an index', () => {
    const { progress } = summarise([project('A', { bac: 100, ev: 100, pv: 100 }), project('B', { bac: 900, ev: 0, pv: 450 })])
    expect(progress).toEqual({ earned: 10, planned: 55, unit: 'EUR' })
  })

  it('do not add two currencies', () => {
    expect(summarise([project('A'), project('B', { currency: 'USD' })]).progress).toBe('mixed')
    expect(summarise([project('A', { bac: null })]).progress).toBe('none')
  })

  it('count what is late and what says better than it is', () => {
    const summary = summarise([project('A', { slip_days: 3 }), project('B', { slip_days: null }), project('C', { agreement: 'rosier' })])
    expect([summary.late.length, summary.withBaseline, names(summary.rosier)]).toEqual([1, 2, ['C']])
  })

  it('of no projects are empty', () => {
    expect(summarise([])).toMatchObject({ count: 0, worst: null, last: null, progress: 'none' })
  })
})

describe('walking the grid', () => {
  it.each([
    ['ArrowDown', false, { row: 1, column: 2 }],
    ['ArrowUp', false, { row: -1, column: 2 }],
    ['Home', false, { row: 0, column: 0 }],
    ['End', true, { row: 99, column: 8 }],
    ['PageDown', false, { row: 12, column: 2 }],
  ])('%s', (key, ctrl, place) => {
    expect(nextPlace(key, ctrl, { row: 0, column: 2 }, 100, 9)).toEqual(place)
  })

  it('stays inside, and leaves other keys alone', () => {
    expect(nextPlace('ArrowDown', false, { row: 99, column: 0 }, 100, 9)).toEqual({ row: 99, column: 0 })
    expect(nextPlace('a', false, { row: 0, column: 0 }, 100, 9)).toBeNull()
  })
})
