/** Changing one's password: the current one, a new one, and every other session ends. */
import { Button, PasswordInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState, type FormEvent } from 'react'
import { changePassword } from '~/client/account'
import { queryClient } from '~/client/queries'
import classes from './Account.module.css'
import type { Me } from './Profile'
import { useRefusalText } from './refusalText'

export function Password({ me }: { me: Me }) {
  const { t } = useLingui()
  const [opened, setOpened] = useState(false)
  return (
    <section className={classes.section} aria-label={t`Password`}>
      <h2>
        <Trans>Password</Trans>
      </h2>
      {!me.password && (
        <p className={classes.dim}>
          <Trans>You sign in through another place and have no password here.</Trans>
        </p>
      )}
      {opened ? (
        <PasswordForm me={me} onClose={() => setOpened(false)} />
      ) : (
        <div>
          <Button variant="default" onClick={() => setOpened(true)}>
            {me.password ? <Trans>Change the password</Trans> : <Trans>Set a password</Trans>}
          </Button>
        </div>
      )}
    </section>
  )
}

function PasswordForm({ me, onClose }: { me: Me; onClose: () => void }) {
  const { t } = useLingui()
  const refusalText = useRefusalText()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const show = { 'aria-label': t`Show the password`, tabIndex: 0 }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(null)
    try {
      await changePassword(current, next)
      await queryClient.invalidateQueries({ queryKey: ['session'] })
      void queryClient.invalidateQueries({ queryKey: ['sessions'] })
      notifications.show({ message: t`The password was changed. All your other sessions have ended.`, color: 'gray', withBorder: true })
      onClose()
    } catch (refused) {
      setError(refused)
    }
    setBusy(false)
  }
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)}>
      <div role="alert" className={classes.failure} hidden={!error}>
        {error ? refusalText(error) : ''}
      </div>
      <input type="email" autoComplete="username" value={me.email} readOnly hidden />
      {me.password && <PasswordInput label={t`Current password`} autoComplete="current-password" required withAsterisk={false} value={current} onChange={(event) => setCurrent(event.currentTarget.value)} visibilityToggleButtonProps={show} />}
      <PasswordInput
        label={t`New password`}
        description={t`At least 12 characters. A few words that only you put together are easy to keep.`}
        autoComplete="new-password"
        required
        withAsterisk={false}
        value={next}
        onChange={(event) => setNext(event.currentTarget.value)}
        visibilityToggleButtonProps={show}
      />
      <div className={classes.buttons}>
        <Button type="submit" loading={busy} disabled={!next}>
          {me.password ? <Trans>Change the password</Trans> : <Trans>Set a password</Trans>}
        </Button>
        <Button variant="subtle" color="gray" onClick={onClose}>
          <Trans>Leave it as it is</Trans>
        </Button>
      </div>
    </form>
  )
}
