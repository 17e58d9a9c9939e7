/** What the address of Home says, and how it is changed; going back closes what was opened. */
import { getRouteApi } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { HomeSearch } from './search'

const route = getRouteApi('/shell/')

export function useHomeSearch(): readonly [HomeSearch, (part: Partial<HomeSearch>) => void] {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const change = useCallback((part: Partial<HomeSearch>) => void navigate({ search: (now) => ({ ...now, ...part }), replace: true }), [navigate])
  return [search, change]
}
