/** What a failed attempt says: what happened, and what to do. It never tells whether an account exists. */
import { useLingui } from '@lingui/react/macro'
import type { Outcome } from '~/client/signIn'

export function useOutcomeText(): (outcome: Outcome | null) => string | null {
  const { t } = useLingui()
  const texts: Record<Outcome, string | null> = {
    in: null,
    code: null,
    wrong: t`The e-mail and the password do not fit together. Check both and try again.`,
    'wrong-code': t`This code is not right or too old. Wait for the next one and enter it.`,
    wait: t`Too many tries. Sign-in is closed for a few minutes to keep the account safe. Try again later.`,
    locked: t`Sign-in is not possible now: too many tries, or the page has stood open too long. Load the page again, or wait a few minutes.`,
    unreachable: t`The server cannot be reached. What you typed was kept. Check the line and try again.`,
    failed: t`The server failed on this. What you typed was kept. Try again; if it stays, tell your administrator.`,
  }
  return (outcome) => (outcome ? texts[outcome] : null)
}
