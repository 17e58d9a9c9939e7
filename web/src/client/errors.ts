/** What the server refuses, and how it is told apart: `code` chooses the translation, `data` fills it. */

export interface Problem {
  status: number
  code: string
  title: string
  detail: string
  data: Record<string, unknown>
  /** The answer as it came: other APIs than ours have shapes of their own. */
  body: unknown
}

/** An answer of the server that is not what was asked for. */
export class ApiError extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.detail || problem.title)
    this.name = 'ApiError'
    this.problem = problem
  }

  get status(): number {
    return this.problem.status
  }
}

/** Reads problem+json, and makes one where there was no answer that we understand. */
export function problemOf(status: number, body: unknown): Problem {
  const given = (typeof body === 'object' && body !== null ? body : {}) as Partial<Problem>
  return {
    status,
    code: typeof given.code === 'string' ? given.code : status === 0 ? 'unreachable' : 'unknown',
    title: given.title ?? '',
    detail: given.detail ?? '',
    data: given.data ?? {},
    body,
  }
}

const LINE_IS_DOWN: ReadonlySet<number> = new Set([0, 502, 503, 504])

/** Nobody answered, or only what stands before the server: the same call may be sent again, its name keeps it from happening twice. */
export function isLineDown(error: unknown): boolean {
  return error instanceof ApiError && LINE_IS_DOWN.has(error.status)
}

export function isApiError(error: unknown, status?: number): error is ApiError {
  return error instanceof ApiError && (status === undefined || error.status === status)
}
