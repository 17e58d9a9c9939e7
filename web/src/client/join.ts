/** What is open to whoever has a link: an invitation, and a new password. */
import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '~/client/api'
import type { components } from '~/client/schema'

export type Invitation = components['schemas']['InvitationOut']

const by = (token: string) => ({ params: { path: { token } } })
const once = { retry: false, staleTime: Infinity } as const

export const invitationQuery = (token: string) => queryOptions({ queryKey: ['join', token], queryFn: () => answer(api.GET('/api/v1/join/{token}', by(token))), ...once })
export const join = (token: string, body: { name: string; locale: string; zone: string; password: string }) => answer(api.POST('/api/v1/join/{token}', { ...by(token), body }))

export const passwordLinkQuery = (token: string) => queryOptions({ queryKey: ['password-link', token], queryFn: () => answer(api.GET('/api/v1/password-links/{token}', by(token))), ...once })
export const setPasswordByLink = (token: string, password: string) => answer(api.POST('/api/v1/password-links/{token}', { ...by(token), body: { password } }))
export const askForPasswordLink = (email: string) => answer(api.POST('/api/v1/password-links', { body: { email } }))
