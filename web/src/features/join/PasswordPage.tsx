/** Setting a password by a link that somebody sent, or by a mail that one asked for. */
import { Button } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { passwordLinkQuery, setPasswordByLink } from '~/client/join'
import { signIn } from '~/client/signIn'
import { OpenPage } from '~/ui/OpenPage'
import { Failure, NewPassword, Refused, Waiting } from './Parts'
import classes from './Join.module.css'
import { useAttempt } from './useAttempt'

const route = getRouteApi('/password/$token')

export function PasswordPage() {
  const { t } = useLingui()
  const { token } = route.useParams()
  const found = useQuery(passwordLinkQuery(token))
  return <OpenPage width={420} title={t`Set a password`}>{found.isError ? <Refused error={found.error} /> : found.data ? <PasswordForm token={token} name={found.data.name} email={found.data.email} /> : <Waiting />}</OpenPage>
}

function PasswordForm({ token, name, email }: { token: string; name: string; email: string }) {
  const { t } = useLingui()
  const router = useRouter()
  const [password, setPassword] = useState('')
  const { busy, error, submit } = useAttempt(async () => {
    await setPasswordByLink(token, password)
    const outcome = await signIn(email, password)
    router.history.push(outcome === 'in' ? '/' : '/sign-in')
  })
  return (
    <form onSubmit={submit} className={classes.form}>
      <h1>{t`Set a password`}</h1>
      <p>{t`For ${name}, ${email}. All your sessions on other devices end.`}</p>
      <Failure error={error} />
      <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
      <NewPassword value={password} onChange={(event) => setPassword(event.currentTarget.value)} />
      <Button type="submit" loading={busy} fullWidth disabled={!password}>
        <Trans>Set it and sign in</Trans>
      </Button>
    </form>
  )
}
