/** What the address of the findings of a place holds. */
import { SEVERITIES, STATES, WAIVER_STATES, type FindingState, type Severity, type WaiverState } from '~/client/findings'

export const TABS = ['findings', 'waivers'] as const
export type Tab = (typeof TABS)[number]
export type By = 'rule' | 'project'

export interface FindingsSearch {
  readonly tab?: 'waivers'
  /** Left out: by rule. */
  readonly by?: 'project'
  readonly severity?: Severity
  readonly stand?: FindingState
  /** The group that is open: a rule, or the id of a project. */
  readonly opened?: string
  readonly waivers?: WaiverState
}

export function readFindingsSearch(raw: Record<string, unknown>): FindingsSearch {
  const found: FindingsSearch = {
    tab: raw.tab === 'waivers' ? 'waivers' : undefined,
    by: raw.by === 'project' ? 'project' : undefined,
    severity: SEVERITIES.find((one) => one === raw.severity),
    stand: STATES.find((one) => one === raw.stand && one !== 'open'),
    opened: typeof raw.opened === 'string' || typeof raw.opened === 'number' ? String(raw.opened).slice(0, 80) : undefined,
    waivers: WAIVER_STATES.find((one) => one === raw.waivers),
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined))
}
