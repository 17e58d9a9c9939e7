/** Some things the server does only for who has shown in the last minutes that it is still they: a password or a code, asked for in place. */
import { Button, PasswordInput, TextInput } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useCallback, useState, type FormEvent, type ReactNode } from 'react'
import { confirmByCode, confirmByPassword, wantsToBeSure } from '~/client/account'
import classes from './Account.module.css'
import type { Me } from './Profile'
import { useRefusalText } from './refusalText'

interface Sure {
  /** Runs it; where the server wants to be sure, asks and runs it once more. */
  surely: <T>(work: () => Promise<T>) => Promise<T | undefined>
  /** The question, or what went wrong: it stands in the section. */
  asked: ReactNode
}

export function useSure(me: Me): Sure {
  const refusalText = useRefusalText()
  const [error, setError] = useState<unknown>(null)
  const [resume, setResume] = useState<((confirmed: boolean) => void) | null>(null)
  const surely = useCallback(async <T,>(work: () => Promise<T>): Promise<T | undefined> => {
    setError(null)
    try {
      return await work()
    } catch (refused) {
      if (!wantsToBeSure(refused)) return void setError(refused)
    }
    const confirmed = await new Promise<boolean>((resolve) => setResume(() => resolve))
    setResume(null)
    if (!confirmed) return undefined
    return await work().catch((refused: unknown) => void setError(refused))
  }, [])
  const asked = resume ? (
    <Confirm me={me} done={resume} />
  ) : error ? (
    <div role="alert" className={classes.failure}>
      {refusalText(error)}
    </div>
  ) : null
  return { surely, asked }
}

function Confirm({ me, done }: { me: Me; done: (confirmed: boolean) => void }) {
  const { t } = useLingui()
  const refusalText = useRefusalText()
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<unknown>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    try {
      await (me.password ? confirmByPassword(typed) : confirmByCode(typed.replace(/\s/g, '')))
      done(true)
    } catch (refused) {
      setError(refused)
    }
  }
  const field = { value: typed, required: true, withAsterisk: false, 'data-autofocus': true, onChange: (event: { currentTarget: { value: string } }) => setTyped(event.currentTarget.value) }
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)} aria-label={t`Confirm that it is you`}>
      <p>
        <Trans>You signed in some time ago. Confirm that it is you.</Trans>
      </p>
      <div role="alert" className={classes.failure} hidden={!error}>
        {error ? refusalText(error) : ''}
      </div>
      {me.password ? (
        <PasswordInput {...field} label={t`Your password`} autoComplete="current-password" visibilityToggleButtonProps={{ 'aria-label': t`Show the password`, tabIndex: 0 }} />
      ) : (
        <TextInput {...field} label={t`Code from your authenticator app`} autoComplete="one-time-code" />
      )}
      <div className={classes.buttons}>
        <Button type="submit">
          <Trans>Confirm</Trans>
        </Button>
        <Button variant="subtle" color="gray" onClick={() => done(false)}>
          <Trans>Leave it as it is</Trans>
        </Button>
      </div>
    </form>
  )
}
