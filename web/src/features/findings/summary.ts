/** What the title line is made of: how many keep their method, and what is missing most often. */
import type { FindingGroup, Kept, Severity } from '~/client/findings'

export interface Answer {
  readonly checked: number
  readonly keeping: number
  /** The rule that most projects fail, of those that are more than advice; with how many. */
  readonly most: { readonly rule: string; readonly projects: number } | undefined
}

export function answerOf(kept: Kept): Answer {
  const serious = kept.rules.filter((group) => group.error + group.warning > 0)
  const [most] = [...serious].sort((a, b) => b.projects - a.projects)
  return { checked: kept.checked, keeping: kept.keeping, most: most && { rule: most.key, projects: most.projects } }
}

/** How many findings of a group are shown by a filter. */
export function countOf(group: FindingGroup, severity: Severity | undefined, state: string): number {
  if (state === 'waived') return group.waived
  const open = severity ? group[severity] : group.error + group.warning + group.advice
  return state === 'all' ? open + group.waived : open
}

/** Of the waived ones the server does not tell how severe they are, so a group with some may be empty when it is opened. */
export function shown(groups: readonly FindingGroup[], severity: Severity | undefined, state: string): readonly FindingGroup[] {
  return groups.filter((group) => countOf(group, severity, state) > 0)
}
