/** What the address of a handbook holds: the version, and words to look for. */
export interface HandbookSearch {
  readonly version?: number
  readonly q?: string
}

export function readHandbookSearch(raw: Record<string, unknown>): HandbookSearch {
  const version = typeof raw.version === 'number' && Number.isSafeInteger(raw.version) && raw.version > 0 ? raw.version : undefined
  const q = typeof raw.q === 'string' || typeof raw.q === 'number' ? String(raw.q).slice(0, 100) : ''
  return { ...(version ? { version } : {}), ...(q ? { q } : {}) }
}
