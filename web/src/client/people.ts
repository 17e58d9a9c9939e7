/** People, groups, roles, invitations, and who may see what: what can be read and written about them. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answer, api } from '~/client/api'
import type { components } from '~/client/schema'

type Schemas = components['schemas']
export type Person = Schemas['PersonOut']
export type PersonDetail = Schemas['PersonDetail']
export type PersonPatch = Partial<Schemas['PersonPatch']>
export type Invited = Schemas['InvitedOut']
export type Invite = Schemas['InviteOut']
export type Promised = Schemas['PromiseOut']
export type Group = Schemas['GroupOut']
export type GroupDetail = Schemas['GroupDetail']
export type Role = Schemas['RoleOut']
export type Access = Schemas['AccessOut']
export type Because = Schemas['Because']
export type Seen = Schemas['SeenOut']
export type Leaving = Schemas['LeavingOut']
export type Token = Schemas['TokenOut']
export type Word = Schemas['RoleIn']['capabilities'][number]

const of = (id: number) => ({ params: { path: { person_id: id } } })

export const peopleQuery = (q: string, left = false, limit = 100) =>
  infiniteQueryOptions({
    queryKey: ['people', q, left, limit],
    queryFn: ({ pageParam }) => answer(api.GET('/api/v1/people', { params: { query: { q, left, limit, offset: pageParam } } })),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next_offset,
  })

export const personQuery = (id: number) => queryOptions({ queryKey: ['person', id], queryFn: () => answer(api.GET('/api/v1/people/{person_id}', of(id))) })
export const seesQuery = (id: number) => queryOptions({ queryKey: ['person', id, 'sees'], queryFn: () => answer(api.GET('/api/v1/people/{person_id}/sees', of(id))) })
export const tokensOfQuery = (id: number) => queryOptions({ queryKey: ['person', id, 'tokens'], queryFn: () => answer(api.GET('/api/v1/people/{person_id}/tokens', of(id))) })
export const leavingQuery = (id: number) =>
  queryOptions({
    queryKey: ['person', id, 'leaving'],
    queryFn: () => answer(api.POST('/api/v1/people/{person_id}/leave', { ...of(id), body: { dry_run: true } })),
    gcTime: 0,
    staleTime: 0,
  })

export const changePerson = (id: number, patch: PersonPatch) => answer(api.PATCH('/api/v1/people/{person_id}', { ...of(id), body: patch }))
export const makePasswordLink = (id: number) => answer(api.POST('/api/v1/people/{person_id}/password-link', of(id)))
export const letLeave = (id: number, to: number | null) => answer(api.POST('/api/v1/people/{person_id}/leave', { ...of(id), body: { hand_over_to: to, dry_run: false } }))
export const bringBack = (id: number) => answer(api.POST('/api/v1/people/{person_id}/restore', of(id)))
export const endSessionsOf = (id: number) => answer(api.DELETE('/api/v1/people/{person_id}/sessions', of(id)))
export const switchOffFactorOf = (id: number) => answer(api.DELETE('/api/v1/people/{person_id}/second-factor', of(id)))
export const revokeTokenOf = (id: number, token: number) => answer(api.DELETE('/api/v1/people/{person_id}/tokens/{token_id}', { params: { path: { person_id: id, token_id: token } } }))

export const invitesQuery = queryOptions({
  queryKey: ['invites'],
  queryFn: () => answer(api.GET('/api/v1/invites', { params: { query: { limit: 1000, offset: 0 } } })),
})
const ofInvite = (id: number) => ({ params: { path: { invite_id: id } } })
export const invite = (body: Pick<Schemas['InvitesIn'], 'text' | 'node_id' | 'role' | 'group_ids' | 'mail'>) => answer(api.POST('/api/v1/invites', { body: { people: [], ...body } }))
export const renewInvite = (id: number, mail: boolean) => answer(api.POST('/api/v1/invites/{invite_id}/renew', { ...ofInvite(id), body: { mail } }))
export const revokeInvite = (id: number) => answer(api.DELETE('/api/v1/invites/{invite_id}', ofInvite(id)))

const ofGroup = (id: number) => ({ params: { path: { group_id: id } } })
export const groupsQuery = queryOptions({ queryKey: ['groups'], queryFn: () => answer(api.GET('/api/v1/groups')) })
export const groupQuery = (id: number) => queryOptions({ queryKey: ['group', id], queryFn: () => answer(api.GET('/api/v1/groups/{group_id}', ofGroup(id))) })
export const createGroup = (name: string) => answer(api.POST('/api/v1/groups', { body: { name, about: '' } }))
export const changeGroup = (id: number, patch: { name?: string; about?: string }) => answer(api.PATCH('/api/v1/groups/{group_id}', { ...ofGroup(id), body: patch }))
export const deleteGroup = (id: number) => answer(api.DELETE('/api/v1/groups/{group_id}', ofGroup(id)))
export const addMembers = (id: number, people: number[]) => answer(api.POST('/api/v1/groups/{group_id}/members', { ...ofGroup(id), body: { person_ids: people } }))
export const removeMember = (id: number, person: number) =>
  answer(api.DELETE('/api/v1/groups/{group_id}/members/{person_id}', { params: { path: { group_id: id, person_id: person } } }))

const ofRole = (role: string) => ({ params: { path: { role } } })
export const rolesQuery = queryOptions({ queryKey: ['roles'], queryFn: () => answer(api.GET('/api/v1/roles')) })
export const createRole = (name: string, about: string, capabilities: Word[]) => answer(api.POST('/api/v1/roles', { body: { name, about, capabilities } }))
export const changeRole = (role: string, patch: { name?: string; about?: string; capabilities?: Word[] }) => answer(api.PATCH('/api/v1/roles/{role}', { ...ofRole(role), body: patch }))
export const requireFactor = (role: string, required: boolean) => answer(api.PUT('/api/v1/roles/{role}/second-factor', { ...ofRole(role), body: { required } }))
export const deleteRole = (role: string) => answer(api.DELETE('/api/v1/roles/{role}', ofRole(role)))

const ofNode = (id: number) => ({ params: { path: { node_id: id } } })
export const accessQuery = (node: number) => queryOptions({ queryKey: ['access', node], queryFn: () => answer(api.GET('/api/v1/nodes/{node_id}/access', ofNode(node))) })
export const whyQuery = (node: number, person: number) =>
  queryOptions({
    queryKey: ['access', node, 'why', person],
    queryFn: () => answer(api.GET('/api/v1/nodes/{node_id}/why', { params: { path: { node_id: node }, query: { person } } })),
  })
export const grant = (node: number, to: { person_id: number } | { group_id: number }, role: string) => answer(api.POST('/api/v1/nodes/{node_id}/access', { ...ofNode(node), body: { ...to, role } }))
export const revoke = (node: number, from: Access) =>
  from.group
    ? answer(api.DELETE('/api/v1/nodes/{node_id}/access/groups/{group_id}/{role}', { params: { path: { node_id: node, group_id: from.group.id, role: from.role } } }))
    : answer(api.DELETE('/api/v1/nodes/{node_id}/access/{person_id}/{role}', { params: { path: { node_id: node, person_id: from.person?.id ?? 0, role: from.role } } }))
