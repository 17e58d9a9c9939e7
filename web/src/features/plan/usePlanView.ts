/** The view of the page: kept here so that it answers at once, written to the address a moment later, read from it when somebody goes back or follows a link. */
import { getRouteApi } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { COLUMN_BY_KEY, PLAN_COLUMNS, type PlanColumn } from '~/engines/plan/columns'
import { foldedRows, type PlanSearch } from './search'

const route = getRouteApi('/shell/projects/$projectId/plan')
const WRITTEN_AFTER = 250

export interface PlanView {
  readonly search: PlanSearch
  readonly columns: readonly PlanColumn[]
  readonly collapsed: ReadonlySet<number>
  readonly change: (part: PlanSearch) => void
}

export function usePlanView(): PlanView {
  const address = route.useSearch()
  const navigate = route.useNavigate()
  const [search, setSearch] = useState<PlanSearch>(address)
  const latest = useRef(search)
  const seen = useRef(textOf(address))
  /** What was written and has not come back: the router may settle an older write after a newer one was made. */
  const echoes = useRef<string[]>([])
  const timer = useRef(0)

  useEffect(() => {
    seen.current = textOf(address)
    const own = echoes.current.indexOf(seen.current)
    if (own >= 0) echoes.current.splice(0, own + 1)
    else if (seen.current !== textOf(latest.current)) {
      window.clearTimeout(timer.current)
      echoes.current = []
      latest.current = address
      setSearch(address)
    }
  }, [address])

  const write = useCallback(
    (next: PlanSearch) => {
      window.clearTimeout(timer.current)
      timer.current = window.setTimeout(() => {
        if (textOf(next) === (echoes.current.at(-1) ?? seen.current)) return
        echoes.current.push(textOf(next))
        void navigate({ search: next, replace: true, resetScroll: false })
      }, WRITTEN_AFTER)
    },
    [navigate],
  )
  useEffect(() => () => window.clearTimeout(timer.current), [])

  const change = useCallback(
    (part: PlanSearch) => {
      const next = Object.fromEntries(Object.entries({ ...latest.current, ...part }).filter(([, value]) => value !== undefined && value !== ''))
      latest.current = next
      setSearch(next)
      write(next)
    },
    [write],
  )
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

function textOf(search: PlanSearch): string {
  return JSON.stringify(Object.entries(search).filter(([, value]) => value !== undefined).sort(([a], [b]) => a.localeCompare(b)))
}
