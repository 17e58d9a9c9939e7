/** Assessments of maturity, their questions, and the improvements that follow. */
import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '~/client/api'
import type { components } from '~/client/schema'

type Schemas = components['schemas']
export type Maturity = Schemas['MaturityOut']
export type Outcome = Schemas['AssessmentOutcome']
export type MaturityCell = Schemas['MaturityCell']
export type Improvement = Schemas['ImprovementOut']
export type Assessment = Schemas['AssessmentOut']
export type Question = Schemas['MaturityQuestion']
export type Weak = Schemas['WeakAnswer']
export type Domain = Question['domain']
export type Perspective = Question['perspective']
export const DOMAINS: readonly Domain[] = ['portfolio', 'programme', 'project']
export const PERSPECTIVES: readonly Perspective[] = ['management_control', 'benefits', 'finance', 'stakeholders', 'risk', 'governance', 'resources']

const ofNode = (id: number) => ({ params: { path: { node_id: id } } })
const ofAssessment = (id: number) => ({ params: { path: { assessment_id: id } } })

export const maturityQuery = (node: number) => queryOptions({ queryKey: ['maturity', node], queryFn: () => answer(api.GET('/api/v1/nodes/{node_id}/maturity', ofNode(node))) })
export const questionsQuery = queryOptions({ queryKey: ['maturity', 'questions'], queryFn: () => answer(api.GET('/api/v1/maturity/questions')), staleTime: Infinity })
export const assessmentQuery = (id: number) => queryOptions({ queryKey: ['assessment', id], queryFn: () => answer(api.GET('/api/v1/assessments/{assessment_id}', ofAssessment(id))) })

export const beginAssessment = (node: number) => answer(api.POST('/api/v1/nodes/{node_id}/maturity', ofNode(node)))
export const answerQuestion = (id: number, question: string, body: { level: number | null; evidence: string }) =>
  answer(api.PUT('/api/v1/assessments/{assessment_id}/answers/{question}', { params: { path: { assessment_id: id, question } }, body }))
export const finishAssessment = (id: number) => answer(api.POST('/api/v1/assessments/{assessment_id}/finish', ofAssessment(id)))
export const discardAssessment = (id: number) => answer(api.DELETE('/api/v1/assessments/{assessment_id}', ofAssessment(id)))
export const planImprovements = (id: number, body: Schemas['ImprovementsIn']) => answer(api.POST('/api/v1/assessments/{assessment_id}/improvements', { ...ofAssessment(id), body }))
