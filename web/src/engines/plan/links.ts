/**
 * Predecessors as text: `12; 15SS; 7FF+2d; 9FS+50%; 3FS-4eh`. People read and type row numbers, the sheet stores row ids.
 */
import { formatDuration, parseDuration, STANDARD_WORDS, type TimeWords, type UnitLetters } from '../cells/durations'
import type { Row, RowId } from './rows'

export const LINK_KINDS = ['FS', 'SS', 'FF', 'SF'] as const
export type LinkKind = (typeof LINK_KINDS)[number]

/** `lag` is in seconds of work, in elapsed seconds, or in percent of the predecessor's duration. */
export interface Link {
  readonly row: RowId
  readonly kind: LinkKind
  readonly lag: number
  readonly lag_unit: 'work' | 'elapsed' | 'percent'
}

export type LinkText =
  { readonly links: readonly Link[] } | { readonly problem: 'unreadable' | 'unknown-row' | 'itself'; readonly part: string }

const PART = /^(\d+)\s*(FS|SS|FF|SF|EA|AA|EE|AE)?\s*([+\-−].+)?$/i
/** The German letters of Ende and Anfang, as in Project. */
const GERMAN: Readonly<Record<string, LinkKind>> = { EA: 'FS', AA: 'SS', EE: 'FF', AE: 'SF' }

export function linksOf(row: Row): readonly Link[] {
  const value = row.cells['predecessors']
  return Array.isArray(value) ? (value as Link[]) : []
}

/** Reads predecessors; `idOf` gives the row that has a number. An empty text is no link. */
export function parseLinks(
  text: string,
  idOf: (number: number) => RowId | undefined,
  own: RowId,
  words: TimeWords = STANDARD_WORDS,
): LinkText {
  const links: Link[] = []
  for (const part of text
    .split(/[;\n]|,(?!\d+[a-z%])/i)
    .map((piece) => piece.trim())
    .filter(Boolean)) {
    const match = PART.exec(part)
    const lag = match ? parseLag(match[3], words) : null
    if (!match || !lag) return { problem: 'unreadable', part }
    const row = idOf(Number(match[1]))
    if (row === undefined) return { problem: 'unknown-row', part }
    if (row === own) return { problem: 'itself', part }
    const letters = (match[2] ?? 'FS').toUpperCase()
    links.push({ row, kind: GERMAN[letters] ?? (letters as LinkKind), ...lag })
  }
  return { links }
}

function parseLag(text: string | undefined, words: TimeWords): Pick<Link, 'lag' | 'lag_unit'> | null {
  if (text === undefined) return { lag: 0, lag_unit: 'work' }
  const plain = text.replace(/−/g, '-').replace(/\s+/g, '')
  const percent = /^([+-]\d+(?:[.,]\d+)?)%$/.exec(plain)
  if (percent) return { lag: Number((percent[1] as string).replace(',', '.')), lag_unit: 'percent' }
  const duration = parseDuration(plain, words, true)
  return duration && { lag: duration.seconds, lag_unit: duration.elapsed ? 'elapsed' : 'work' }
}

/** Writes predecessors; a plain finish-to-start link is only its number. Links to rows that are gone are left out. */
export function formatLinks(
  links: readonly Link[],
  numberOf: (row: RowId) => number | undefined,
  words?: TimeWords,
  letters?: UnitLetters,
): string {
  return links
    .map((link) => ({ link, number: numberOf(link.row) }))
    .filter((entry) => entry.number !== undefined)
    .sort((a, b) => (a.number as number) - (b.number as number))
    .map(({ link, number }) => {
      const lag = formatLag(link, words, letters)
      return `${number}${link.kind === 'FS' && lag === '' ? '' : link.kind}${lag}`
    })
    .join('; ')
}

export function formatLag(link: Link, words?: TimeWords, letters?: UnitLetters): string {
  if (link.lag === 0) return ''
  const sign = link.lag < 0 ? '−' : '+'
  if (link.lag_unit === 'percent') return `${sign}${Math.abs(link.lag)}%`
  return sign + formatDuration({ seconds: Math.abs(link.lag), elapsed: link.lag_unit === 'elapsed' }, words, letters).replace(/ /g, '')
}
