/** What a group is called: a colour by its word, a missing unit or manager by saying so. */
import { useLingui } from '@lingui/react/macro'
import { usePortfolioSearch } from '~/features/portfolio/usePortfolio'
import { colourOf, useColourName } from '~/ui/StatusMark'

export function useGroupName(): (name: string | null) => string {
  const { t } = useLingui()
  const { group } = usePortfolioSearch()
  const colourName = useColourName()
  const none: Record<string, string> = {
    unit: t`In no unit`,
    portfolio: t`In no portfolio`,
    programme: t`In no programme`,
    manager: t`Without a manager`,
  }
  return (name) => (group === 'status' ? colourName(colourOf(name)) : (name ?? none[group ?? ''] ?? ''))
}
