/** What became of an address that was invited: a word, its tone, and a sentence. */
import { useLingui } from '@lingui/react/macro'
import { useCallback } from 'react'
import type { Invited } from '~/client/people'

interface Told {
  readonly word: string
  readonly tone: 'green' | 'amber' | 'red' | 'grey'
  readonly sentence: string
}

export function useOutcome(): (one: Invited) => Told {
  const { t } = useLingui()
  return useCallback(
    (one) => {
      const told: Record<Invited['outcome'], Told> = {
        invited: { word: t`Invited`, tone: 'green', sentence: t`The link is shown this once, and holds for 14 days.` },
        widened: { word: t`Invited before`, tone: 'green', sentence: t`The open invitation gives this too. Its link stays the same.` },
        already_invited: { word: t`Invited before`, tone: 'grey', sentence: t`The same was promised already. If the link got lost, renew it among the invitations.` },
        granted: { word: t`Here already`, tone: 'green', sentence: t`The person has the role at once.` },
        already_holds: { word: t`Here already`, tone: 'grey', sentence: t`The person has had this role before. Nothing changed.` },
        left: { word: t`Has left`, tone: 'amber', sentence: t`Bring the person back instead: People, Those who left.` },
        twice: { word: t`Twice in the list`, tone: 'grey', sentence: t`Nothing was done for this line.` },
        unreadable: { word: t`No mail address`, tone: 'red', sentence: t`Nothing was done for this line. Correct it and invite again.` },
      }
      return told[one.outcome]
    },
    [t],
  )
}
