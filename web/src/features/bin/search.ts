/** What the address of the bin holds: words to look for, and which sort of thing. */
import { SORTS, type Sort } from '~/client/bin'

export interface BinSearch {
  readonly q?: string
  readonly what?: Sort
}

export function readBinSearch(raw: Record<string, unknown>): BinSearch {
  const q = typeof raw.q === 'string' || typeof raw.q === 'number' ? String(raw.q).slice(0, 100) : ''
  const what = SORTS.find((sort) => sort === raw.what)
  return { ...(q ? { q } : {}), ...(what ? { what } : {}) }
}
