import { describe, expect, it } from 'vitest'
import { formatDuration, parseDuration } from './durations'

const DAY = 8 * 3600

describe('a duration that is typed', () => {
  it.each([
    ['12d 4h', 12 * DAY + 4 * 3600],
    ['3', 3 * DAY],
    ['1.5 d', 1.5 * DAY],
    ['1,5d', 1.5 * DAY],
    ['2w', 10 * DAY],
    ['1mo', 20 * DAY],
    ['90 min', 5400],
    ['3 Tage', 3 * DAY],
    ['2 Std', 7200],
    ['0', 0],
  ])('%s', (text, seconds) => expect(parseDuration(text)).toEqual({ seconds }))

  it('knows elapsed time, which runs on the clock', () => expect(parseDuration('5ed')).toEqual({ seconds: 5 * 86400, elapsed: true }))
  it('knows an estimate', () => expect(parseDuration('2d?')).toEqual({ seconds: 2 * DAY, estimated: true }))
  it('takes the length of the day from the plan', () =>
    expect(parseDuration('2d', { day: 36000, week: 1, month: 1 })).toEqual({ seconds: 72000 }))
  it.each(['', 'soon', '3x', '-2d', '1d 3eh', 'e', '4 5 x'])('refuses %j', (text) => expect(parseDuration(text)).toBeNull())
  it('reads a negative one where a lag is meant', () =>
    expect(parseDuration('-1d 4h', undefined, true)).toEqual({ seconds: -(DAY + 4 * 3600) }))
})

describe('a duration that is shown', () => {
  it.each([
    [{ seconds: 12 * DAY + 4 * 3600 }, '12d 4h'],
    [{ seconds: 0 }, '0d'],
    [{ seconds: 5 * 86400, elapsed: true }, '5ed'],
    [{ seconds: 2 * DAY, estimated: true }, '2d?'],
    [{ seconds: -DAY }, '−1d'],
    [{ seconds: 5430 }, '1h 30m 30s'],
  ])('%j', (value, text) => expect(formatDuration(value)).toBe(text))

  it('comes back the same when it is read again', () => {
    for (const seconds of [1, 59, 60, 3600, DAY, 40 * DAY + 3661]) expect(parseDuration(formatDuration({ seconds }))).toEqual({ seconds })
  })
})
