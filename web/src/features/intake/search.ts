/** What the address of the requests of a place holds: which view, and which of them are shown. */
import type { IntakeAsk, RequestState } from '~/client/intake'

export const VIEWS = ['board', 'list', 'bubbles', 'criteria', 'forms'] as const
export type View = (typeof VIEWS)[number]
export const STATES: readonly RequestState[] = ['new', 'returned', 'case', 'approval', 'approved', 'started', 'deferred', 'rejected', 'merged']

export interface IntakeSearch extends IntakeAsk {
  readonly view?: View
  /** The form that is open at the side. */
  readonly form?: number
}

export function readIntakeSearch(raw: Record<string, unknown>): IntakeSearch {
  const view = VIEWS.find((each) => each === raw.view)
  const state = STATES.find((each) => each === raw.state)
  const who = (['mine', 'me'] as const).find((each) => each === raw.who)
  const q = typeof raw.q === 'string' || typeof raw.q === 'number' ? String(raw.q).slice(0, 200) : ''
  const category = typeof raw.category === 'string' ? raw.category.slice(0, 60) : ''
  const form = Number.isSafeInteger(raw.form) ? (raw.form as number) : undefined
  return { ...(view ? { view } : {}), ...(state ? { state } : {}), ...(who ? { who } : {}), ...(q ? { q } : {}), ...(category ? { category } : {}), ...(form ? { form } : {}) }
}

/** The row that is open at the side of a request: its cells as a form. */
export const readRequestSearch = (raw: Record<string, unknown>): { edit?: boolean } => (raw.edit === true ? { edit: true } : {})
/** The form by which a new request is written. */
export const readNewSearch = (raw: Record<string, unknown>): { form?: number } => (Number.isSafeInteger(raw.form) ? { form: raw.form as number } : {})
