import { afterEach, describe, expect, it, vi } from 'vitest'
import { askedAhead, planSeenLast, rememberPlan } from './ahead'

afterEach(() => {
  delete window.milepostAsked
  localStorage.clear()
})

describe('answers that were asked for ahead', () => {
  it('are for one reader, and a refused one is asked for again', async () => {
    const good = new Response('{}')
    window.milepostAsked = { '/a': Promise.resolve(good), '/b': Promise.resolve(new Response('', { status: 401 })), '/c': Promise.reject(new Error('line')) }
    const again = vi.spyOn(globalThis, 'fetch').mockImplementation(() => Promise.resolve(new Response('anew')))
    expect(await askedAhead('/a')).toBe(good)
    expect(askedAhead('/a')).toBeUndefined()
    expect(await (await askedAhead('/b'))?.text()).toBe('anew')
    expect(await (await askedAhead('/c'))?.text()).toBe('anew')
    expect(again).toHaveBeenCalledTimes(2)
  })
})

describe('the plan that a project had here last', () => {
  it('is known for the projects that were looked at last', () => {
    for (let project = 1; project <= 60; project += 1) rememberPlan(project * 1e15, project)
    expect([planSeenLast(1e15), planSeenLast(60e15)]).toEqual([null, 60])
  })
})
