/** Where bubbles stand, and what has no place in the picture. */
import { describe, expect, it } from 'vitest'
import type { RequestItem } from '~/client/intake'
import { chartOf, ticks } from './bubbles'

const item = (part: Partial<RequestItem>) => ({ name: 'A landing', value: 10, cost: 5, effort: null, score: null, ...part }) as RequestItem

describe('bubbles', () => {
  it('covers a span with round numbers from zero on', () => {
    expect(ticks(0, 950)).toEqual([0, 200, 400, 600, 800, 1000])
    expect(ticks(-30, 80)).toEqual([-50, 0, 50, 100])
  })
  it('stands dearer ones further right and better ones higher, and leaves out what has no figure', () => {
    const chart = chartOf([item({ cost: 1 }), item({ cost: 9, value: 90, score: 80 }), item({ cost: null })], 'cost')
    expect(chart.bubbles).toHaveLength(2)
    const [big, small] = chart.bubbles
    expect(big!.x).toBeGreaterThan(small!.x)
    expect(big!.y).toBeLessThan(small!.y)
    expect(chartOf([item({})], 'effort').bubbles).toEqual([])
  })
})
