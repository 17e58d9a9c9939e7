/** Reading registers: kinds, heads, windows of rows, views. The columns and values are read by `engines/register`. */
import { queryOptions } from '@tanstack/react-query'
import { send } from '~/client/api'

type Told = string | Readonly<Record<string, string>>
type Cells = Readonly<Record<string, unknown>>

export interface ColumnAnswer {
  readonly key: string
  readonly title: string
  readonly type: string
  readonly role?: string | null
  readonly computed?: boolean
  readonly width?: number
  readonly options?: Readonly<Record<string, unknown>>
}

/** A view that the declaration of a kind brings along (`key`), or one that somebody saved (`id`). */
export interface ViewAnswer {
  readonly id: number | null
  readonly key: string | null
  readonly name: string
  readonly titles?: Readonly<Record<string, string>> | null
  readonly shared: boolean
  readonly mine: boolean
  readonly config: Readonly<Record<string, unknown>>
}

export interface KindAnswer {
  readonly kind: string
  readonly title: string
  readonly titles?: Readonly<Record<string, string>>
  readonly one?: Told
  readonly about?: Told
  readonly abouts?: Readonly<Record<string, string>>
  readonly at?: readonly string[]
  readonly columns: readonly ColumnAnswer[]
}

export interface SheetOfKind {
  readonly id: number
  readonly node_id: number
  readonly node_name: string
  readonly may: readonly string[]
}

export interface RegisterHead {
  readonly id?: number
  readonly kind: string
  readonly kind_titles: Readonly<Record<string, string>>
  readonly name?: string
  readonly title?: Told
  readonly seq?: number
  readonly columns: readonly ColumnAnswer[]
  readonly node: { readonly id: number; readonly name: string; readonly kind: string; readonly path: readonly { readonly id: number; readonly name: string }[]; readonly currency?: string }
  readonly views: readonly ViewAnswer[]
  readonly may: readonly string[]
  readonly rows?: number
  readonly can_undo?: boolean
  readonly can_redo?: boolean
  readonly settings?: Cells
  readonly sheets?: readonly SheetOfKind[]
  /** Columns of people's own that are not shown any more. */
  readonly retired?: readonly ColumnAnswer[]
  /** The reader may change columns of all registers of the kind. */
  readonly kind_columns?: boolean
}

export interface RowAnswer {
  readonly id: number
  readonly sheet_id?: number
  readonly node_id?: number
  readonly node_name?: string
  readonly parent_id: number | null
  readonly depth: number
  readonly has_children: boolean
  readonly cells: Cells
  readonly above?: readonly string[]
  readonly tones?: Readonly<Record<string, string>>
  /** What cells lack: a sentence by language. */
  readonly marks?: Readonly<Record<string, Told>>
  readonly comments?: number
  readonly files?: number
}

export interface WindowAnswer {
  readonly seq?: number
  /** By sheet. */
  readonly seqs?: Readonly<Record<string, number>>
  readonly total: number
  readonly offset: number
  readonly rows: readonly RowAnswer[]
  readonly groups?: readonly { readonly value: unknown; readonly start: number; readonly count: number; readonly totals?: Readonly<Record<string, unknown>> }[]
  readonly totals?: Readonly<Record<string, Readonly<Record<string, number | null>>>>
  readonly names?: Readonly<Record<string, string>>
  readonly links?: Readonly<Record<string, { readonly name: string; readonly node_name?: string } | null>>
}

export interface RowsQuery {
  readonly filter: readonly unknown[]
  readonly sort: readonly unknown[]
  readonly group: string | null
  readonly search: string
  readonly closed: readonly number[]
  readonly as_of?: string
}

export interface RegisterListed {
  readonly id: number
  readonly kind: string
  readonly name: string
  readonly title: Told
  readonly titles?: Readonly<Record<string, string>>
  readonly rows: number
}

/** Where rows come from: one sheet, or all sheets of a kind at and below a node. */
export type RegisterPlace = { readonly sheet: number } | { readonly kind: string; readonly node: number }

const json = { 'Content-Type': 'application/json' }
const base = (place: RegisterPlace) => ('sheet' in place ? `/api/v1/sheets/${place.sheet}` : `/api/v1/registers/${place.kind}`)
const at = (place: RegisterPlace) => ('sheet' in place ? '' : `?node=${place.node}`)

export const readHead = (place: RegisterPlace) => send<RegisterHead>('GET', `${base(place)}/head${at(place)}`)

export const readRows = (place: RegisterPlace, query: RowsQuery, offset: number, limit: number) =>
  send<WindowAnswer>('POST', `${base(place)}/rows${at(place)}`, JSON.stringify({ ...query, offset, limit }), json)

/** The address of the register as a file, as a view shows it. */
export function exportAddress(place: RegisterPlace, format: 'csv' | 'xlsx' | 'json', view: object): string {
  const query = new URLSearchParams({ format, view: JSON.stringify(view), ...('kind' in place ? { node: String(place.node) } : {}) })
  return `${base(place)}/export?${query.toString()}`
}

export const kindsQuery = queryOptions({ queryKey: ['kinds'], queryFn: () => send<readonly KindAnswer[] | { items: readonly KindAnswer[] }>('GET', '/api/v1/kinds').then(itemsOf), staleTime: 5 * 60_000 })

export const registersQuery = (node: number) =>
  queryOptions({
    queryKey: ['registers', node],
    queryFn: () => send<{ items: readonly RegisterListed[]; may_make: readonly string[] }>('GET', `/api/v1/nodes/${node}/registers`),
  })

export const makeRegister = (node: number, kind: string) => send<{ id: number }>('POST', `/api/v1/nodes/${node}/registers`, JSON.stringify({ kind }), json)

export const saveView = (place: RegisterPlace, view: { name: string; shared: boolean; config: unknown }) =>
  send<ViewAnswer>('POST', '/api/v1/views', JSON.stringify({ ...place, ...view }), json)

export const changeView = (id: number, change: { name?: string; config?: unknown }) => send<ViewAnswer>('PATCH', `/api/v1/views/${id}`, JSON.stringify(change), json)

/** Rows of a kind at and below a node whose text has these words in it: what a link may name. */
export async function findLinkable(kind: string, node: number, typed: string, most: number) {
  const query: RowsQuery = { filter: [], sort: [], group: null, search: typed.trim(), closed: [] }
  const { rows } = await readRows({ kind, node }, query, 0, most)
  return rows.map((row) => ({ sheet: row.sheet_id ?? 0, row: row.id, name: titleOf(row.cells), note: row.node_name ?? undefined }))
}

/** The name of a row of another kind: its column `name`, else its first text. */
function titleOf(cells: Cells): string {
  const name = cells['name'] ?? cells['title'] ?? Object.values(cells).find((value) => typeof value === 'string')
  return typeof name === 'string' ? name : ''
}

/** People whose name has these letters in it. */
export const findPeople = (q: string) => send<{ items: readonly { id: number; name: string }[] }>('GET', `/api/v1/people?limit=50&q=${encodeURIComponent(q)}`)

function itemsOf<T>(answer: readonly T[] | { items: readonly T[] }): readonly T[] {
  return Array.isArray(answer) ? (answer as readonly T[]) : (answer as { items: readonly T[] }).items
}
