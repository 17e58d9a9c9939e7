/** What states, decisions, figures and reasons of requests are called. */
import { useLingui } from '@lingui/react/macro'
import type { RequestState } from '~/client/intake'

export function useStateNames(): Record<RequestState, string> {
  const { t } = useLingui()
  return {
    new: t`Waits for triage`,
    returned: t`Question asked`,
    case: t`Case and score`,
    approval: t`Waits for approval`,
    approved: t`Approved`,
    started: t`Started`,
    deferred: t`Deferred`,
    rejected: t`Rejected`,
    merged: t`Merged`,
  }
}

export const STATE_TONE: Record<RequestState, string | undefined> = {
  new: undefined,
  returned: 'amber',
  case: undefined,
  approval: undefined,
  approved: 'green',
  started: 'green',
  deferred: 'amber',
  rejected: 'red',
  merged: undefined,
}

/** The verb on a button. */
export function useActNames(): Record<string, string> {
  const { t } = useLingui()
  return {
    accept: t`Accept for case and score`,
    return: t`Ask a question`,
    answer: t`Answer`,
    merge: t`Merge into another`,
    reject: t`Reject`,
    defer: t`Defer`,
    reopen: t`Reopen`,
    submit: t`Submit for approval`,
    approve: t`Approve`,
    start: t`Start the project`,
  }
}

/** What was done, in the list of decisions. */
export function useDoneNames(): Record<string, string> {
  const { t } = useLingui()
  return {
    accept: t`accepted it for case and score`,
    return: t`asked a question`,
    answer: t`answered`,
    merge: t`merged it into another request`,
    reject: t`rejected it`,
    defer: t`deferred it`,
    reopen: t`reopened it`,
    submit: t`submitted it for approval`,
    approve: t`approved it`,
    start: t`started the project`,
  }
}

/** What a person is asked for by WSJF and RICE; criteria of the office have names of their own. */
export function useCriterionName(): (key: string, title?: string) => string {
  const { t } = useLingui()
  const known: Record<string, string> = {
    value: t`Value`,
    criticality: t`Time criticality`,
    reduction: t`Risk reduction or opportunity`,
    size: t`Job size`,
    reach: t`Reach`,
    impact: t`Impact`,
    confidence: t`Confidence in percent`,
    effort: t`Effort`,
  }
  const shipped: Record<string, string> = {
    'Strategic fit': t`Strategic fit`,
    'Value to customers and staff': t`Value to customers and staff`,
    'Cost of waiting': t`Cost of waiting`,
    'Risk of doing it': t`Risk of doing it`,
  }
  return (key, title) => (title ? (shipped[title] ?? title) : (known[key] ?? key))
}

/** Why there is no figure, in the reader's language. */
export function useMissingText(): (code: string, reason: string) => string {
  const { t } = useLingui()
  const known: Record<string, string> = {
    'case.empty': t`No year has a cost or an income yet.`,
    'irr.no_change': t`The years only cost or only bring money, so no rate makes them worth nothing.`,
    'irr.none': t`At no rate are these years worth nothing.`,
    'irr.several': t`These years change between cost and gain, and several rates make them worth nothing.`,
    'payback.never': t`The gains of these years never make up for what was spent.`,
    'payback.nothing': t`Nothing is ever owed, so there is nothing to pay back.`,
    'bcr.no_cost': t`Nothing is spent, so there is nothing to set the gain against.`,
    'roi.no_cost': t`Nothing is spent, so there is nothing to set the gain against.`,
  }
  return (code, reason) => known[code] ?? reason
}

/** A label by language, as registers and forms have them. */
export function useLabel(): (label: Record<string, string> | undefined) => string {
  const { i18n } = useLingui()
  return (label) => label?.[i18n.locale] ?? label?.en ?? ''
}
