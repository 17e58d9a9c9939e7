/** The calls of a list that comes in: send it, check it, begin, go on until it is done. */
import { answer, api, send } from '~/client/api'
import type { paths } from '~/client/schema'

type Body<Operation> = Operation extends { requestBody: { content: { 'application/json': infer Sent } } } ? Sent : never
type Answer<Operation> = Operation extends { responses: { 200: { content: { 'application/json': infer Told } } } } ? Told : never

export type ListWish = Body<paths['/api/v1/lists/check']['post']>
type AllOptions = NonNullable<ListWish['options']>
export type ColumnWish = Partial<NonNullable<AllOptions['columns']>[string]>
export type Make = Partial<NonNullable<AllOptions['make']>>
/** What was corrected: whatever is left out is guessed. */
export type ListOptions = Partial<Omit<AllOptions, 'columns' | 'make'>> & { columns?: Record<string, ColumnWish>; make?: Make }
export type ListReport = Answer<paths['/api/v1/lists/check']['post']>
export type ListColumn = ListReport['columns'][number]
export type ListFinding = ListReport['findings'][number]
export type ListProgress = Answer<paths['/api/v1/lists/{import_id}']['get']>
export type What = 'all' | 'right'

/** Sends a file, or what was pasted, and answers with the id by which the dry run names it. */
export async function sendList(list: File | string): Promise<number> {
  const name = typeof list === 'string' ? 'Pasted' : list.name
  const sent = await send<{ id: number }>('POST', '/api/v1/uploads', list, { 'Content-Type': 'application/octet-stream', 'X-File-Name': encodeURIComponent(name) })
  return sent.id
}

export function checkList(wish: ListWish): Promise<ListReport> {
  return answer(api.POST('/api/v1/lists/check', { body: wish })) as Promise<ListReport>
}

/** Begins the import and goes on part by part; `tell` hears how far it is. */
export async function importList(report: Pick<ListReport, 'upload_id' | 'report_id'>, what: What, tell: (progress: ListProgress) => void): Promise<ListProgress> {
  const begun = await answer(api.POST('/api/v1/lists', { body: { upload_id: report.upload_id, report_id: report.report_id, what } }))
  return goOn(begun as ListProgress, tell)
}

export async function goOn(begun: ListProgress, tell: (progress: ListProgress) => void): Promise<ListProgress> {
  let progress = begun
  tell(progress)
  while (progress.state === 'running') {
    progress = (await answer(api.POST('/api/v1/lists/{import_id}/go', { params: { path: { import_id: progress.id } } }))) as ListProgress
    tell(progress)
  }
  return progress
}

export function undoList(importId: number): Promise<ListProgress> {
  return answer(api.POST('/api/v1/lists/{import_id}/undo', { params: { path: { import_id: importId } } })) as Promise<ListProgress>
}

export function unfinishedLists(): Promise<ListProgress[]> {
  return answer(api.GET('/api/v1/lists')) as Promise<ListProgress[]>
}

export function listProgress(importId: number): Promise<ListProgress> {
  return answer(api.GET('/api/v1/lists/{import_id}', { params: { path: { import_id: importId } } })) as Promise<ListProgress>
}
