/** What the address of Home holds: which part of the list is shown, and what is open at the side. */
export const PARTS = ['work', 'method', 'decisions', 'talk', 'training'] as const
export type Part = (typeof PARTS)[number]
export const WHENS = ['overdue', 'week', 'next', 'later', 'undated'] as const
export type WhenShown = (typeof WHENS)[number]

export interface HomeSearch {
  readonly part?: Part
  readonly when?: WhenShown
  readonly q?: string
  /** The expectation whose rule and procedure are open at the side. */
  readonly item?: string
}

export function readHomeSearch(raw: Record<string, unknown>): HomeSearch {
  const part = PARTS.find((each) => each === raw.part)
  const when = WHENS.find((each) => each === raw.when)
  const q = typeof raw.q === 'string' || typeof raw.q === 'number' ? String(raw.q).slice(0, 100) : ''
  const item = typeof raw.item === 'string' && /^[a-z_]+:[\w.:-]{1,200}$/.test(raw.item) ? raw.item : undefined
  return { ...(part ? { part } : {}), ...(when ? { when } : {}), ...(q ? { q } : {}), ...(item ? { item } : {}) }
}
