/** What was deleted, and how it comes back. */
import { infiniteQueryOptions } from '@tanstack/react-query'
import { send } from '~/client/api'

export type Sort = 'node' | 'sheet' | 'row' | 'comment' | 'file' | 'view'
export const SORTS: readonly Sort[] = ['node', 'sheet', 'row', 'comment', 'file', 'view']

export interface BinItem {
  readonly what: Sort
  readonly id: number
  readonly name: string
  readonly kind: string
  readonly node_id: number | null
  readonly sheet_id: number | null
  readonly row_id: number | null
  readonly within: readonly string[]
  readonly above_deleted: boolean
  readonly deleted_at: string
  readonly by: string
}

const json = { 'Content-Type': 'application/json' }

export const binQuery = (q: string, what: Sort | undefined) =>
  infiniteQueryOptions({
    queryKey: ['bin', q, what ?? ''],
    queryFn: ({ pageParam }) => {
      const query = new URLSearchParams({ limit: '50', offset: String(pageParam), ...(q ? { q } : {}), ...(what ? { what } : {}) })
      return send<{ items: readonly BinItem[]; next_offset: number | null }>('GET', `/api/v1/bin?${query.toString()}`)
    },
    initialPageParam: 0,
    getNextPageParam: (page) => page.next_offset,
  })

/** With `above` what it lies in comes back first, where that is in the bin too. */
export const restore = (thing: { what: Sort; id: number; sheet_id?: number | null }, above = false) =>
  send<null>('POST', '/api/v1/bin/restore', JSON.stringify({ what: thing.what, id: thing.id, sheet_id: thing.sheet_id ?? null, above }), json)

const PLACES = { node: 'nodes', sheet: 'sheets', comment: 'comments', file: 'files', view: 'views' } as const
export type Deletable = keyof typeof PLACES

export const putIntoBin = (what: Deletable, id: number) => send<null>('DELETE', `/api/v1/${PLACES[what]}/${id}`)
