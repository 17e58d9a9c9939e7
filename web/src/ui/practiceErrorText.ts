/** The sentences for what questions and courses refuse. */
import { useLingui } from '@lingui/react/macro'
import type { Problem } from '~/client/errors'

export function usePracticeSentence(): (problem: Problem) => string | undefined {
  const { t } = useLingui()
  return ({ code, data }) => {
    const sentences: Record<string, string> = {
      'question.no_office': t`No office is responsible for this place yet, so that nobody would read the question.`,
      'question.empty': t`The question needs 1 to ${String(data?.['most'] ?? '')} characters.`,
      'question.not_of_office': t`Only the people of the office may do this.`,
      'course.answers_wrong': t`${String(data?.['wrong'] ?? '')} of ${String(data?.['asked'] ?? '')} answers are not right yet. Read the part again and try once more.`,
    }
    return sentences[code]
  }
}
