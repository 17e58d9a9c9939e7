import { describe, expect, it } from 'vitest'
import { anchorOf, corner, outline } from './radar'

describe('the radar', () => {
  it('begins at the top and goes clockwise', () => {
    const [top, right] = [corner(0, 4, 1, 100), corner(1, 4, 1, 100)]
    expect([Math.round(top.x), Math.round(top.y)]).toEqual([0, -100])
    expect([Math.round(right.x), Math.round(right.y)]).toEqual([100, 0])
  })

  it('draws no outline with a hole', () => {
    expect(outline([1, null, 3], 5, 100)).toBeNull()
    expect(outline([5, 5, 5, 5], 5, 10)).toBe('M0.0 -10.0L10.0 0.0L0.0 10.0L-10.0 0.0Z')
  })

  it('sets labels away from the middle', () => {
    expect([anchorOf(-50), anchorOf(0), anchorOf(50)]).toEqual(['end', 'middle', 'start'])
  })
})
