/** What can be read, each with its key: the live stream forgets answers by these keys. */
import { QueryClient, queryOptions } from '@tanstack/react-query'
import { answer, api } from '~/client/api'
import { isApiError } from '~/client/errors'
import type { Session } from '~/client/types'

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // Asking again cannot help where the server has said no.
      retry: (count, error) => count < 2 && (!isApiError(error) || error.status === 0 || error.status >= 500),
    },
  },
})

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: () => answer(api.GET('/api/v1/session')),
  staleTime: 5 * 60_000,
})

/** Whether somebody has to set up a second factor first: everything else is refused to them. */
export const owesFactor = (person: Session['person']) => Boolean(person?.factor_for && !person.second_factor)

export const nodesQuery = (parent: number | null, q = '') =>
  queryOptions({
    queryKey: ['nodes', parent, q],
    queryFn: () => answer(api.GET('/api/v1/nodes', { params: { query: { ...(parent === null ? {} : { parent }), ...(q ? { q } : {}) } } as never })),
  })

/** Words in all that one may see; `limit` of each sort at most. */
export const searchQuery = (q: string, limit: number) =>
  queryOptions({
    queryKey: ['search', q, limit],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/search', { params: { query: { q, limit } } as never, signal })),
  })

export const nodeQuery = (id: number) =>
  queryOptions({
    queryKey: ['node', id],
    queryFn: () => answer(api.GET('/api/v1/nodes/{node_id}', { params: { path: { node_id: id } } })),
  })

/** Everything below a node, now or as it was on a day. */
export const portfolioQuery = (node: number | null, on?: string) =>
  queryOptions({
    queryKey: ['portfolio', node, ...(on ? [on] : [])],
    queryFn: () => answer(api.GET('/api/v1/portfolio', { params: { query: { ...(node === null ? {} : { node }), ...(on ? { as_of: on } : {}) } } as never })),
  })

export const projectQuery = (id: number) =>
  queryOptions({
    queryKey: ['project', id],
    queryFn: () => answer(api.GET('/api/v1/projects/{node_id}', { params: { path: { node_id: id } } })),
  })

export const curveQuery = (id: number) =>
  queryOptions({
    queryKey: ['project', id, 's-curve'],
    queryFn: () => answer(api.GET('/api/v1/projects/{node_id}/s-curve', { params: { path: { node_id: id } } })),
  })

/** The whole chain that drives a row; `version` changes where it may have become another. */
export const drivingChainQuery = (sheet: number, row: number, version: string) =>
  queryOptions({
    queryKey: ['driving-chain', sheet, row, version],
    queryFn: () => answer(api.GET('/api/v1/sheets/{sheet_id}/rows/{row_id}/driving-chain', { params: { path: { sheet_id: sheet, row_id: row } } })),
  })
