/** What the page asks for beside the list: the kinds of registers, and the name of the one that it fills. */
import { queryOptions } from '@tanstack/react-query'
import { send } from '~/client/api'
import { kindsQuery as allKinds } from '~/client/registers'

export const kindsQuery = allKinds

export const sheetHeadQuery = (sheet: number) =>
  queryOptions({ queryKey: ['register', 'name', sheet], queryFn: () => send<{ name: string; kind: string }>('GET', `/api/v1/sheets/${sheet}/head`), staleTime: 60_000 })
