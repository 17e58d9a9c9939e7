/** Questions to the office, the handbook and training: what can be read and written. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answer, api } from '~/client/api'
import type { components } from '~/client/schema'

type Schemas = components['schemas']
export type Question = Schemas['OfficeQuestionOut']
export type Answer = Schemas['OfficeAnswerOut']
export type AskedOf = Schemas['QuestionIn']
export type Handbook = Schemas['HandbookOut']
export type Says = Schemas['SaysOut']
export type CourseLine = Schemas['CourseLineOut']
export type CourseText = Schemas['CourseTextOut']
export type CourseForRole = Schemas['CourseForRoleOut']
export type Which = 'mine' | 'answer' | 'all'

const QUESTIONS = ['questions'] as const
/** What is read again when something was asked, answered or settled. */
export const ASKED = [QUESTIONS, ['expectations'], ['handbook']]
/** The same for courses. */
export const LEARNT = [['training'], ['course'], ['expectations']]

export const questionsQuery = (which: Which, q: string, waiting = false) =>
  infiniteQueryOptions({
    queryKey: [...QUESTIONS, 'list', which, q, waiting],
    queryFn: ({ pageParam }) => answer(api.GET('/api/v1/questions', { params: { query: { which, q, waiting, limit: 50, offset: pageParam } as never } })),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next_offset,
  })

export const questionQuery = (id: number) =>
  queryOptions({ queryKey: [...QUESTIONS, 'one', id], queryFn: () => answer(api.GET('/api/v1/questions/{question_id}', { params: { path: { question_id: id } } })) })

export const alikeQuery = (text: string) =>
  queryOptions({ queryKey: [...QUESTIONS, 'alike', text], queryFn: ({ signal }) => answer(api.GET('/api/v1/questions/alike', { params: { query: { text } }, signal })) })

/** Questions that have these words, for the search of everything. */
export const foundQuestionsQuery = (q: string, limit: number) =>
  queryOptions({ queryKey: [...QUESTIONS, 'found', q, limit], queryFn: ({ signal }) => answer(api.GET('/api/v1/questions', { params: { query: { q, limit } as never }, signal })) })

export const officesToAskQuery = (node: number | null) =>
  queryOptions({
    queryKey: [...QUESTIONS, 'offices', node],
    queryFn: () => answer(api.GET('/api/v1/questions/offices', { params: { query: node === null ? {} : { node } } })),
    retry: false,
  })

export const askOffice = (body: AskedOf) => answer(api.POST('/api/v1/questions', { body }))
const of = (id: number) => ({ params: { path: { question_id: id } } })
export const answerQuestion = (id: number, text: string) => answer(api.POST('/api/v1/questions/{question_id}/answers', { ...of(id), body: { text } }))
export const settleQuestion = (id: number, answered: boolean) => answer(api.PUT('/api/v1/questions/{question_id}/answered', { ...of(id), body: { answered } }))
export const seeAnswer = (id: number) => answer(api.PUT('/api/v1/questions/{question_id}/seen', of(id)))
export const putIntoHandbook = (id: number, faq: boolean) => answer(api.PUT('/api/v1/office-answers/{answer_id}/faq', { params: { path: { answer_id: id } }, body: { faq } }))

export const handbookQuery = (node: number, version: number | undefined) =>
  queryOptions({
    queryKey: ['handbook', node, version ?? 0],
    queryFn: () => answer(api.GET('/api/v1/nodes/{node_id}/handbook', { params: { path: { node_id: node }, query: version === undefined ? {} : { version } } })),
  })

export const trainingQuery = queryOptions({ queryKey: ['training'], queryFn: () => answer(api.GET('/api/v1/training')) })

const course = (version: number, key: string) => ({ params: { path: { version_id: version, course: key } } })
export const courseQuery = (version: number, key: string) =>
  queryOptions({ queryKey: ['course', version, key], queryFn: () => answer(api.GET('/api/v1/courses/{version_id}/{course}', course(version, key))) })
export const takeCourse = (version: number, key: string, answers: number[]) => answer(api.POST('/api/v1/courses/{version_id}/{course}/answers', { ...course(version, key), body: { answers } }))

export const completionsQuery = (office: number) =>
  queryOptions({ queryKey: ['training', 'office', office], queryFn: () => answer(api.GET('/api/v1/offices/{office_id}/training', { params: { path: { office_id: office } } })), retry: false })
export const setCourseDue = (office: number, body: Schemas['CourseDueIn']) => answer(api.PUT('/api/v1/offices/{office_id}/training', { params: { path: { office_id: office } }, body }))
