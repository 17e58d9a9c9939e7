/** Columns that people add: to one register, or to every register of a kind. */
import { queryOptions } from '@tanstack/react-query'
import { send } from '~/client/api'
import type { components } from '~/client/schema'

export type ColumnWish = Partial<Omit<components['schemas']['ColumnChange'], 'client_op_id'>>
export type ColumnPreview = components['schemas']['ColumnPreview']
export type PlaceForRow = components['schemas']['PlaceForRow']

/** Whose column it is. */
export type ColumnOwner = { readonly sheet: number } | { readonly kind: string }

const json = { 'Content-Type': 'application/json' }
const at = (owner: ColumnOwner) => ('sheet' in owner ? `/api/v1/sheets/${owner.sheet}/columns` : `/api/v1/kinds/${owner.kind}/columns`)

export const addColumn = (owner: ColumnOwner, wish: ColumnWish, callId: string) => send<unknown>('POST', at(owner), JSON.stringify({ ...wish, client_op_id: callId }), json)

export const changeColumn = (owner: ColumnOwner, key: string, wish: ColumnWish, callId: string) =>
  send<unknown>('PATCH', `${at(owner)}/${key}`, JSON.stringify({ ...wish, client_op_id: callId }), json)

/** What a change would do to the cells; nothing is written. */
export const previewColumnQuery = (owner: ColumnOwner, key: string, wish: ColumnWish) =>
  queryOptions({
    queryKey: ['column-preview', owner, key, wish],
    queryFn: () => send<ColumnPreview>('POST', `${at(owner)}/${key}/preview`, JSON.stringify(wish), json),
    retry: false,
    gcTime: 0,
  })

/** Where a row of a kind may be added at and below a node, by the letters of the place's name. */
export const placesForRowQuery = (kind: string, node: number, q: string) =>
  queryOptions({
    queryKey: ['registers', node, 'places', kind, q],
    queryFn: () => send<{ items: readonly PlaceForRow[] }>('GET', `/api/v1/registers/${kind}/places?node=${node}&q=${encodeURIComponent(q)}`).then(({ items }) => items),
    placeholderData: (before) => before,
  })
