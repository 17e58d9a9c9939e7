export interface components {
  schemas: {
    Person: { id: number; name: string; email: string; locale: string; zone: string }
    Session: { person: components['schemas']['Person'] | null; organisation: { id: number; name: string; now: string; demo: boolean }; csrf_token: string }
    Node: { id: number; parent_id: number | null; kind: string; name: string; has_children: boolean; capabilities: string[]; sheet_id: number | null }
    Crumb: { id: number; name: string; kind: string }
    NodeDetail: components['schemas']['Node'] & { path: components['schemas']['Crumb'][] }
    Index: { value: number | null; reason: string | null }
    RowName: { id: number; name: string }
    Reason: { dimension: string; colour: string; code: string; data: { [key: string]: unknown }; text: string; rows: components['schemas']['RowName'][] }
    Milestone: { row_id: number; name: string; finish: string; baseline_finish: string | null; slip_days: number | null }
    PortfolioItem: {
      id: number; name: string; path: string[]; unit: string | null; portfolio: string | null; programme: string | null
      manager: components['schemas']['RowName'] | null
      stated_status: string | null; proposed_status: string; reasons: components['schemas']['Reason'][]
      start: string | null; finish: string | null; baseline_finish: string | null; slip_days: number | null; slip_seconds: number | null
      percent_complete: number | null; planned_percent: number | null
      spi_t: components['schemas']['Index']; spi: components['schemas']['Index']; cpi: components['schemas']['Index']
      next_milestone: components['schemas']['Milestone'] | null
      bac: number | null; ev: number | null; pv: number | null; ac: number | null; currency: string | null; unit_of_value: string
      tasks: number; sheet_id: number; updated_at: string
    }
    Portfolio: {
      node: components['schemas']['Crumb']; as_of: string
      summary: { count: number; by_status: { [colour: string]: number }; late: number; worst_slip_days: number | null; portfolio_slip_days: number | null }
      items: components['schemas']['PortfolioItem'][]
    }
    ChainStep: { row_id: number; name: string; start: string; finish: string; reason: string; link: { kind: string; lag: number } | null }
    ProjectDetail: components['schemas']['PortfolioItem'] & {
      driving_chain: components['schemas']['ChainStep'][]; milestones: components['schemas']['Milestone'][]
      stated_reason: string | null
    }
    SCurve: { unit: string; currency: string | null; periods: { date: string; pv: number; ev: number | null; ac: number | null }[]; at: string | null; es: number | null; spi_t: components['schemas']['Index']; reason: string | null }
    Upload: { id: number; name: string; size: number; sha256: string }
    Finding: { code: string; where: string; message: string }
    ImportReport: {
      upload_id: number; sha256: string; report_id: number; name: string; tasks: number; links: number; resources: number; calendars: number
      start: string; finish: string; file_finish: string | null; finish_difference_seconds: number | null; compared: number; same_dates: number; status_date: string | null; has_baseline: boolean; currency: string
      taken: { [what: string]: number }; changed: components['schemas']['Finding'][]; dropped: { what: string; count: number }[]; findings: { code: string; uids: number[]; message: string }[]
    }
    Problem: { type: string; title: string; status: number; code: string; detail: string; data: { [key: string]: unknown } }
  }
}
type Json<T> = { headers: { [name: string]: unknown }; content: { 'application/json': T } }
type InPath<P> = [P] extends [never] ? { path?: never } : { path: P }
type Get<T, Q = never, P = never> = { parameters: { query?: Q; header?: never; cookie?: never } & InPath<P>; requestBody?: never; responses: { 200: Json<T> } }
type Send<T, B, P = never> = { parameters: { query?: never; header?: never; cookie?: never } & InPath<P>; requestBody: { content: { 'application/json': B } }; responses: { 200: Json<T> } }
type S = components['schemas']
type ById = { node_id: number }
export interface paths {
  '/api/v1/session': { get: Get<S['Session']> }
  '/api/v1/nodes': { get: Get<{ items: S['Node'][] }, { parent?: number; q?: string }> }
  '/api/v1/nodes/{node_id}': { get: Get<S['NodeDetail'], never, ById> }
  '/api/v1/portfolio': { get: Get<S['Portfolio'], { node?: number }> }
  '/api/v1/projects/{node_id}': { get: Get<S['ProjectDetail'], never, ById> }
  '/api/v1/projects/{node_id}/s-curve': { get: Get<S['SCurve'], never, ById> }
  '/api/v1/projects/{node_id}/stated-status': { put: Send<S['ProjectDetail'], { colour: string | null; reason: string }, ById> }
  '/api/v1/imports/plans/check': { post: Send<S['ImportReport'], { upload_id: number }> }
  '/api/v1/imports/plans': { post: Send<{ project_id: number; sheet_id: number; report: S['ImportReport'] }, { upload_id: number; report_id: number; parent_id: number; name: string; status_date: string | null; baseline_now: boolean }> }
}
