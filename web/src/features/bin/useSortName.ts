/** What the things in the bin are called. */
import { useLingui } from '@lingui/react/macro'
import { useCallback } from 'react'
import type { Sort } from '~/client/bin'

export function useSortName(): (sort: Sort, several?: boolean) => string {
  const { t } = useLingui()
  return useCallback(
    (sort, several = false) => {
      const names: Record<Sort, readonly [string, string]> = {
        node: [t`Project or place`, t`Projects and places`],
        sheet: [t`Register or plan`, t`Registers and plans`],
        row: [t`Row`, t`Rows`],
        comment: [t`Comment`, t`Comments`],
        file: [t`File`, t`Files`],
        view: [t`Saved view`, t`Saved views`],
      }
      return names[sort][several ? 1 : 0]
    },
    [t],
  )
}
