/** What expectations are called, why they are expected, and what is done about them, in the language of the reader. */
import { useLingui } from '@lingui/react/macro'
import type { Expectation, ExpectationKind } from '~/client/expectations'
import { textOf } from '~/engines/register/columns'
import { useFormat } from '~/lib/useFormat'
import type { Part, WhenShown } from './search'

type Data = Readonly<Record<string, unknown>>
const word = (data: Data, key: string): string => String(data[key] ?? '')

export function useKindNames(): Record<ExpectationKind, string> {
  const { t } = useLingui()
  return {
    task: t`Task`,
    row: t`Entry`,
    status: t`Status`,
    artefact: t`Artefact`,
    finding: t`Finding`,
    check_in: t`Check-in`,
    waiver: t`Waiver`,
    request: t`Request`,
    mention: t`Mention`,
    question: t`Question`,
    training: t`Training`,
  }
}

export function usePartNames(): Record<Part, string> {
  const { t } = useLingui()
  return { work: t`My work`, method: t`The method asks`, decisions: t`Waiting for my decision`, talk: t`Questions and mentions`, training: t`Training` }
}

export function useWhenNames(): Record<WhenShown, string> {
  const { t } = useLingui()
  return { overdue: t`Overdue`, week: t`This week`, next: t`Next week`, later: t`Later`, undated: t`Without a date` }
}

export function useTitle(): (one: Expectation) => string {
  const { t, i18n } = useLingui()
  return (one) => textOf(one.title, i18n.locale) || t`Without a name`
}

/** The button that does it. */
export function useVerb(): (one: Expectation) => string {
  const { t } = useLingui()
  const verbs: Record<string, string> = {
    progress: t`Enter progress`,
    row: t`Open the entry`,
    status: t`State the status`,
    read: t`Read`,
    open: t`Open`,
    write: t`Write`,
    hold: t`Hold the check-in`,
    agree: t`Read and agree`,
    decide: t`Decide`,
    answer: t`Answer`,
    learn: t`Take the course`,
    fix: t`Put it right`,
  }
  const fixes: Record<string, string> = {
    create_register: t`Make the register`,
    create_document: t`Begin the document`,
    make_plan: t`Make the plan`,
    set_baseline: t`Set the baseline`,
  }
  return (one) => {
    const fix = one.data['fix'] as { does?: string } | null | undefined
    return (fix?.does && fixes[fix.does]) || (verbs[one.verb] ?? t`Open`)
  }
}

/** What asks for it, in a sentence. */
export function useWhy(): (one: Expectation) => string {
  const { t, i18n } = useLingui()
  const format = useFormat()
  return (one) => {
    const data = one.why.data
    const said = textOf(one.why.said, i18n.locale)
    const sheet = word(data, 'sheet')
    const by = word(data, 'by')
    switch (one.why.code) {
      case 'assigned':
        return t`Assigned to you in the plan “${sheet}”.`
      case 'owner':
        return t`You own it in the plan “${sheet}”.`
      case 'named': {
        const column = textOf(data['column'], i18n.locale) ?? ''
        return column ? t`Your name stands under “${column}” in “${sheet}”.` : t`Your name stands in “${sheet}”.`
      }
      case 'manager': {
        const days = Number(data['days'])
        const stated = word(data, 'stated')
        return stated ? t`You manage the project; its status is of ${format.date(stated)}, and is believed for ${days} days.` : t`You manage the project, and nobody has stated its status.`
      }
      case 'mentioned':
        return t`${by} mentions you: “${word(data, 'text').replace(/@\[([^\]\n]+)\]\(\d+\)/g, '@$1')}”`
      case 'authority':
        return by ? t`${by} asks, and the decision is yours.` : t`The decision is yours.`
      case 'partner':
        return t`You stand beside its manager.`
      case 'checked':
        return t`A check-in with the office was agreed.`
      case 'asked':
        return t`${by} asks the office: you answer for it.`
      case 'answered':
        return t`${by} answered what you asked.`
      case 'role':
        return t`The course belongs to your role: ${textOf(data['role'], i18n.locale) ?? ''}.`
      default:
        return said ?? ''
    }
  }
}

/** When it is due, as one says it. */
export function useDue(): (one: Expectation, today: string) => string {
  const { t } = useLingui()
  const format = useFormat()
  return (one, today) => {
    if (!one.due) return ''
    const days = Math.round((Date.parse(one.due) - Date.parse(today)) / 86_400_000)
    if (days === 0) return t`today`
    if (days === 1) return t`tomorrow`
    if (days === -1) return t`since yesterday`
    return days < 0 ? t`since ${format.date(one.due)}` : format.date(one.due)
  }
}
