/** What a plan file is found to have, in the reader's language, by its code; the server's English sentence where there is none. */
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import type { ImportReport } from '~/client/types'
import { useFormat } from '~/lib/useFormat'

type Finding = ImportReport['findings'][number]

export function useFindingText(): (finding: Finding) => string {
  const named = useNames()
  const ofLogic = useLogicText()
  const ofDates = useDateText()
  return (finding) => ofLogic(finding, named(finding)) ?? ofDates(finding, named(finding)) ?? finding.message
}

/** The first tasks by name, and how many more there are. */
function useNames(): (finding: Finding) => string {
  const { t } = useLingui()
  return ({ names, count }) => {
    const list = names.map((name) => t`“${name}”`).join(', ')
    const more = count - names.length
    return more > 0 ? t`${list} and ${plural(more, { one: '# more', other: '# more' })}` : list
  }
}

function useLogicText(): (finding: Finding, names: string) => string | undefined {
  const { t } = useLingui()
  return ({ code, data }, names) => {
    const kinds = data.kinds ?? ''
    const sentences: Record<string, string> = {
      dangling_milestone: t`Milestones that nothing leads to, or that lead to nothing: ${names}. Link them, or nobody sees them slip.`,
      dangling_start: t`Nothing comes before ${names}. Link each to what it waits for; else its date is a guess.`,
      dangling_finish: t`Nothing comes after ${names}. Link each to what waits for it; else nobody sees it slip.`,
      start_not_driven: t`No link drives the start of ${names}: only the finish is linked.`,
      finish_drives_nothing: t`The finish of ${names} drives nothing: only the start is linked to what follows.`,
      hard_constraint: t`Fixed by “${kinds}”: ${names}. Use a deadline instead, so that the plan can move and still warn.`,
      summary_link: t`Links stand on the summaries ${names}. Link the tasks inside; a link on a summary holds all of them.`,
      manual: t`Scheduled by hand, so nothing moves them: ${names}.`,
      inactive: t`Inactive, so not part of the dates: ${names}.`,
      out_of_sequence: t`Begun or finished before the links allow: ${names}. Correct the link, or the reported dates.`,
    }
    return sentences[code]
  }
}

function useDateText(): (finding: Finding, names: string) => string | undefined {
  const { t } = useLingui()
  const format = useFormat()
  return ({ code, data }, names) => {
    const time = data.time ?? ''
    const at = data.at ? format.moment(data.at) : ''
    const sentences: Record<string, string> = {
      negative_float: t`Constraints or deadlines leave too little time, up to ${time}, for ${names}.`,
      missed_deadline: t`The plan ends after the deadline of ${names}.`,
      unstatused: t`Planned before the status date, but not reported as done: ${names}. Enter progress, or move what is left.`,
      future_actual: t`Reported as begun or finished after the status date ${at}: ${names}.`,
      no_status_date: t`There is no status date, so progress cannot be held against the plan. Set one beside this.`,
      no_baseline: t`There is no baseline, so nobody can say how late the plan is. Set one when it is agreed.`,
      not_in_baseline: t`Not in the baseline: ${names}.`,
    }
    return sentences[code]
  }
}
