/** Requests and their forms: what can be read and written about them. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { answer, api } from '~/client/api'
import type { components } from '~/client/schema'

type Schemas = components['schemas']
export type Intake = Schemas['IntakeOut']
export type RequestItem = Schemas['RequestItem']
export type RequestState = RequestItem['state']
export type Story = Schemas['StoryOut']
export type Act = Schemas['RequestActOut']
export type What = Schemas['RequestDecisionIn']['what']
export type Similar = Schemas['SimilarOut']
export type Figures = Schemas['FiguresOut']
export type Figure = Schemas['FigureOut']
export type CaseIn = Schemas['BusinessCaseIn']
export type Criteria = Schemas['CriteriaPageOut']
export type Criterion = Schemas['ScoreCriterionOut']
export type Pairs = Schemas['PairsOut']
export type FormToFill = Schemas['FormOut']
export type FormField = Schemas['FormFieldOut']
export type FormKept = Schemas['FormToKeep']
export type FieldKept = Schemas['FieldKept']
export type Answers = Schemas['AnswersIn']['answers']

export interface IntakeAsk {
  readonly state?: RequestState | undefined
  readonly category?: string | undefined
  readonly q?: string | undefined
  readonly who?: 'mine' | 'me' | undefined
}

const ofNode = (id: number) => ({ params: { path: { node_id: id } } })
const ofRequest = (sheet: number, row: number) => ({ params: { path: { sheet_id: sheet, row_id: row } } })
const ofForm = (id: number) => ({ params: { path: { form_id: id } } })

export const intakeQuery = (node: number, ask: IntakeAsk) =>
  queryOptions({
    queryKey: ['intake', node, ask],
    queryFn: () => {
      const query = { category: ask.category ?? '', q: ask.q ?? '', who: ask.who ?? '', ...(ask.state ? { state: [ask.state] } : {}), limit: 1000 }
      return answer(api.GET('/api/v1/intake/{node_id}', { params: { path: { node_id: node }, query } }))
    },
    placeholderData: keepPreviousData,
  })

export const storyQuery = (sheet: number, row: number) =>
  queryOptions({ queryKey: ['request', sheet, row], queryFn: () => answer(api.GET('/api/v1/requests/{sheet_id}/{row_id}', ofRequest(sheet, row))) })

export const similarQuery = (text: string) =>
  queryOptions({ queryKey: ['similar', text], queryFn: () => answer(api.POST('/api/v1/requests/similar', { body: { text } })), placeholderData: keepPreviousData })

export const figuresQuery = (body: CaseIn) =>
  queryOptions({ queryKey: ['figures', body], queryFn: () => answer(api.POST('/api/v1/requests/figures', { body })), placeholderData: keepPreviousData, retry: false })

export const criteriaQuery = (node: number) => queryOptions({ queryKey: ['criteria', node], queryFn: () => answer(api.GET('/api/v1/intake/{node_id}/criteria', ofNode(node))) })
export const setCriteria = (node: number, body: Schemas['CriteriaIn']) => answer(api.PUT('/api/v1/intake/{node_id}/criteria', { ...ofNode(node), body }))
export const comparePairs = (node: number, body: Schemas['PairsIn']) => answer(api.POST('/api/v1/intake/{node_id}/pairs', { ...ofNode(node), body }))

export const decide = (sheet: number, row: number, body: Schemas['RequestDecisionIn']) => answer(api.POST('/api/v1/requests/{sheet_id}/{row_id}/decisions', { ...ofRequest(sheet, row), body }))
export const saveCase = (sheet: number, row: number, body: CaseIn) => answer(api.PUT('/api/v1/requests/{sheet_id}/{row_id}/case', { ...ofRequest(sheet, row), body }))
export const saveScore = (sheet: number, row: number, values: Record<string, number>) => answer(api.PUT('/api/v1/requests/{sheet_id}/{row_id}/score', { ...ofRequest(sheet, row), body: { values } }))
export const startProject = (sheet: number, row: number, body: Schemas['ProjectStartIn']) => answer(api.POST('/api/v1/requests/{sheet_id}/{row_id}/start', { ...ofRequest(sheet, row), body }))

export const originQuery = (project: number) => queryOptions({ queryKey: ['project', project, 'origin'], queryFn: () => answer(api.GET('/api/v1/projects/{node_id}/origin', ofNode(project))) })

export const formsQuery = queryOptions({ queryKey: ['forms'], queryFn: () => answer(api.GET('/api/v1/forms')) })
export const askedQuery = queryOptions({ queryKey: ['forms', 'asked'], queryFn: () => answer(api.GET('/api/v1/forms/asked')) })
export const formQuery = (id: number) => queryOptions({ queryKey: ['forms', id], queryFn: () => answer(api.GET('/api/v1/forms/{form_id}', ofForm(id))) })
export const askByForm = (id: number, answers: Answers) => answer(api.POST('/api/v1/forms/{form_id}/requests', { ...ofForm(id), body: { answers } }))

export const keptFormsQuery = (node: number) => queryOptions({ queryKey: ['forms', 'kept', node], queryFn: () => answer(api.GET('/api/v1/intake/{node_id}/forms', ofNode(node))) })
export const keptFormQuery = (id: number) => queryOptions({ queryKey: ['forms', 'kept', 'one', id], queryFn: () => answer(api.GET('/api/v1/forms/{form_id}/kept', ofForm(id))) })
export const makeForm = (node: number, title: string) => answer(api.POST('/api/v1/intake/{node_id}/forms', { ...ofNode(node), body: { title } }))
export const changeForm = (id: number, body: Partial<Schemas['FormChange']>) => answer(api.PATCH('/api/v1/forms/{form_id}', { ...ofForm(id), body: { new_link: false, ...body } }))

export const publicFormQuery = (token: string) =>
  queryOptions({ queryKey: ['public-form', token], queryFn: () => answer(api.GET('/api/v1/public/forms/{token}', { params: { path: { token } } })), retry: false })
export const askFromOutside = (token: string, body: Schemas['AnswersFromOutside']) => answer(api.POST('/api/v1/public/forms/{token}', { params: { path: { token } }, body }))
