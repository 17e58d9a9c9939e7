/** What the address of the import page holds: where the project shall go. */
export interface ImportSearch {
  parent?: number
}

export function readImportSearch(raw: Record<string, unknown>): ImportSearch {
  return { parent: typeof raw.parent === 'number' && Number.isSafeInteger(raw.parent) ? raw.parent : undefined }
}
