/** The calls of a sheet, in the words of the plan page. */
import { send } from '~/client/api'
import type { ChangeAnswer } from '~/client/sheets'
import type { WorkCalendar } from '~/engines/gantt/worktime'
import type { Cells, RowId } from '~/engines/plan/rows'

export { changesSince, changeSheet, takeBack, type ChangeAnswer, type Notice, type Overwritten, type PlacedRow } from '~/client/sheets'

export interface Resource {
  readonly id: number
  readonly name: string
}

export interface SheetSnapshot {
  readonly id: number
  readonly node_id: number
  readonly name: string
  readonly seq: number
  readonly settings: Readonly<Record<string, unknown>>
  readonly rows: readonly { readonly id: RowId; readonly parent_id: RowId | null; readonly cells: Cells }[]
  readonly capabilities: readonly string[]
  readonly calendars: readonly WorkCalendar[]
  readonly resources: readonly Resource[]
  readonly can_undo: boolean
  readonly can_redo: boolean
}

export interface ChainStep {
  readonly row_id: RowId
  readonly name: string
  readonly start: string
  readonly finish: string
  readonly reason: string
  readonly link: { readonly kind: string; readonly lag: number; readonly lag_unit?: string } | null
}

export interface CellEntry {
  readonly seq: number
  readonly at: string
  readonly by: string | null
  readonly old: unknown
  readonly new: unknown
}

const at = (sheet: number) => `/api/v1/sheets/${sheet}`
const json = { 'Content-Type': 'application/json' }

export const readSheet = (sheet: number) => send<SheetSnapshot>('GET', at(sheet))

/** Why a row stands where it stands: the whole chain, or its last `most` steps. */
export const drivingChain = (sheet: number, row: RowId, most?: number) =>
  send<{ steps: readonly ChainStep[]; left_out: number }>('GET', `${at(sheet)}/rows/${row}/driving-chain${most ? `?most=${most}` : ''}`)

export const cellHistory = (sheet: number, row: RowId, key: string) =>
  send<{ items: readonly CellEntry[] }>('GET', `${at(sheet)}/history?row=${row}&key=${encodeURIComponent(key)}`)

export const setBaseline = (sheet: number) => send<ChangeAnswer>('POST', `${at(sheet)}/baseline`, '{}', json)
