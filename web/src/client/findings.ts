/** What projects do not keep of their methods, what can be done about it, and waivers. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answer, api } from '~/client/api'
import type { components } from '~/client/schema'

type Schemas = components['schemas']
export type Kept = Schemas['MethodKeptOut']
export type FindingGroup = Schemas['UnkeptGroupOut']
export type Finding = Schemas['UnkeptOut']
export type Fix = Schemas['UnkeptFixOut']
export type Asking = Schemas['AskingOut']
export type LintRun = Schemas['LintRunOut']
export type Waiver = Schemas['WaiverOut']
export type Severity = Finding['severity']
export type FindingState = 'open' | 'waived' | 'all'
export type WaiverState = Waiver['state']

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'advice']
export const STATES: readonly FindingState[] = ['open', 'waived', 'all']
export const WAIVER_STATES: readonly WaiverState[] = ['asked', 'granted', 'refused', 'expired']

/** What is read again when something was fixed, waived or looked at. */
export const touched = (nodeId: number) => [['findings'], ['waivers'], ['project', nodeId], ['registers', nodeId], ['expectations']]

export const keptQuery = (nodeId: number) =>
  queryOptions({
    queryKey: ['findings', nodeId, 'kept'],
    queryFn: () => answer(api.GET('/api/v1/nodes/{node_id}/method-kept', { params: { path: { node_id: nodeId } } })),
  })

export interface Wanted {
  readonly rule?: string
  readonly project?: number
  readonly severity?: Severity
  readonly state?: FindingState
}

export const findingsQuery = (nodeId: number, wanted: Wanted) =>
  infiniteQueryOptions({
    queryKey: ['findings', nodeId, 'list', wanted],
    queryFn: ({ pageParam }) => answer(api.GET('/api/v1/nodes/{node_id}/findings', { params: { path: { node_id: nodeId }, query: { ...wanted, limit: 50, offset: pageParam } } })),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next_offset,
  })

export const fixFinding = (id: number) => answer(api.POST('/api/v1/findings/{finding_id}/fix', { params: { path: { finding_id: id } } }))

export const lintNode = (nodeId: number) => answer(api.POST('/api/v1/nodes/{node_id}/lint', { params: { path: { node_id: nodeId } } }))

export const runQuery = (id: number) =>
  queryOptions({
    queryKey: ['lint-run', id],
    queryFn: () => answer(api.GET('/api/v1/lint-runs/{run_id}', { params: { path: { run_id: id } } })),
    refetchInterval: ({ state }) => (state.data?.state === 'done' ? false : 400),
  })

export const waiversQuery = (nodeId: number, state: WaiverState | undefined) =>
  infiniteQueryOptions({
    queryKey: ['waivers', nodeId, state ?? ''],
    queryFn: ({ pageParam }) => answer(api.GET('/api/v1/nodes/{node_id}/waivers', { params: { path: { node_id: nodeId }, query: { state, offset: pageParam } } })),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next_offset,
  })

export const askForWaiver = (projectId: number, body: { key: string; reason: string; until: string }) =>
  answer(api.POST('/api/v1/projects/{project_id}/waivers', { params: { path: { project_id: projectId } }, body }))

export const decideWaiver = (id: number, body: { grant: boolean; reason: string; until: string | null }) =>
  answer(api.POST('/api/v1/waivers/{waiver_id}/decision', { params: { path: { waiver_id: id } }, body }))
