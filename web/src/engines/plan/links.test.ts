import { describe, expect, it } from 'vitest'
import { formatLinks, parseLinks, type Link } from './links'

const idOf = (number: number) => (number >= 1 && number <= 20 ? number * 100 : undefined)
const numberOf = (row: number) => (row % 100 === 0 ? row / 100 : undefined)
const read = (text: string) => parseLinks(text, idOf, 500)

describe('predecessors that are typed', () => {
  it('reads numbers, kinds and lags', () => {
    expect(read('12FS+2d; 15;7SS-4h ; 3FF+50%;9SF+1ed')).toEqual({
      links: [
        { row: 1200, kind: 'FS', lag: 57600, lag_unit: 'work' },
        { row: 1500, kind: 'FS', lag: 0, lag_unit: 'work' },
        { row: 700, kind: 'SS', lag: -14400, lag_unit: 'work' },
        { row: 300, kind: 'FF', lag: 50, lag_unit: 'percent' },
        { row: 900, kind: 'SF', lag: 86400, lag_unit: 'elapsed' },
      ],
    })
  })
  it('takes commas between links, but not inside a lag', () => {
    expect(read('3,4')).toEqual({ links: [expect.objectContaining({ row: 300 }), expect.objectContaining({ row: 400 })] })
    expect(read('3FS+1,5d')).toEqual({ links: [{ row: 300, kind: 'FS', lag: 43200, lag_unit: 'work' }] })
  })
  it('reads the German letters and a lag without a kind', () => {
    expect(read('4EA+1d')).toEqual({ links: [{ row: 400, kind: 'FS', lag: 28800, lag_unit: 'work' }] })
    expect(read('4+1d')).toEqual({ links: [{ row: 400, kind: 'FS', lag: 28800, lag_unit: 'work' }] })
  })
  it.each([
    ['99', 'unknown-row'],
    ['5', 'itself'],
    ['x', 'unreadable'],
    ['3FS+soon', 'unreadable'],
    ['3XX', 'unreadable'],
  ])('says what is wrong with %s', (text, problem) => expect(read(text)).toEqual({ problem, part: text }))
  it('reads nothing as no links', () => expect(read(' ')).toEqual({ links: [] }))
})

describe('predecessors that are shown', () => {
  it('come back the same, in the order of the rows', () => {
    const links: Link[] = [
      { row: 1500, kind: 'FS', lag: 0, lag_unit: 'work' },
      { row: 1200, kind: 'FS', lag: 57600, lag_unit: 'work' },
      { row: 300, kind: 'FF', lag: -50, lag_unit: 'percent' },
    ]
    const text = formatLinks(links, numberOf)
    expect(text).toBe('3FF−50%; 12FS+2d; 15')
    expect(read(text)).toEqual({ links: [links[2], links[1], links[0]] })
  })
  it('leaves out rows that are gone', () => expect(formatLinks([{ row: 7, kind: 'FS', lag: 0, lag_unit: 'work' }], numberOf)).toBe(''))
})
