/** What the pages behind a link share: a link that does not hold, a failure, a new password. */
import { PasswordInput, type PasswordInputProps } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useErrorText } from '~/ui/errorText'
import { Bone } from '~/ui/States'
import classes from './Join.module.css'

/** The link does not hold, or could not be asked about. */
export function Refused({ error }: { error: unknown }) {
  const text = useErrorText()(error)
  return (
    <div className={classes.form} role="alert">
      <h1>
        <Trans>This link does not open anything</Trans>
      </h1>
      <p>{text}</p>
      <ToSignIn />
    </div>
  )
}

export function ToSignIn() {
  return (
    <Link to="/sign-in">
      <Trans>Go to sign-in</Trans>
    </Link>
  )
}

export function Failure({ error }: { error: unknown }) {
  const text = useErrorText()(error)
  return (
    <div role="alert" className={classes.failure} hidden={!error}>
      {error ? text : ''}
    </div>
  )
}

export function Waiting() {
  return (
    <div className={classes.form} aria-hidden="true">
      <Bone width="60%" height={24} />
      <Bone width="90%" />
      <Bone height={32} />
      <Bone height={32} />
    </div>
  )
}

export function NewPassword(props: PasswordInputProps) {
  const { t } = useLingui()
  return (
    <PasswordInput
      label={t`Password`}
      description={t`At least 12 characters. A few words that only you put together are easy to keep.`}
      autoComplete="new-password"
      minLength={12}
      required
      withAsterisk={false}
      visibilityToggleButtonProps={{ 'aria-label': t`Show the password`, tabIndex: 0 }}
      {...props}
    />
  )
}
