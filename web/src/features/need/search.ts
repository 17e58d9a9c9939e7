/** What the address of the page holds: the month that is looked at, and the figure that is open. */
import type { PartKey } from '~/client/need'

const FIGURES = ['figure', 'projects', 'people', 'competing', 'overdue', 'unstatused'] as const
export type Figure = PartKey | 'figure'

export interface NeedSearch {
  readonly why?: Figure
  readonly month?: string
}

export function readNeedSearch(raw: Record<string, unknown>): NeedSearch {
  const why = FIGURES.find((each) => each === raw.why)
  const month = typeof raw.month === 'string' && /^\d{4}-\d{2}$/.test(raw.month) ? raw.month : undefined
  return { ...(why ? { why } : {}), ...(month ? { month } : {}) }
}
