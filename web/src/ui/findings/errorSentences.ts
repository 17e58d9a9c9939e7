/** What fixing a finding and waiving it may be refused for. */
import { useLingui } from '@lingui/react/macro'
import type { Problem } from '~/client/errors'

export function useFindingSentence(): (problem: Problem) => string | undefined {
  const { t } = useLingui()
  return ({ code, data }) => {
    const key = String(data.key ?? '')
    const sentences: Record<string, string> = {
      'waiver.not_asked': t`The method of this project does not ask for ${key}, so there is nothing to waive.`,
      'waiver.asked': t`A waiver for this was asked already and waits for its decision.`,
      'waiver.decided': t`This waiver was decided already. Ask for another one if things have changed.`,
      'waiver.own': t`Nobody decides a waiver that they asked for themselves.`,
      'finding.no_fix': t`There is nothing here that can be done at a click: open the place that the finding names.`,
    }
    return sentences[code]
  }
}
