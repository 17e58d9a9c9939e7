/** Sign-in by allauth's headless API, and how its answers read: in, one step more, or no. */
import { send } from '~/client/api'
import { isApiError } from '~/client/errors'
import { queryClient } from '~/client/queries'

const AUTH = '/_allauth/browser/v1/auth'
const JSON_BODY = { 'Content-Type': 'application/json' }

export type Outcome = 'in' | 'code' | 'wrong' | 'wrong-code' | 'wait' | 'locked' | 'unreachable' | 'failed'

interface Flow {
  id: string
  is_pending?: boolean
}

/** The second step that allauth asks for, if any. */
export function pendingFlow(body: unknown): string | null {
  const flows = (body as { data?: { flows?: Flow[] } } | null)?.data?.flows ?? []
  return flows.find((flow) => flow.is_pending)?.id ?? null
}

async function attempt(path: string, body: Record<string, string>, wrong: Outcome): Promise<Outcome> {
  // A first read sets the CSRF cookie where there is none yet.
  await fetch('/api/v1/session', { credentials: 'same-origin' }).catch(() => null)
  try {
    await send('POST', `${AUTH}${path}`, JSON.stringify(body), JSON_BODY)
    queryClient.clear()
    return 'in'
  } catch (error) {
    return outcomeOf(error, wrong)
  }
}

function outcomeOf(error: unknown, wrong: Outcome): Outcome {
  if (!isApiError(error)) return 'failed'
  if (error.status === 0) return 'unreachable'
  if (error.status === 401 && pendingFlow(error.problem.body) === 'mfa_authenticate') return 'code'
  if (error.status === 429) return 'wait'
  if (error.status === 403) return 'locked'
  return error.status < 500 ? wrong : 'failed'
}

export function signIn(email: string, password: string): Promise<Outcome> {
  return attempt('/login', { email, password }, 'wrong')
}

export function giveCode(code: string): Promise<Outcome> {
  return attempt('/2fa/authenticate', { code }, 'wrong-code')
}

/** Ends the session; allauth answers 401 when it has done so. Everything that was read is forgotten with the page. */
export async function signOut(): Promise<void> {
  await send('DELETE', `${AUTH}/session`).catch((error: unknown) => {
    if (!isApiError(error, 401)) throw error
  })
  window.location.assign('/sign-in')
}
