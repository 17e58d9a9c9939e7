/** The address of the people page, and what the person who looks at it may do. */
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useCallback } from 'react'
import { sessionQuery } from '~/client/queries'
import type { PeopleSearch } from './search'

const route = getRouteApi('/shell/people')

export function usePeopleSearch(): [PeopleSearch, (change: { [Key in keyof PeopleSearch]?: PeopleSearch[Key] | undefined }) => void] {
  const navigate = route.useNavigate()
  const change = useCallback((part: object) => void navigate({ search: (now) => ({ ...now, ...part }), replace: true }), [navigate])
  return [route.useSearch(), change]
}

/** `people`: manages them; `invites`: may invite; `roles`: may make roles. The server asks again for each place. */
export function useMay(): { me: number | undefined; people: boolean; invites: boolean; share: boolean; settings: boolean } {
  const person = useQuery(sessionQuery).data?.person
  const may = person?.may ?? []
  const people = may.includes('people')
  const share = may.includes('share')
  return { me: person?.id, people, share, invites: people && share, settings: may.includes('settings') }
}
