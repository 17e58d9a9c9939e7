/** Invitations that were sent: who has not come yet, a new link for them, or none any more. */
import { Button, Checkbox } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { invitesQuery, renewInvite, revokeInvite, type Invite, type Invited } from '~/client/people'
import { useWhen } from '~/lib/useWhen'
import { CopyLine } from '~/ui/CopyLine'
import { useRightsWords } from '~/ui/rights/words'
import { EmptyState, ErrorState } from '~/ui/States'
import { useAct } from '~/ui/useAct'
import { useAsk } from '~/ui/useAsk'
import { Bones } from './Directory'
import classes from './People.module.css'
import { usePeopleSearch } from './usePeople'

export function Invites() {
  const { t } = useLingui()
  const [, change] = usePeopleSearch()
  const [all, setAll] = useState(false)
  const found = useQuery(invitesQuery)
  if (found.isError) return <ErrorState error={found.error} retry={() => void found.refetch()} />
  if (!found.data) return <Bones />
  const waiting = found.data.items.filter((item) => item.state === 'open' || item.state === 'expired')
  const shown = all ? found.data.items : waiting
  return (
    <>
      {found.data.items.length > waiting.length && (
        <div className={classes.bar}>
          <Checkbox label={t`Also accepted and revoked ones`} checked={all} onChange={(event) => setAll(event.currentTarget.checked)} />
        </div>
      )}
      {shown.length > 0 ? (
        <ul className={classes.list} aria-label={t`Invitations`}>
          {shown.map((item) => (
            <Line key={item.id} item={item} mail={found.data.mail} />
          ))}
        </ul>
      ) : (
        <EmptyState
          title={<Trans>No invitation is open</Trans>}
          action={
            <Button variant="default" onClick={() => change({ invite: 0 })}>
              <Trans>Invite people</Trans>
            </Button>
          }
        >
          <Trans>Who was invited and has not come yet stands here, until they accept or their link runs out.</Trans>
        </EmptyState>
      )}
    </>
  )
}

function Line({ item, mail }: { item: Invite; mail: boolean }) {
  const { t } = useLingui()
  const when = useWhen()
  const ask = useAsk()
  const { act, busy } = useAct()
  const [renewed, setRenewed] = useState<Invited | null>(null)
  const name = item.name || item.email
  const renew = async () => {
    const made = await act(() => renewInvite(item.id, mail), [['invites']])
    if (made) setRenewed(made.answer)
  }
  const revoke = async () => {
    const sure = await ask({ title: t`Revoke the invitation of ${name}?`, text: t`The link that they have stops working. You can invite them again.`, yes: t`Revoke it` })
    if (sure) await act(() => revokeInvite(item.id), [['invites']], t`The invitation of ${name} was revoked.`)
  }
  const open = item.state === 'open' || item.state === 'expired'
  return (
    <li className={classes.item}>
      <div className={classes.main}>
        <span translate="no">{item.name ? `${item.name} <${item.email}>` : item.email}</span> <State state={item.state} />
        <p className={classes.dim}>
          {item.by ? t`Sent by ${item.by.name} on ${when.day(item.at)}` : t`Sent on ${when.day(item.at)}`} · {item.state === 'open' ? t`holds until ${when.day(item.expires_at)}` : t`held until ${when.day(item.expires_at)}`}
        </p>
      </div>
      <Promises item={item} />
      {open && (
        <span className={classes.actions}>
          <Button size="compact-sm" variant="default" loading={busy} aria-label={mail ? t`Send again to ${name}` : t`New link for ${name}`} onClick={() => void renew()}>
            {mail ? <Trans>Send again</Trans> : <Trans>New link</Trans>}
          </Button>
          <Button size="compact-sm" variant="subtle" color="gray" aria-label={t`Revoke the invitation of ${name}`} onClick={() => void revoke()}>
            <Trans>Revoke</Trans>
          </Button>
        </span>
      )}
      {renewed?.link && (
        <div style={{ flexBasis: '100%' }} role="status">
          <p className={classes.dim}>
            <Trans>A new link, shown this once; the old one works no more.</Trans> {renewed.mailed === true && <Trans>A mail with it is on its way.</Trans>}
            {renewed.mailed === false && <Trans>The mail could not be sent: copy the link and send it yourself.</Trans>}
          </p>
          <CopyLine text={renewed.link} label={t`Link for ${item.email}`} />
        </div>
      )}
    </li>
  )
}

function State({ state }: { state: Invite['state'] }) {
  const { t } = useLingui()
  const known = { open: [t`Open`, 'grey'], expired: [t`Run out`, 'amber'], accepted: [t`Accepted`, 'green'], revoked: [t`Revoked`, 'grey'] } as const
  const [word, tone] = known[state]
  return (
    <span className={classes.chip} data-tone={tone}>
      {word}
    </span>
  )
}

function Promises({ item }: { item: Invite }) {
  const { t } = useLingui()
  const words = useRightsWords()
  const told = item.promises.map((one) => {
    if (one.group_name) return t`group ${one.group_name}`
    const role = words.role(one.role ?? '', one.role_name ?? '')
    return one.node_name ? t`${role} at ${one.node_name}` : role
  })
  return <span className={classes.wide}>{told.join(', ')}</span>
}
