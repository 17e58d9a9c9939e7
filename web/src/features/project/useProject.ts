/** The project of the address, and its open figure. */
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { projectQuery } from '~/client/queries'
import type { Figure } from '~/features/project/search'

const route = getRouteApi('/shell/projects/$projectId')

export function useProjectId(): number {
  return route.useParams().projectId
}

export function useProject() {
  return useQuery(projectQuery(useProjectId()))
}

export function useFigure(): [Figure | undefined, (figure: Figure | undefined) => void] {
  const { figure } = route.useSearch()
  const navigate = useNavigate()
  const show = useCallback((wanted: Figure | undefined) => void navigate({ to: '.', search: (now) => ({ ...now, figure: wanted }), replace: true, resetScroll: false }), [navigate])
  return [figure, show]
}
