/** The three calls of an import: send the file, check it, import it. */
import { answer, api, send } from '~/client/api'
import type { ImportReport } from '~/client/types'

export interface Upload {
  id: number
  name: string
  size: number
  sha256: string
}

export interface ImportWish {
  upload_id: number
  report_id: number
  /** Below which node a new project of this name is made; null where the plan goes into a project that is there. */
  parent_id: number | null
  name: string | null
  project_id: number | null
  status_date: string | null
  baseline_now: boolean
}

export function upload(file: File): Promise<Upload> {
  return send<Upload>('POST', '/api/v1/uploads', file, { 'Content-Type': 'application/octet-stream', 'X-File-Name': encodeURIComponent(file.name) })
}

export function checkImport(uploadId: number): Promise<ImportReport> {
  return answer(api.POST('/api/v1/imports/plans/check', { body: { upload_id: uploadId } })) as Promise<ImportReport>
}

export function importPlan(wish: ImportWish): Promise<{ project_id: number }> {
  return answer(api.POST('/api/v1/imports/plans', { body: wish })) as Promise<{ project_id: number }>
}
