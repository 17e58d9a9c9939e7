/** The typed client: one instance, made of openapi.json. Every call goes through `answer`, which throws an `ApiError`. */
import createClient, { type Middleware } from 'openapi-fetch'
import { askedAhead } from '~/client/ahead'
import { ApiError, problemOf } from '~/client/errors'
import type { paths } from '~/client/schema'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Django keeps the token in a cookie that scripts may read; it must come back in a header with every write. */
export function csrfToken(): string {
  const found = /(?:^|;\s*)milepost_csrf=([^;]+)/.exec(document.cookie)
  return found?.[1] ?? ''
}

const csrf: Middleware = {
  onRequest({ request }) {
    if (!SAFE.has(request.method)) request.headers.set('X-CSRFToken', csrfToken())
    return request
  },
}

/** Takes an answer that was asked for ahead, else asks. */
function fetchOrTake(request: Request): Promise<Response> {
  const path = request.method === 'GET' ? request.url.slice(window.location.origin.length) : ''
  return askedAhead(path) ?? fetch(request)
}

export const api = createClient<paths>({ baseUrl: '/', credentials: 'same-origin', fetch: fetchOrTake })
api.use(csrf)

/** The data of a call, or an `ApiError` with the server's problem; a line that is down is a problem too (status 0). */
export async function answer<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const result = await call.catch(() => null)
  if (!result) throw new ApiError(problemOf(0, null))
  if (result.response.ok) return result.data as T
  throw new ApiError(problemOf(result.response.status, result.error))
}

/** The same for what openapi-fetch cannot send: a raw body, or an address outside our API. */
export async function send<T>(method: string, path: string, body?: BodyInit, headers: Record<string, string> = {}): Promise<T> {
  const ahead = method === 'GET' ? askedAhead(path) : undefined
  const response = await (ahead ?? fetch(path, { method, body, credentials: 'same-origin', headers: { 'X-CSRFToken': csrfToken(), ...headers } })).catch(() => null)
  if (!response) throw new ApiError(problemOf(0, null))
  const answered: unknown = await response.json().catch(() => null)
  if (response.ok) return answered as T
  throw new ApiError(problemOf(response.status, answered))
}
