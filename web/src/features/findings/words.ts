/** The words of the linter: what a rule is about, and the sentence for what it found, made from its data. */
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import type { Asking, Finding, Severity } from '~/client/findings'
import { textOf } from '~/engines/register/columns'
import { useFormat } from '~/lib/useFormat'

interface Named {
  readonly sheet: number
  readonly row: number
  readonly name: string
  readonly plan: boolean
}

/** The rows that a finding names: the first few of them. */
export function rowsOf(finding: Finding): readonly Named[] {
  return Array.isArray(finding.data.rows) ? (finding.data.rows as Named[]) : []
}

export function useTold(): (told: Record<string, string> | undefined) => string {
  const { i18n } = useLingui()
  return (told) => textOf(told, i18n.locale) ?? ''
}

export function useSeverityName(): (severity: Severity) => string {
  const { t } = useLingui()
  const names: Record<Severity, string> = { error: t`Error`, warning: t`Warning`, advice: t`Advice` }
  return (severity) => names[severity]
}

/** What a rule is about, as the heading of its findings. */
export function useRuleName(): (rule: string) => string {
  const { t } = useLingui()
  const names: Record<string, string> = {
    missing_artefact: t`Something that is asked for is not there`,
    stale_log: t`Register not kept up`,
    phase_without_gate: t`Phase without its gate`,
    no_plan: t`No plan`,
    no_baseline: t`No baseline`,
    plan_not_sound: t`Plan that cannot be relied on`,
    milestone_without_owner: t`Milestone without an owner`,
    finish_passed: t`Finish that lies back`,
    risk_without_owner: t`Risk without an owner`,
    risk_without_response: t`Risk without a response`,
    overdue_rows: t`Overdue entries`,
    no_manager: t`No project manager`,
    no_sponsor: t`No sponsor`,
    no_budget: t`No budget`,
    status_not_stated: t`Status not stated`,
    check_in_overdue: t`Check-in not held`,
    missing_fields: t`Profile with gaps`,
  }
  return (rule) => names[rule] ?? rule
}

export function useSentence(): (finding: Finding) => string {
  const { t } = useLingui()
  const missing = useMissing()
  const counted = useCounted()
  const format = useFormat()
  const fieldName = useFieldName()
  return (finding) => {
    const { rule, data } = finding
    const day = (key: string) => (typeof data[key] === 'string' ? format.date(data[key]) : '')
    const allowed = Number(data.allowed ?? 0)
    const fields = Array.isArray(data.fields) ? data.fields.map((field) => fieldName(String(field))).join(', ') : ''
    const sentences: Record<string, () => string> = {
      missing_artefact: () => missing(finding),
      stale_log: () => t`Nobody changed it since ${day('since')}; every ${allowed} days are asked for.`,
      phase_without_gate: () => t`The project went into its phase without having passed the gate before it.`,
      no_plan: () => (data.empty ? t`The plan has no task yet.` : t`There is no plan.`),
      no_baseline: () => (data.plan ? t`The plan has no baseline, so nobody can say how late it is.` : t`The profile names no promised finish.`),
      finish_passed: () => t`The finish was ${day('finish')}, and the project is still open.`,
      no_manager: () => t`Nobody leads the project.`,
      no_sponsor: () => t`Nobody is named who pays for the project and decides on it.`,
      no_budget: () => t`No budget is named.`,
      status_not_stated: () => (data.since ? t`The status was last stated on ${day('since')}; every ${allowed} days are asked for.` : t`The status was never stated; every ${allowed} days are asked for.`),
      check_in_overdue: () => t`The check-in of ${day('due')} was not held.`,
      missing_fields: () => t`The profile does not say: ${fields}.`,
    }
    return (sentences[rule] ?? (() => counted(finding)))()
  }
}

function useMissing(): (finding: Finding) => string {
  const { t } = useLingui()
  const told = useTold()
  const format = useFormat()
  return ({ data, asks }) => {
    const title = (asks?.form === 'policy' ? '' : told(asks?.title)) || t`What is asked for`
    const last = typeof data.last === 'string' ? format.date(data.last) : ''
    if (data.as === 'report') return last ? t`${title}: the last one is of ${last}.` : t`${title}: there was none yet.`
    if (data.as === 'document') return t`${title}: not written yet.`
    return t`${title}: not there yet.`
  }
}

/** What was found of rows, counted. */
function useCounted(): (finding: Finding) => string {
  const { t } = useLingui()
  return ({ rule, data }) => {
    const count = Number(data.count ?? 0)
    const score = Number(data.score ?? 0)
    const looks = (data.looks ?? {}) as Record<string, number>
    const sentences: Record<string, () => string> = {
      milestone_without_owner: () => t`${plural(count, { one: '# open milestone has no owner.', other: '# open milestones have no owner.' })}`,
      risk_without_owner: () => t`${plural(count, { one: '# open risk has no owner.', other: '# open risks have no owner.' })}`,
      risk_without_response: () => t`${plural(count, { one: '# open risk with a score of', other: '# open risks with a score of' })} ${score} or more: no response was chosen.`,
      overdue_rows: () => t`${plural(count, { one: '# open entry is past its date.', other: '# open entries are past their date.' })}`,
      plan_not_sound: () =>
        [
          looks.dangling && t`${plural(looks.dangling, { one: '# task hangs loose', other: '# tasks hang loose' })}`,
          looks.negative_float && t`${plural(looks.negative_float, { one: '# task has too little time', other: '# tasks have too little time' })}`,
          looks.unstatused && t`${plural(looks.unstatused, { one: '# task should have been reported', other: '# tasks should have been reported' })}`,
          looks.hard_constraint && t`${plural(looks.hard_constraint, { one: '# task is held by a fixed date', other: '# tasks are held by fixed dates' })}`,
          looks.manual && t`${plural(looks.manual, { one: '# task is placed by hand', other: '# tasks are placed by hand' })}`,
        ]
          .filter(Boolean)
          .join('; '),
    }
    return sentences[rule]?.() ?? rule
  }
}

function useFieldName(): (field: string) => string {
  const { t } = useLingui()
  const names: Record<string, string> = {
    manager: t`project manager`,
    sponsor: t`sponsor`,
    client: t`client`,
    priority: t`priority`,
    category: t`category`,
    phase: t`phase`,
    start: t`start`,
    finish: t`finish`,
    baseline_finish: t`promised finish`,
    budget: t`budget`,
    description: t`description`,
  }
  return (field) => names[field] ?? field
}

/** What asks for it, in one sentence: a policy says it itself, an artefact is asked for by name. */
export function useAskedBy(): (asks: Asking) => string {
  const { t } = useLingui()
  const told = useTold()
  return (asks) => {
    const title = told(asks.title)
    return asks.form === 'policy' ? title : t`Asked for: ${title}`
  }
}
