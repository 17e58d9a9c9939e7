/** Access tokens: how a program acts for oneself, with as little as it needs. */
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { createToken, revokeToken, tokensQuery, type Scope } from '~/client/account'
import { useWhen } from '~/lib/useWhen'
import { CopyLine } from '~/ui/CopyLine'
import { ErrorState } from '~/ui/States'
import { useAct } from '~/ui/useAct'
import { useAsk } from '~/ui/useAsk'
import classes from './Account.module.css'

const DAY = 86_400_000

export function Tokens() {
  const { t } = useLingui()
  const found = useQuery(tokensQuery)
  const [made, setMade] = useState<{ name: string; token: string } | null>(null)
  const items = found.data?.items ?? []
  return (
    <section className={classes.section} aria-label={t`Access tokens`}>
      <h2>
        <Trans>Access tokens</Trans>
      </h2>
      <p className={classes.dim}>
        <Trans>A program that shows a token may do what you may do, within what the token allows. Give each program its own.</Trans>
      </p>
      {found.isError && <ErrorState error={found.error} />}
      {made && (
        <div className={classes.note} role="status">
          <p>{t`The token ${made.name} is shown this once. Put it where the program reads it.`}</p>
          <CopyLine text={made.token} label={t`Token ${made.name}`} />
          <div>
            <Button size="xs" onClick={() => setMade(null)}>
              <Trans>I have kept it</Trans>
            </Button>
          </div>
        </div>
      )}
      {items.length > 0 && (
        <ul className={classes.list}>
          {items.map((token) => (
            <Line key={token.id} token={token} />
          ))}
        </ul>
      )}
      <NewToken done={setMade} />
    </section>
  )
}

function Line({ token }: { token: { id: number; name: string; scopes: string[]; expires_at: string | null; last_used_at: string | null } }) {
  const { t } = useLingui()
  const when = useWhen()
  const ask = useAsk()
  const { act } = useAct()
  const revoke = async () => {
    const sure = await ask({ title: t`Revoke the token ${token.name}?`, text: t`The program that uses it is refused from now on.`, yes: t`Revoke it` })
    if (sure) await act(() => revokeToken(token.id), [['tokens']])
  }
  const told = [
    token.scopes.includes('write') ? t`reads and writes` : t`only reads`,
    token.expires_at ? t`until ${when.day(token.expires_at)}` : t`until it is revoked`,
    token.last_used_at ? t`last used ${when.day(token.last_used_at)}` : t`never used`,
  ]
  return (
    <li className={classes.item}>
      <div className={classes.main}>
        <span translate="no">{token.name}</span>
        <p>{told.join(' · ')}</p>
      </div>
      <Button size="compact-sm" variant="default" aria-label={t`Revoke the token ${token.name}`} onClick={() => void revoke()}>
        <Trans>Revoke</Trans>
      </Button>
    </li>
  )
}

function NewToken({ done }: { done: (made: { name: string; token: string }) => void }) {
  const { t } = useLingui()
  const { act, busy } = useAct()
  const [name, setName] = useState('')
  const [scope, setScope] = useState<'read' | 'both'>('read')
  const [days, setDays] = useState('90')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const scopes: Scope[] = scope === 'read' ? ['read'] : ['read', 'write']
    const expires = days ? new Date(Date.now() + Number(days) * DAY).toISOString() : null
    const made = await act(() => createToken(name.trim(), scopes, expires), [['tokens']])
    if (!made) return
    done({ name: name.trim(), token: made.answer.token })
    setName('')
  }
  return (
    <form className={classes.fields} onSubmit={(event) => void submit(event)} aria-label={t`A new token`}>
      <TextInput label={t`Name of the program`} required withAsterisk={false} maxLength={100} value={name} onChange={(event) => setName(event.currentTarget.value)} />
      <NativeSelect label={t`It may`} value={scope} data={[{ value: 'read', label: t`only read` }, { value: 'both', label: t`read and write` }]} onChange={(event) => setScope(event.currentTarget.value === 'both' ? 'both' : 'read')} />
      <NativeSelect
        label={t`It holds for`}
        value={days}
        data={[
          { value: '30', label: t`30 days` },
          { value: '90', label: t`90 days` },
          { value: '365', label: t`a year` },
          { value: '', label: t`until it is revoked` },
        ]}
        onChange={(event) => setDays(event.currentTarget.value)}
      />
      <div style={{ alignSelf: 'end' }}>
        <Button type="submit" variant="default" loading={busy} disabled={!name.trim()}>
          <Trans>Make a token</Trans>
        </Button>
      </div>
    </form>
  )
}
