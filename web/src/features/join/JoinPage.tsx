/** Accepting an invitation: what it gives, a name and a password, and one is in. */
import { Button, NativeSelect, Select, TextInput } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { invitationQuery, join, type Invitation } from '~/client/join'
import { sessionQuery } from '~/client/queries'
import { signIn } from '~/client/signIn'
import { chooseLocale } from '~/lib/i18n'
import { useWhen } from '~/lib/useWhen'
import { ownZone, zones } from '~/lib/zones'
import { useRightsWords } from '~/ui/rights/words'
import { OpenPage } from '~/ui/OpenPage'
import { Failure, NewPassword, Refused, Waiting } from './Parts'
import classes from './Join.module.css'
import { useAttempt } from './useAttempt'

const route = getRouteApi('/join/$token')

export function JoinPage() {
  const { t } = useLingui()
  const { token } = route.useParams()
  const found = useQuery(invitationQuery(token))
  return <OpenPage width={420} title={t`Join`}>{found.isError ? <Refused error={found.error} /> : found.data ? <JoinForm token={token} invitation={found.data} /> : <Waiting />}</OpenPage>
}

function JoinForm({ token, invitation }: { token: string; invitation: Invitation }) {
  const { t, i18n } = useLingui()
  const router = useRouter()
  const signedIn = useQuery(sessionQuery).data?.person
  const [name, setName] = useState(invitation.name)
  const [zone, setZone] = useState(ownZone())
  const [password, setPassword] = useState('')
  const locale = i18n.locale === 'de' ? 'de' : 'en'
  const { busy, error, submit } = useAttempt(async () => {
    await join(token, { name: name.trim(), locale, zone, password })
    const outcome = await signIn(invitation.email, password)
    router.history.push(outcome === 'in' ? '/' : '/sign-in')
  })
  return (
    <form onSubmit={submit} className={classes.form}>
      <Promises invitation={invitation} />
      {signedIn && <p className={classes.dim}>{t`You are signed in as ${signedIn.name} in this browser. Joining signs you in as ${invitation.email} instead.`}</p>}
      <Failure error={error} />
      <TextInput label={t`Your name`} autoComplete="name" required withAsterisk={false} maxLength={200} data-autofocus value={name} onChange={(event) => setName(event.currentTarget.value)} />
      <input type="email" name="email" autoComplete="username" value={invitation.email} readOnly hidden />
      <NewPassword value={password} onChange={(event) => setPassword(event.currentTarget.value)} />
      <NativeSelect label={t`Language`} translate="no" labelProps={{ translate: 'yes' }} value={locale} data={[{ value: 'en', label: 'English' }, { value: 'de', label: 'Deutsch' }]} onChange={(event) => void chooseLocale(event.currentTarget.value as 'en' | 'de')} />
      <Select label={t`Time zone`} searchable allowDeselect={false} data={[...zones()]} value={zone} onChange={(next) => next && setZone(next)} translate="no" labelProps={{ translate: 'yes' }} nothingFoundMessage={t`No time zone has this name.`} />
      <Button type="submit" loading={busy} fullWidth disabled={!name.trim() || !password}>
        <Trans>Join</Trans>
      </Button>
    </form>
  )
}

function Promises({ invitation }: { invitation: Invitation }) {
  const { t } = useLingui()
  const words = useRightsWords()
  const when = useWhen()
  const told = invitation.promises.map((one) => {
    if (one.group_name) return t`a place in the group ${one.group_name}`
    const role = words.role(one.role ?? '', one.role_name ?? '')
    return one.node_name ? t`${role} at ${one.node_name}` : role
  })
  return (
    <>
      <h1>{t`Join ${invitation.organisation}`}</h1>
      <p>
        {invitation.invited_by ? t`${invitation.invited_by} invites ${invitation.email} to plan and follow projects here:` : t`You, ${invitation.email}, are invited to plan and follow projects here:`}
      </p>
      <ul className={classes.promises}>
        {told.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <p className={classes.dim}>{t`The invitation holds until ${when.day(invitation.expires_at)}.`}</p>
    </>
  )
}
