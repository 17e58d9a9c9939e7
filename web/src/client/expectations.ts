/** What is expected of me. */
import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '~/client/api'
import type { paths } from '~/client/schema'

export type Expected = paths['/api/v1/expectations']['get']['responses'][200]['content']['application/json']
export type Expectation = Expected['items'][number]
export type When = Expectation['when']
export type ExpectationKind = Expectation['kind']

export const expectationsQuery = queryOptions({
  queryKey: ['expectations'],
  queryFn: () => answer(api.GET('/api/v1/expectations')),
  // Read again whenever one comes back to the page: what was done elsewhere is gone from it.
  staleTime: 5_000,
})
