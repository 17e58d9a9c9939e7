/** Whether a place needs an office, and what its figures were computed from. */
import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '~/client/api'
import type { components } from '~/client/schema'

type Schemas = components['schemas']
export type Need = Schemas['NeedOut']
export type StretchPart = Schemas['StretchPart']
export type StretchMonth = Schemas['StretchMonth']
export type PartKey = StretchPart['key']
export type OfficeType = NonNullable<Need['answer']['office']>
export type Behind = Schemas['BehindOut']
export type BehindProject = Schemas['BehindProject']

export const needQuery = (node: number) =>
  queryOptions({ queryKey: ['need', node], queryFn: () => answer(api.GET('/api/v1/nodes/{node_id}/need', { params: { path: { node_id: node } } })) })

export const behindQuery = (node: number, month: string) =>
  queryOptions({
    queryKey: ['need', node, 'behind', month],
    queryFn: () => answer(api.GET('/api/v1/nodes/{node_id}/need/behind', { params: { path: { node_id: node }, query: { month } } })),
  })
