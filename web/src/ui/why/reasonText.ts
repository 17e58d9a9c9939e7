/** The sentence of a reason, in the reader's language: chosen by code, filled from its data; the server's English sentence where there is no translation. */
import { useLingui } from '@lingui/react/macro'
import { plural } from '@lingui/core/macro'
import { formatNumber } from '~/lib/format'

export interface CodedText {
  code: string
  data: Record<string, unknown>
  text: string
}

type Sentences = Record<string, string>

export function useReasonText(): (reason: CodedText) => string {
  const { i18n } = useLingui()
  const missing = useMissingText()
  const judged = useJudgedText()
  return (reason) => {
    if (i18n.locale === 'en') return reason.text
    return judged(reason) ?? missing(reason.code) ?? reason.text
  }
}

/** Why a value is n/a, by its code (which may stand behind the name of an index: `cpi.ac.none`). */
export function useMissingText(): (code: string) => string | undefined {
  const { t } = useLingui()
  const sentences: Sentences = {
    'ac.none': t`No actual cost has been entered.`,
    'ac.none_work': t`No actual work has been entered.`,
    'ac.zero': t`Nothing has been spent yet.`,
    'ac.duration_only': t`The baseline has neither cost nor work, so what was spent cannot be compared with it.`,
    'bac.zero': t`The baseline has no budget.`,
    'baseline.none': t`The plan has no baseline.`,
    'baseline.empty': t`The baseline has no cost, no work and no duration.`,
    'ev.zero': t`Nothing has been earned yet.`,
    'pv.zero': t`Nothing was planned to be done by this date.`,
    'plan.none': t`There is no plan.`,
    'schedule.not_due': t`The baseline has not started yet.`,
    'schedule.only_effort': t`All of the baseline is level of effort, which is never late.`,
    'schedule.past_end': t`The planned finish has passed.`,
    'work.done': t`All work is done.`,
    'data.never': t`No progress has been entered yet.`,
    'risk.no_register': t`No risk register is kept.`,
    'cost.no_forecast': t`There is no budget or forecast.`,
    'cost.no_baseline': t`There is no budget at start.`,
    'cost.mixed': t`The amounts are in different currencies.`,
    'trend.no_amounts': t`No project has an amount to compare.`,
  }
  return (code) => sentences[code] ?? sentences[code.split('.').slice(1).join('.')]
}

function useJudgedText(): (reason: CodedText) => string | undefined {
  const { t, i18n } = useLingui()
  return ({ code, data }) => {
    const number = (key: string, decimals: number) => formatNumber(Number(data[key] ?? 0), i18n.locale, decimals)
    const [subject, verdict = ''] = code.split('.')
    if ((subject === 'spi_t' || subject === 'cpi') && /^(green|amber|red)$/.test(verdict)) {
      const name = subject === 'cpi' ? 'CPI' : 'SPI(t)'
      const value = number('value', 2)
      const [green, amber] = [number('green_from', 2), number('amber_from', 2)]
      return t`${name} is ${value}; green from ${green}, amber from ${amber}.`
    }
    const bare = verdict === 'no_baseline'
    const slip = Math.round(Number(data.slip_days ?? 0))
    const late = Math.abs(slip)
    if (subject === 'milestone') {
      const name = String(data.name ?? '')
      if (bare) return t`The next milestone, ${name}, has no baseline.`
      if (slip === 0) return t`The next milestone, ${name}, is on its baseline.`
      return slip < 0 ? t`The next milestone, ${name}, is ${plural(late, { one: '# working day', other: '# working days' })} early.` : t`The next milestone, ${name}, is ${plural(late, { one: '# working day', other: '# working days' })} late.`
    }
    if (subject === 'finish') {
      if (bare) return t`The finish has no baseline.`
      if (slip === 0) return t`The finish is on its baseline.`
      return slip < 0 ? t`The finish is ${plural(late, { one: '# working day', other: '# working days' })} early.` : t`The finish is ${plural(late, { one: '# working day', other: '# working days' })} late.`
    }
    if (code === 'data.stale') {
      const days = Number(data.days ?? 0)
      return t`Progress was last entered ${plural(days, { one: '# day', other: '# days' })} ago: too long to judge by.`
    }
    return undefined
  }
}
