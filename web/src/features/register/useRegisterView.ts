/** The view of the page: what the address says over what the chosen view says, and the query that it makes. */
import { useEffect, useMemo, useRef } from 'react'
import type { RegisterHead, RowsQuery, ViewAnswer } from '~/client/registers'
import { foldedRows, isFlat, shownView, type RegisterSearch, type ViewConfig } from '~/engines/register/address'
import { isWhole } from '~/engines/register/conditions'
import type { Column } from '~/engines/register/columns'
import type { RegisterStore } from './registerStore'
import type { View } from './shared'

const ASKED_AFTER = 180

export function viewNamed(views: readonly ViewAnswer[], name: string | undefined): ViewAnswer | undefined {
  return name === undefined ? undefined : views.find((view) => view.key === name || String(view.id) === name)
}

export function useRegisterView(search: RegisterSearch, change: View['change'], head: RegisterHead | null): View {
  return useMemo(() => {
    const chosen = viewNamed(head?.views ?? [], search.view)
    const shown = shownView(search, chosen?.config as ViewConfig | undefined)
    return { search, change, shown, flat: isFlat(shown) }
  }, [search, change, head])
}

/** Asks the store for what the view shows; a text that is being typed waits for the next letter. */
export function useAsking(store: RegisterStore, { search, shown, flat }: View, columns: readonly Column[], ready: boolean): void {
  const query = useMemo<RowsQuery>(
    () => ({
      // A line of the builder that is not filled in yet filters nothing.
      filter: shown.filter.filter((condition) => columns.length === 0 || isWhole(condition, columns)),
      sort: shown.sort,
      group: shown.group ?? null,
      search: shown.q.trim(),
      closed: flat ? [] : [...foldedRows(search.fold)],
      ...(shown.on ? { as_of: shown.on } : {}),
    }),
    [shown, flat, search.fold, columns],
  )
  const asked = useRef<RowsQuery | null>(null)
  useEffect(() => {
    if (!ready) return
    const before = asked.current
    const typing = before !== null && before.search !== query.search
    const folds = before !== null && JSON.stringify({ ...before, closed: [] }) === JSON.stringify({ ...query, closed: [] })
    const ask = () => {
      asked.current = query
      store.ask(query, folds)
    }
    if (!typing) return ask()
    const timer = window.setTimeout(ask, ASKED_AFTER)
    return () => window.clearTimeout(timer)
  }, [store, query, ready])
}
