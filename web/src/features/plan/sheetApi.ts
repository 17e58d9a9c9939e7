/** The calls of a sheet, in the words of the plan page. */
import { send } from '~/client/api'
import type { WorkCalendar } from '~/engines/gantt/worktime'
import type { Operation } from '~/engines/plan/operations'
import type { Cells, RowId } from '~/engines/plan/rows'

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

export interface PlacedRow {
  readonly id: RowId
  readonly parent_id: RowId | null
  readonly after_id?: RowId | null
}

export interface Notice {
  readonly code: string
  readonly text: string
  readonly row?: RowId | null
  readonly data?: Readonly<Record<string, unknown>>
}

export interface Overwritten {
  readonly row: RowId
  readonly key: string
  readonly name?: string | null
  readonly value: unknown
}

/** What a change did: the answer to its writer, and what everybody who looks on is sent. */
export interface ChangeAnswer {
  readonly seq: number
  readonly actor_id?: number | null
  readonly client_op_id?: string | null
  readonly deltas?: Readonly<Record<string, Cells>>
  readonly inserted?: readonly (PlacedRow & { readonly cells: Cells })[]
  readonly removed?: readonly RowId[]
  readonly moved?: readonly PlacedRow[]
  readonly settings?: Readonly<Record<string, unknown>>
  readonly refetch?: boolean
  readonly overwritten?: readonly Overwritten[]
  readonly notices?: readonly Notice[]
  readonly skipped?: readonly unknown[]
  readonly can_undo?: boolean | null
  readonly can_redo?: boolean | null
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

export const changeSheet = (sheet: number, ops: readonly Operation[], clientOpId: string, baseSeq: number) =>
  send<ChangeAnswer>('PATCH', at(sheet), JSON.stringify({ client_op_id: clientOpId, base_seq: baseSeq, ops }), json)

export const takeBack = (sheet: number, which: 'undo' | 'redo', clientOpId: string) =>
  send<ChangeAnswer>('POST', `${at(sheet)}/${which}`, JSON.stringify({ client_op_id: clientOpId }), json)

export const changesSince = (sheet: number, seq: number) =>
  send<{ seq: number; refetch: boolean; changes: readonly ChangeAnswer[] }>('GET', `${at(sheet)}/changes?since=${seq}`)

export const drivingChain = (sheet: number, row: RowId) => send<{ steps: readonly ChainStep[] }>('GET', `${at(sheet)}/rows/${row}/driving-chain`)

export const cellHistory = (sheet: number, row: RowId, key: string) =>
  send<{ items: readonly CellEntry[] }>('GET', `${at(sheet)}/history?row=${row}&key=${encodeURIComponent(key)}`)

export const setBaseline = (sheet: number) => send<ChangeAnswer>('POST', `${at(sheet)}/baseline`, '{}', json)
