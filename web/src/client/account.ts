/** One's own account: profile and tokens by our API; password, second factor and sessions by allauth's headless API. */
import { queryOptions } from '@tanstack/react-query'
import { answer, api, csrfToken, send } from '~/client/api'
import { isApiError } from '~/client/errors'
import type { components } from '~/client/schema'

type Schemas = components['schemas']
export type Scope = Schemas['TokenIn']['scopes'][number]

const AUTH = '/_allauth/browser/v1'
const JSON_BODY = { 'Content-Type': 'application/json' }
const ask = <T>(method: string, path: string, body?: object) => send<{ data: T; meta?: unknown }>(method, AUTH + path, body && JSON.stringify(body), body && JSON_BODY)

export const changeAccount = (patch: Partial<Schemas['MePatch']>) => answer(api.PATCH('/api/v1/account', { body: patch }))
export const tokensQuery = queryOptions({ queryKey: ['tokens'], queryFn: () => answer(api.GET('/api/v1/tokens')) })
export const createToken = (name: string, scopes: Scope[], expires: string | null) => answer(api.POST('/api/v1/tokens', { body: { name, scopes, expires_at: expires } }))
export const revokeToken = (id: number) => answer(api.DELETE('/api/v1/tokens/{token_id}', { params: { path: { token_id: id } } }))

export interface BrowserSession {
  readonly id: number
  readonly user_agent: string
  readonly ip: string
  /** Seconds since 1970, as allauth gives them. */
  readonly created_at: number
  readonly is_current: boolean
}
export const sessionsQuery = queryOptions({ queryKey: ['sessions'], queryFn: async () => (await ask<BrowserSession[]>('GET', '/auth/sessions')).data })
export const endSessions = (ids: number[]) => ask<BrowserSession[]>('DELETE', '/auth/sessions', { sessions: ids })

export const changePassword = (current: string, next: string) => ask('POST', '/account/password/change', { ...(current ? { current_password: current } : {}), new_password: next })

export interface NewFactor {
  readonly secret: string
  readonly totp_url: string
}

/** The secret of a second factor that is not on yet; allauth sends it with "not found". */
export async function newFactor(): Promise<NewFactor> {
  try {
    await ask('GET', '/account/authenticators/totp')
  } catch (error) {
    if (isApiError(error, 404)) return (error.problem.body as { meta: NewFactor }).meta
    throw error
  }
  throw new Error('the second factor is on already')
}

export const switchOnFactor = (code: string) => ask('POST', '/account/authenticators/totp', { code })
export const switchOffFactor = () => ask('DELETE', '/account/authenticators/totp')

export interface RecoveryCodes {
  readonly total_code_count: number
  readonly unused_code_count: number
  /** Left out where one would have to enter the password again to see them. */
  readonly unused_codes?: readonly string[]
}
export const recoveryCodesQuery = queryOptions({ queryKey: ['recovery-codes'], queryFn: async () => (await ask<RecoveryCodes>('GET', '/account/authenticators/recovery-codes')).data, staleTime: 0, gcTime: 0 })
export const makeRecoveryCodes = async () => (await ask<RecoveryCodes>('POST', '/account/authenticators/recovery-codes', {})).data

/** Whether the server wants to know first that it is still the same person in front of the screen. */
export function wantsToBeSure(error: unknown): boolean {
  if (!isApiError(error, 401)) return false
  return (error.problem.body as { meta?: { is_authenticated?: boolean } } | null)?.meta?.is_authenticated === true
}
export const confirmByPassword = (password: string) => ask('POST', '/auth/reauthenticate', { password })
export const confirmByCode = (code: string) => ask('POST', '/auth/2fa/reauthenticate', { code })

/** What allauth refused: its codes, such as `enter_current_password` or `incorrect_code`. */
export function refusals(error: unknown): readonly { code: string; message: string; param?: string }[] {
  if (!isApiError(error)) return []
  return (error.problem.body as { errors?: { code: string; message: string; param?: string }[] } | null)?.errors ?? []
}

/** Leads away to a place that vouches for the person; it sends the browser back to `to`, or to sign-in with `?error=`. */
export async function signInElsewhere(provider: string, to: string): Promise<void> {
  await fetch('/api/v1/session', { credentials: 'same-origin' }).catch(() => null)
  const form = document.createElement('form')
  form.method = 'POST'
  form.action = `${AUTH}/auth/provider/redirect`
  for (const [name, value] of Object.entries({ provider, process: 'login', callback_url: window.location.origin + to, csrfmiddlewaretoken: csrfToken() })) {
    const field = document.createElement('input')
    Object.assign(field, { type: 'hidden', name, value })
    form.append(field)
  }
  document.body.append(form)
  form.submit()
}
