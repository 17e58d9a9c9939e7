/** What the address of the questions holds: whose, which words, and the one that is open. */
import type { Which } from '~/client/practice'

export interface AskSearch {
  readonly tab?: Which
  readonly q?: string
  readonly question?: number
}

const TABS: readonly Which[] = ['mine', 'answer', 'all']

export function readAskSearch(raw: Record<string, unknown>): AskSearch {
  const tab = TABS.find((each) => each === raw.tab)
  const q = typeof raw.q === 'string' || typeof raw.q === 'number' ? String(raw.q).slice(0, 200) : ''
  const question = typeof raw.question === 'number' && Number.isSafeInteger(raw.question) && raw.question > 0 ? raw.question : undefined
  return { ...(tab ? { tab } : {}), ...(q ? { q } : {}), ...(question ? { question } : {}) }
}
