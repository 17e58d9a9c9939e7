/** What the address holds, on any page, about the panel of who can see a place. */
export interface ShareSearch {
  readonly share?: number
}

export function readShareSearch(raw: Record<string, unknown>): ShareSearch {
  return typeof raw.share === 'number' && Number.isSafeInteger(raw.share) && raw.share > 0 ? { share: raw.share } : {}
}
