/** The address of the page as state: what it holds, and how it is changed. */
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { PortfolioSearch } from '~/features/portfolio/search'

const route = getRouteApi('/shell/portfolio')

export function usePortfolioSearch(): PortfolioSearch {
  return route.useSearch()
}

/** Changes part of the address. A filter that is being typed replaces the entry, so that Back leaves the page. */
export function useChangeSearch(): (change: Partial<PortfolioSearch>) => void {
  const navigate = useNavigate()
  return useCallback((change) => void navigate({ to: '/portfolio', search: (now) => ({ ...now, ...change }), replace: true, resetScroll: false }), [navigate])
}
