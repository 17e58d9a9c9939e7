/** Offices, their set-up, authority, and who answers for a project: what can be read and written about them. */
import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '~/client/api'
import type { components } from '~/client/schema'

type Schemas = components['schemas']
export type OfficeRow = Schemas['OfficeRowOut']
export type Office = Schemas['OfficePageOut']
export type OfficeType = Office['type']
export type OfficePlace = Office['place']
export type OfficeRole = Schemas['RoleHeldOut']['role']
export type Goal = Schemas['GoalOut']
export type GoalIn = Schemas['GoalIn']
export type Aim = Goal['aims'][number]
export type Todo = Schemas['TodoOut']
export type OfficeProject = Schemas['OfficeProjectOut']
export type Decision = Schemas['DecisionOut']
export type DecisionKey = Decision['decision']
export type Answerable = Schemas['AnswerableOut']
export type CheckIn = Schemas['CheckInOut']
export type Setup = Schemas['SetupOut']
export type SetupRow = Schemas['SetupRowOut']
export type Step = Setup['step']
export type Wish = Setup['wish']
export type Answers = Schemas['Answers']
export type GoalAnswer = Schemas['GoalAnswer']
export type Reason = Schemas['FunctionProposalOut']['reasons'][number]

const node = (id: number) => ({ params: { path: { node_id: id } } })
const office = (id: number) => ({ params: { path: { office_id: id } } })
const setup = (id: number) => ({ params: { path: { setup_id: id } } })

export const officesQuery = queryOptions({ queryKey: ['offices'], queryFn: () => answer(api.GET('/api/v1/offices')) })
export const officeQuery = (id: number) => queryOptions({ queryKey: ['office', id], queryFn: () => answer(api.GET('/api/v1/offices/{office_id}', office(id))) })
export const officeAtQuery = (id: number) => queryOptions({ queryKey: ['office-at', id], queryFn: () => answer(api.GET('/api/v1/nodes/{node_id}/office', node(id))), staleTime: 60_000 })
export const goalsQuery = (id: number) => queryOptions({ queryKey: ['goals', id], queryFn: () => answer(api.GET('/api/v1/nodes/{node_id}/goals', node(id))) })
export const benchQuery = (id: number) => queryOptions({ queryKey: ['office', id, 'bench'], queryFn: () => answer(api.GET('/api/v1/offices/{office_id}/bench', office(id))) })
export const authorityQuery = (id: number) => queryOptions({ queryKey: ['authority', id], queryFn: () => answer(api.GET('/api/v1/nodes/{node_id}/authority', node(id))) })
export const answerableQuery = (id: number) => queryOptions({ queryKey: ['answerable', id], queryFn: () => answer(api.GET('/api/v1/projects/{node_id}/answerable', node(id))) })
export const setupsQuery = queryOptions({ queryKey: ['setups'], queryFn: () => answer(api.GET('/api/v1/setups')) })
export const setupQuery = (id: number) => queryOptions({ queryKey: ['setup', id], queryFn: () => answer(api.GET('/api/v1/setups/{setup_id}', setup(id))) })

export const changeOffice = (id: number, patch: Partial<Schemas['OfficePatch']>) => answer(api.PATCH('/api/v1/offices/{office_id}', { ...office(id), body: patch }))
export const closeOffice = (id: number, reason: string) => answer(api.POST('/api/v1/offices/{office_id}/close', { ...office(id), body: { reason } }))
export const setGoal = (at: number, goal: GoalIn) => answer(api.POST('/api/v1/nodes/{node_id}/goals', { ...node(at), body: goal }))
export const changeGoal = (id: number, patch: Partial<GoalIn>) => answer(api.PATCH('/api/v1/goals/{goal_id}', { params: { path: { goal_id: id } }, body: patch }))
export const dropGoal = (id: number) => answer(api.DELETE('/api/v1/goals/{goal_id}', { params: { path: { goal_id: id } } }))

const ofFunction = (id: number, key: string) => ({ params: { path: { office_id: id, function: key } } })
export const takeOn = (id: number, key: string, goal: number) => answer(api.PUT('/api/v1/offices/{office_id}/functions/{function}', { ...ofFunction(id, key), body: { goal_id: goal, about: '' } }))
export const giveUp = (id: number, key: string) => answer(api.DELETE('/api/v1/offices/{office_id}/functions/{function}', ofFunction(id, key)))

export const giveRole = (id: number, person: number, role: OfficeRole) => answer(api.POST('/api/v1/offices/{office_id}/roles', { ...office(id), body: { person_id: person, role } }))
export const endRole = (id: number, person: number, role: OfficeRole) =>
  answer(api.DELETE('/api/v1/offices/{office_id}/roles/{office_role}/{person_id}', { params: { path: { office_id: id, office_role: role, person_id: person } } }))
export const reportTo = (id: number, person: number, to: number | null) => answer(api.PUT('/api/v1/offices/{office_id}/reporting', { ...office(id), body: { person_id: person, to_id: to } }))
export const shareOut = (id: number, process: string, letters: Record<string, string>) =>
  answer(api.PUT('/api/v1/offices/{office_id}/raci/{process}', { params: { path: { office_id: id, process } }, body: { letters } }))

export const giveAuthority = (at: number, body: Schemas['AuthorityIn']) => answer(api.POST('/api/v1/nodes/{node_id}/authority', { ...node(at), body }))
export const endAuthority = (id: number) => answer(api.DELETE('/api/v1/authority/{authority_id}', { params: { path: { authority_id: id } } }))

export const namePartner = (project: number, person: number | null) => answer(api.PUT('/api/v1/projects/{node_id}/partner', { ...node(project), body: { person_id: person } }))
export const assignProject = (project: number, person: number, note: string) => answer(api.PUT('/api/v1/projects/{node_id}/assignment', { ...node(project), body: { person_id: person, hand_over: note } }))
export const setCheckIn = (project: number, due: string) => answer(api.POST('/api/v1/projects/{node_id}/check-ins', { ...node(project), body: { due } }))
const ofCheckIn = (id: number) => ({ params: { path: { check_in_id: id } } })
export const holdCheckIn = (id: number, notes: string) => answer(api.POST('/api/v1/check-ins/{check_in_id}/held', { ...ofCheckIn(id), body: { notes } }))
export const answerCheckIn = (id: number, agreed: boolean, text: string) => answer(api.POST('/api/v1/check-ins/{check_in_id}/answer', { ...ofCheckIn(id), body: { agreed, answer: text } }))
export const dropCheckIn = (id: number) => answer(api.DELETE('/api/v1/check-ins/{check_in_id}', ofCheckIn(id)))

export const beginSetup = (wish: Wish, at: number) => answer(api.POST('/api/v1/setups', { body: { wish, node_id: at } }))
export const answerSetup = (id: number, step: Step, answers: Partial<Answers>) => answer(api.PATCH('/api/v1/setups/{setup_id}', { ...setup(id), body: { step, answers } }))
export const finishSetup = (id: number) => answer(api.POST('/api/v1/setups/{setup_id}/finish', setup(id)))
export const dropSetup = (id: number) => answer(api.DELETE('/api/v1/setups/{setup_id}', setup(id)))
