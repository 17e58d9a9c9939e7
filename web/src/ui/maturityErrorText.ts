/** Why an assessment of maturity, or a look at the need of an office, was refused. */
import { useLingui } from '@lingui/react/macro'
import type { Problem } from '~/client/errors'

export function useMaturitySentence(): (problem: Problem) => string | undefined {
  const { t } = useLingui()
  return ({ code, data }) => {
    const said = (key: string) => String(data[key] ?? '')
    const known: Record<string, string> = {
      'maturity.open': t`An assessment of ${said('name')} is under way. Finish that one, or discard it, before another begins.`,
      'maturity.finished': t`This assessment is finished. What was answered stays as it is; begin another one.`,
      'maturity.nothing_answered': t`Nobody has answered a question yet. Answer one, or discard the assessment.`,
      'maturity.no_such_question': t`This question is no longer asked. Load the page again.`,
      'maturity.not_weak': t`One of the questions has no answer below the highest level, so there is nothing to improve.`,
      'maturity.not_finished': t`This assessment is still open. Finish it first: improvements follow from what came out.`,
      'need.month_not_known': t`Only the last twelve months can be looked at.`,
    }
    return known[code]
  }
}
