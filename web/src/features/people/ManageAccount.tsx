/** What who manages people may do for an account: a password link, sessions, a lost second factor, tokens. */
import { Button } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { endSessionsOf, makePasswordLink, revokeTokenOf, switchOffFactorOf, tokensOfQuery, type PersonDetail } from '~/client/people'
import { useWhen } from '~/lib/useWhen'
import { CopyLine } from '~/ui/CopyLine'
import { useAct } from '~/ui/useAct'
import { useAsk } from '~/ui/useAsk'
import classes from './People.module.css'

type Account = NonNullable<PersonDetail['account']>

export function ManageAccount({ person, account }: { person: PersonDetail; account: Account }) {
  const { t } = useLingui()
  const ask = useAsk()
  const { act } = useAct()
  const touched = [['person', person.id]]
  const signOut = async () => {
    const sure = await ask({ title: t`Sign ${person.name} out everywhere?`, text: t`All their windows ask for the password again. What they have not saved is lost.`, yes: t`Sign them out` })
    if (sure) await act(() => endSessionsOf(person.id), touched, t`${person.name} is signed out everywhere.`)
  }
  const factorOff = async () => {
    const sure = await ask({ title: t`Switch off the second factor of ${person.name}?`, text: t`Their password alone lets them in, until they set up a new one. Make sure that it is they who ask.`, yes: t`Switch it off` })
    if (sure) await act(() => switchOffFactorOf(person.id), touched, t`The second factor of ${person.name} is off.`)
  }
  return (
    <section className={classes.section}>
      <h2>
        <Trans>Help them in</Trans>
      </h2>
      <PasswordLink person={person} />
      <div className={classes.buttons}>
        <Button size="xs" variant="default" onClick={() => void signOut()}>
          <Trans>Sign out everywhere</Trans>
        </Button>
        {account.second_factor && (
          <Button size="xs" variant="default" onClick={() => void factorOff()}>
            <Trans>Switch off the second factor</Trans>
          </Button>
        )}
      </div>
      <Tokens person={person} />
    </section>
  )
}

function PasswordLink({ person }: { person: PersonDetail }) {
  const { t } = useLingui()
  const when = useWhen()
  const { act, busy } = useAct()
  const [made, setMade] = useState<{ link: string; expires_at: string } | null>(null)
  const make = async () => {
    const found = await act(() => makePasswordLink(person.id), [['person', person.id]])
    if (found) setMade(found.answer)
  }
  const until = made ? when.moment(made.expires_at) : ''
  return (
    <div className={classes.form} style={{ gap: 8 }}>
      <div>
        <Button size="xs" variant="default" loading={busy} onClick={() => void make()}>
          <Trans>Make a password link</Trans>
        </Button>
      </div>
      {made && (
        <div role="status">
          <p className={classes.dim}>
            <Trans>Send it to {person.name}. It works once, until {until}, and is shown this once.</Trans>
          </p>
          <CopyLine text={made.link} label={t`Password link for ${person.name}`} />
        </div>
      )}
    </div>
  )
}

function Tokens({ person }: { person: PersonDetail }) {
  const { t } = useLingui()
  const when = useWhen()
  const ask = useAsk()
  const { act } = useAct()
  const tokens = useQuery(tokensOfQuery(person.id)).data?.items ?? []
  if (tokens.length === 0) return null
  const revoke = async (id: number, name: string) => {
    const sure = await ask({ title: t`Revoke the token ${name}?`, text: t`The program that uses it is refused from now on.`, yes: t`Revoke it` })
    if (sure) await act(() => revokeTokenOf(person.id, id), [['person', person.id]])
  }
  return (
    <>
      <h3>
        <Trans>Access tokens</Trans>
      </h3>
      <ul className={classes.tree}>
        {tokens.map((token) => (
          <li key={token.id} className={classes.item}>
            <span className={classes.main}>
              <span translate="no">{token.name}</span>
              <p className={classes.dim}>{token.last_used_at ? t`last used ${when.day(token.last_used_at)}` : t`never used`}</p>
            </span>
            <Button size="compact-sm" variant="subtle" color="gray" aria-label={t`Revoke the token ${token.name}`} onClick={() => void revoke(token.id, token.name)}>
              <Trans>Revoke</Trans>
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
