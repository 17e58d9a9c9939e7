/** Rows by themselves: cells, comments, files, history, mentions; and the bin. Keys begin with `row`, sheet and row, by which the live stream forgets them. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { send } from '~/client/api'
import type { ColumnAnswer } from '~/client/registers'

export interface RowDetail {
  readonly id: number
  readonly sheet_id: number
  readonly sheet: string
  readonly kind: string
  readonly node: { readonly id: number; readonly name: string; readonly path: readonly { readonly id: number; readonly name: string }[] }
  readonly seq: number
  readonly name: string
  readonly above: readonly string[]
  readonly cells: Readonly<Record<string, unknown>>
  /** What cells lack: a sentence by language. */
  readonly marks: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly columns: readonly ColumnAnswer[]
  readonly names: Readonly<Record<string, string>>
  readonly links: Readonly<Record<string, { readonly name: string; readonly node_name: string; readonly deleted: boolean } | null>>
  readonly comments: number
  readonly files: number
  readonly may: readonly string[]
}

export interface CommentAnswer {
  readonly id: number
  readonly author: string
  readonly text: string
  readonly at: string
  readonly edited_at: string | null
  readonly mine: boolean
}

export interface FileAnswer {
  readonly id: number
  readonly name: string
  readonly size: number
  readonly by: string
  readonly at: string
  readonly image: boolean
}

export interface HistoryEntry {
  readonly what: 'created' | 'changed' | 'moved' | 'deleted' | 'restored' | 'commented' | 'attached' | 'file_deleted'
  readonly at: string
  readonly by: string | null
  readonly kind: string
  readonly seq: number
  readonly cells: readonly { readonly key: string; readonly old: unknown; readonly new: unknown }[]
  readonly text: string
  readonly id: number | null
}

export interface HistoryPage {
  readonly items: readonly HistoryEntry[]
  readonly columns: Readonly<Record<string, { readonly title: string; readonly type: string; readonly options: Readonly<Record<string, unknown>> }>>
  readonly names: Readonly<Record<string, string>>
  readonly next_offset: number | null
}

export interface MentionAnswer {
  readonly comment_id: number
  readonly sheet_id: number
  readonly sheet: string
  readonly kind: string
  readonly row_id: number
  readonly row: string
  readonly node_id: number
  readonly path: readonly string[]
  readonly author: string
  readonly text: string
  readonly at: string
  readonly read: boolean
}

export interface Person {
  readonly id: number
  readonly name: string
}

interface Page<Item> {
  readonly items: readonly Item[]
  readonly next_offset: number | null
}

export interface RowPlace {
  readonly sheetId: number
  readonly rowId: number
}

const json = { 'Content-Type': 'application/json' }
const at = ({ sheetId, rowId }: RowPlace) => `/api/v1/sheets/${sheetId}/rows/${rowId}`
const A_PAGE = 30

export const rowKey = ({ sheetId, rowId }: RowPlace) => ['row', sheetId, rowId] as const

export const rowQuery = (row: RowPlace) => queryOptions({ queryKey: [...rowKey(row), 'cells'], queryFn: () => send<RowDetail>('GET', at(row)) })

export const filesQuery = (row: RowPlace) => queryOptions({ queryKey: [...rowKey(row), 'files'], queryFn: () => send<{ items: readonly FileAnswer[] }>('GET', `${at(row)}/files`) })

const paged = <P extends { next_offset: number | null }>(row: RowPlace, part: string) =>
  infiniteQueryOptions({
    queryKey: [...rowKey(row), part],
    queryFn: ({ pageParam }) => send<P>('GET', `${at(row)}/${part}?limit=${A_PAGE}&offset=${pageParam}`),
    initialPageParam: 0,
    getNextPageParam: (page: P) => page.next_offset,
  })

export const commentsQuery = (row: RowPlace) => paged<Page<CommentAnswer>>(row, 'comments')
export const historyQuery = (row: RowPlace) => paged<HistoryPage>(row, 'history')

export const mentionableQuery = (row: RowPlace) =>
  queryOptions({ queryKey: [...rowKey(row), 'mentionable'], queryFn: () => send<{ items: readonly Person[] }>('GET', `${at(row)}/mentionable`), staleTime: 60_000, retry: false })

/** More people than the first twenty are found by their name. */
export const findMentionable = (row: RowPlace, q: string) => send<{ items: readonly Person[] }>('GET', `${at(row)}/mentionable?q=${encodeURIComponent(q)}`)

export const makeComment = (row: RowPlace, text: string) => send<CommentAnswer>('POST', `${at(row)}/comments`, JSON.stringify({ text }), json)
export const changeComment = (id: number, text: string) => send<CommentAnswer>('PATCH', `/api/v1/comments/${id}`, JSON.stringify({ text }), json)

/** Upload a file, then attach it. */
export async function attachFile(row: RowPlace, file: File): Promise<FileAnswer> {
  const headers = { 'Content-Type': 'application/octet-stream', 'X-File-Name': encodeURIComponent(file.name) }
  const upload = await send<{ id: number }>('POST', '/api/v1/uploads', file, headers)
  return send<FileAnswer>('POST', `${at(row)}/files`, JSON.stringify({ upload_id: upload.id }), json)
}

export const fileAddress = (id: number, preview = false) => `/api/v1/files/${id}/content${preview ? '?preview=true' : ''}`

export const mentionsQuery = queryOptions({
  queryKey: ['mentions'],
  queryFn: () => send<Page<MentionAnswer> & { unread: number }>('GET', '/api/v1/mentions?limit=20'),
  // The stream tells at once, but stands only while a page watches something.
  refetchInterval: 60_000,
})

export const readMentions = (comments: readonly number[]) => send<null>('POST', '/api/v1/mentions/read', JSON.stringify({ comment_ids: comments }), json)
