/** What the address of the page holds: where the list goes, and the import whose end is shown. */
export interface ListsSearch {
  parent?: number
  kind?: string
  sheet?: number
  done?: number
}

export function readListsSearch(raw: Record<string, unknown>): ListsSearch {
  const id = (value: unknown) => (typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined)
  return { parent: id(raw.parent), sheet: id(raw.sheet), done: id(raw.done), kind: typeof raw.kind === 'string' && /^[a-z][a-z0-9_]{0,39}$/.test(raw.kind) ? raw.kind : undefined }
}
