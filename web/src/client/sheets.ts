/** Changing a sheet: the calls that every page with rows makes, whatever its kind. */
import { send } from '~/client/api'

export interface PlacedRow {
  readonly id: number
  readonly parent_id: number | null
  readonly after_id?: number | null
}

export interface Notice {
  readonly code: string
  readonly text: string
  readonly row?: number | null
  readonly data?: Readonly<Record<string, unknown>>
}

export interface Overwritten {
  readonly row: number
  readonly key: string
  readonly name?: string | null
  readonly value: unknown
}

/** What a change did: the answer to its writer, and what everybody who looks on is sent. */
export interface ChangeAnswer {
  readonly seq: number
  readonly actor_id?: number | null
  readonly kind?: string
  readonly client_op_id?: string | null
  readonly deltas?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly inserted?: readonly (PlacedRow & { readonly cells: Readonly<Record<string, unknown>> })[]
  readonly removed?: readonly number[]
  readonly moved?: readonly PlacedRow[]
  readonly settings?: Readonly<Record<string, unknown>>
  readonly refetch?: boolean
  readonly overwritten?: readonly Overwritten[]
  readonly notices?: readonly Notice[]
  readonly skipped?: readonly unknown[]
  readonly can_undo?: boolean | null
  readonly can_redo?: boolean | null
}

const at = (sheet: number) => `/api/v1/sheets/${sheet}`
const json = { 'Content-Type': 'application/json' }

/** One edit: all of its operations happen, or none. `baseSeq` is the last change that the writer had seen, where that is known. */
export const changeSheet = (sheet: number, ops: readonly unknown[], clientOpId: string, baseSeq?: number) =>
  send<ChangeAnswer>('PATCH', at(sheet), JSON.stringify({ client_op_id: clientOpId, base_seq: baseSeq ?? null, ops }), json)

export const takeBack = (sheet: number, which: 'undo' | 'redo', clientOpId: string) =>
  send<ChangeAnswer>('POST', `${at(sheet)}/${which}`, JSON.stringify({ client_op_id: clientOpId }), json)

export const changesSince = (sheet: number, seq: number) =>
  send<{ seq: number; refetch: boolean; changes: readonly ChangeAnswer[] }>('GET', `${at(sheet)}/changes?since=${seq}`)

/** The name of a call, so that it can be sent again without being a second edit. */
export function newCallId(): string {
  // An address without https has no randomUUID.
  const parts = crypto.getRandomValues(new Uint32Array(4))
  return [...parts].map((part) => part.toString(16).padStart(8, '0')).join('')
}
