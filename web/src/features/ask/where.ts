/** Where somebody is who asks: the page's address, and the place, sheet and row that it shows, as the address says them. */

export interface Where {
  readonly page: string
  readonly node_id: number | null
  readonly sheet_id: number | null
  readonly row_id: number | null
}

export function whereIs(pathname: string, search: string): Where {
  const page = `${pathname}${search}`.slice(0, 500)
  const query = new URLSearchParams(search)
  const sheet = whole(/^\/(?:sheet|request)\/(\d+)/.exec(pathname)?.[1])
  const place = whole(/^\/(?:projects|node|office|handbook|intake)\/(\d+)/.exec(pathname)?.[1]) ?? whole(query.get('node'))
  const named = /^"?(\d+)\.(\d+)"?$/.exec(query.get('row') ?? '')
  const row = sheet === null ? null : (whole(/^\/request\/\d+\/(\d+)/.exec(pathname)?.[1]) ?? (named && Number(named[1]) === sheet ? whole(named[2]) : null))
  return { page, node_id: sheet === null ? place : null, sheet_id: sheet, row_id: row }
}

function whole(text: string | null | undefined): number | null {
  const value = Number(text ?? '')
  return Number.isSafeInteger(value) && value > 0 ? value : null
}
