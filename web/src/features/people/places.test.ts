import { describe, expect, it } from 'vitest'
import type { Seen } from '~/client/people'
import { placesOf } from './places'

const step = (id: number, name: string) => ({ id, name, kind: 'unit' as const })
const seen = (...path: [number, string][]): Seen => {
  const steps = path.map(([id, name]) => step(id, name))
  return { node: steps.at(-1) as Seen['node'], path: steps, capabilities: ['view'], because: [] }
}

describe('what somebody sees, as a tree', () => {
  it('puts places under those on the way, which are not theirs', () => {
    const [root] = placesOf([seen([1, 'Root'], [2, 'IT'], [3, 'Billing']), seen([1, 'Root'], [2, 'IT'], [4, 'Portal'])])
    expect(root?.seen).toBeUndefined()
    expect(root?.below.map((place) => place.name)).toEqual(['IT'])
    expect(root?.below[0]?.below.map((place) => [place.name, place.seen?.capabilities])).toEqual([['Billing', ['view']], ['Portal', ['view']]])
  })

  it('knows a place that is both theirs and on the way', () => {
    const [root] = placesOf([seen([1, 'Root']), seen([1, 'Root'], [2, 'IT'])])
    expect(root?.seen?.node.id).toBe(1)
    expect(root?.below[0]?.seen?.node.id).toBe(2)
  })

  it('is empty for who sees nothing', () => {
    expect(placesOf([])).toEqual([])
  })
})
