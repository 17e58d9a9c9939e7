import { describe, expect, it } from 'vitest'
import { formatAmount, formatCompact, formatDate, formatDuration, formatMoment, formatNumber, formatPercent, formatSize, formatSlip } from '~/lib/format'

describe('numbers', () => {
  it('have a real minus and the decimals asked for', () => {
    expect(formatNumber(-1234.5, 'en', 2)).toBe('−1,234.50')
    expect(formatNumber(-1234.5, 'de', 2)).toBe('−1.234,50')
  })

  it('percent come from 0 to 100', () => {
    expect(formatPercent(62.4, 'en')).toBe('62%')
    expect(formatPercent(-5, 'en')).toBe('−5%')
  })

  it('amounts name their currency or their hours', () => {
    expect(formatAmount(1200, 'EUR', 'en')).toBe('€1,200')
    expect(formatAmount(1200, 'hours', 'en')).toBe('1,200 h')
    expect(formatCompact(250_000, 'hours', 'en').toLowerCase()).toBe('250k h')
  })

  it('the pseudo-locale formats as English', () => {
    expect(formatNumber(1234.5, 'pseudo', 1)).toBe('1,234.5')
  })
})

describe('dates', () => {
  it('are wall clock: no zone moves them', () => {
    expect(formatDate('2026-03-02T00:30', 'en')).toBe('2 Mar 2026')
    expect(formatDate('2026-03-02', 'de')).toBe('2. März 2026')
  })

  it('carry the weekday on hover', () => {
    expect(formatMoment('2026-03-02T08:00', 'en')).toContain('Mon')
    expect(formatMoment('2026-03-02T08:00', 'en')).toContain('08:00')
  })
})

describe('durations', () => {
  it.each([
    [0, '0d'],
    [12 * 28800 + 4 * 3600, '12d 4h'],
    [5400, '1h 30m'],
    [-28800, '−1d'],
    [28800 + 60, '1d 1m'],
  ])('%i seconds read %s', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text)
  })

  it('follow the hours of the day', () => {
    expect(formatDuration(7 * 3600, 7 * 3600)).toBe('1d')
  })
})

describe('slips', () => {
  it.each([
    [12, '+12d'],
    [0, '0d'],
    [-3.04, '−3d'],
    [0.5, '+0.5d'],
  ])('%d days read %s', (days, text) => {
    expect(formatSlip(days, 'en')).toBe(text)
  })
})

it('sizes are readable', () => {
  expect([formatSize(512, 'en'), formatSize(64_000, 'en'), formatSize(2_400_000, 'en')]).toEqual(['512 B', '64 kB', '2.4 MB'])
})
