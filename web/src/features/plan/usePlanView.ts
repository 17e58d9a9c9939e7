/** The view of the page, which stands in the address. */
import { getRouteApi } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { COLUMN_BY_KEY, PLAN_COLUMNS, type PlanColumn } from '~/engines/plan/columns'
import { useAddressState } from '~/lib/useAddressState'
import { foldedRows, type PlanSearch } from './search'

const route = getRouteApi('/shell/projects/$projectId/plan')

export interface PlanView {
  readonly search: PlanSearch
  readonly columns: readonly PlanColumn[]
  readonly collapsed: ReadonlySet<number>
  readonly change: (part: PlanSearch) => void
}

export function usePlanView(): PlanView {
  const address = route.useSearch()
  const navigate = route.useNavigate()
  const write = useCallback((next: PlanSearch) => void navigate({ search: next, replace: true, resetScroll: false }), [navigate])
  const [search, change] = useAddressState<PlanSearch>(address, write)
  const collapsed = useMemo(() => foldedRows(search.fold), [search.fold])
  const columns = useMemo(() => columnsOf(search.cols), [search.cols])
  return useMemo(() => ({ search, columns, collapsed, change }), [search, columns, collapsed, change])
}

function columnsOf(cols: string | undefined): readonly PlanColumn[] {
  if (!cols) return PLAN_COLUMNS.filter((column) => column.standard)
  const chosen = cols.split('.').map((key) => COLUMN_BY_KEY.get(key)).filter((column) => column !== undefined)
  // The name is the row: it is always first.
  return [COLUMN_BY_KEY.get('name') as PlanColumn, ...chosen.filter((column) => column.key !== 'name')]
}
