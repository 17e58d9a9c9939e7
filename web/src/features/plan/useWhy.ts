/** In words, what a figure of a row comes from. */
import { useLingui } from '@lingui/react/macro'
import { useCallback } from 'react'
import type { CellWords } from '~/engines/plan/cellText'
import { linksOf } from '~/engines/plan/links'
import type { Row } from '~/engines/plan/rows'

export function useWhy(words: CellWords): (key: string, row: Row, summary: boolean) => string | null {
  const { t } = useLingui()
  return useCallback(
    (key, row, summary) => {
      const { cells } = row
      if (summary && (key === 'start' || key === 'finish')) return key === 'start' ? t`The earliest start of the tasks below it.` : t`The latest finish of the tasks below it.`
      if (summary && key === 'percent_complete') return t`Worked out from the tasks below it.`
      if (key === 'start' && cells['actual_start']) return t`It has started: this is the actual start.`
      if (key === 'start' && cells['mode'] === 'manual') return t`Entered by hand; the schedule does not move it.`
      if (key === 'start' && cells['constraint_date'] === cells['start'] && cells['constraint'] !== 'ASAP') return t`${words.choice('constraint', String(cells['constraint']))} decides.`
      if (key === 'start') return linksOf(row).length > 0 ? t`Follows from its predecessors; the chain above the grid shows which one decides.` : t`Nothing comes before it: it starts with the project.`
      if (key === 'finish') return t`Start plus duration in working time.`
      if (key === 'slip') return t`Finish against baseline finish, in working time.`
      if (key === 'total_slack') return t`How much it can move before the project’s finish moves.`
      if (key === 'free_slack') return t`How much it can move before a successor moves.`
      return null
    },
    [t, words],
  )
}
