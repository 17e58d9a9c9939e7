/** Asking for a link by mail to set a new password. The answer never says whether the address is known. */
import { Button, TextInput } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { askForPasswordLink } from '~/client/join'
import { OpenPage } from '~/ui/OpenPage'
import { Failure, ToSignIn } from './Parts'
import classes from './Join.module.css'
import { useAttempt } from './useAttempt'

export function ForgottenPage() {
  const { t } = useLingui()
  const [email, setEmail] = useState('')
  const [sent, setSent] = useState(false)
  const { busy, error, submit } = useAttempt(async () => {
    await askForPasswordLink(email.trim())
    setSent(true)
  })
  return (
    <OpenPage width={420} title={t`Forgotten password`}>
      {sent ? (
        <div className={classes.form} role="status">
          <h1>{t`Look into your mail`}</h1>
          <p>{t`If ${email.trim()} is known here, a link is on its way. It works once, for a day. Look into the spam folder too.`}</p>
          <ToSignIn />
        </div>
      ) : (
        <form onSubmit={submit} className={classes.form}>
          <h1>{t`Forgotten password`}</h1>
          <p>{t`You get a link by mail, by which you set a new one.`}</p>
          <Failure error={error} />
          <TextInput label={t`E-mail`} type="email" autoComplete="username" required withAsterisk={false} maxLength={254} value={email} onChange={(event) => setEmail(event.currentTarget.value)} />
          <Button type="submit" loading={busy} fullWidth>
            <Trans>Send me a link</Trans>
          </Button>
          <ToSignIn />
        </form>
      )}
    </OpenPage>
  )
}
