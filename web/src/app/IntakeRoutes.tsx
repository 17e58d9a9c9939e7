/** Gives the pages of requests their place in the address, and the panel of a row, which is another feature's. */
import { getRouteApi } from '@tanstack/react-router'
import { useCallback, useEffect } from 'react'
import { queryClient } from '~/client/queries'
import { IntakePage } from '~/features/intake/IntakePage'
import { keepPlace } from '~/features/intake/lastPlace'
import { NewRequestPage } from '~/features/intake/NewRequestPage'
import { RequestPage } from '~/features/intake/RequestPage'
import type { IntakeSearch } from '~/features/intake/search'
import { RowPanel } from '~/features/row-panel'

const intakeRoute = getRouteApi('/shell/intake/$nodeId')
const requestRoute = getRouteApi('/shell/request/$sheetId/$rowId')
const newRoute = getRouteApi('/shell/request/new')

export function IntakeRoute() {
  const { nodeId } = intakeRoute.useParams()
  const navigate = intakeRoute.useNavigate()
  useEffect(() => keepPlace(nodeId), [nodeId])
  const change = useCallback((part: Partial<IntakeSearch>) => void navigate({ search: (now) => ({ ...now, ...part }), replace: true, resetScroll: false }), [navigate])
  return <IntakePage nodeId={nodeId} search={intakeRoute.useSearch()} change={change} />
}

export function RequestRoute() {
  const { sheetId, rowId } = requestRoute.useParams()
  const { edit } = requestRoute.useSearch()
  const navigate = requestRoute.useNavigate()
  const open = useCallback((edits: boolean) => void navigate({ search: edits ? { edit: true } : {}, replace: true, resetScroll: false }), [navigate])
  const close = useCallback(() => {
    open(false)
    void queryClient.invalidateQueries({ queryKey: ['request', sheetId, rowId] })
  }, [open, sheetId, rowId])
  return <RequestPage key={`${sheetId}.${rowId}`} sheetId={sheetId} rowId={rowId} onEdit={() => open(true)} panel={edit && <RowPanel sheetId={sheetId} rowId={rowId} onClose={close} />} />
}

export function NewRequestRoute() {
  const { form } = newRoute.useSearch()
  const navigate = newRoute.useNavigate()
  return <NewRequestPage form={form} choose={(chosen) => void navigate({ search: { form: chosen }, replace: true })} />
}
