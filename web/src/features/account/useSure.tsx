/** Some things the server does only for who has shown in the last minutes that it is still they: a password or a code, asked for in place. */
import { Button, PasswordInput, TextInput } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useCallback, useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react'
import { confirmByCode, confirmByPassword, wantsToBeSure } from '~/client/account'
import classes from './Account.module.css'
import type { Me } from './Profile'
import { useRefusalText } from './refusalText'

/** allauth remembers for five minutes; asked again a little earlier than it would. */
const REMEMBERED_FOR = 4 * 60_000
let confirmedAt = -Infinity

interface Sure {
  /** Asks before anything is begun, unless it was answered just now. */
  beSure: () => Promise<boolean>
  /** Runs it; where the server wants to be sure, asks and runs it once more. */
  surely: <T>(work: () => Promise<T>) => Promise<T | undefined>
  /** The question, or what went wrong: it stands in the section. */
  asked: ReactNode
  asking: boolean
}

export function useSure(me: Me): Sure {
  const refusalText = useRefusalText()
  const [error, setError] = useState<unknown>(null)
  const [resume, setResume] = useState<((confirmed: boolean) => void) | null>(null)
  const question = useCallback(async () => {
    const confirmed = await new Promise<boolean>((resolve) => setResume(() => resolve))
    setResume(null)
    if (confirmed) confirmedAt = performance.now()
    return confirmed
  }, [])
  const beSure = useCallback(async () => {
    setError(null)
    return (!me.password && !me.second_factor) || performance.now() - confirmedAt < REMEMBERED_FOR || question()
  }, [me.password, me.second_factor, question])
  const surely = useCallback(async <T,>(work: () => Promise<T>): Promise<T | undefined> => {
    setError(null)
    try {
      return await work()
    } catch (refused) {
      if (!wantsToBeSure(refused)) return void setError(refused)
    }
    if (!(await question())) return undefined
    return await work().catch((refused: unknown) => void setError(refused))
  }, [question])
  const asked = resume ? (
    <Confirm me={me} done={resume} />
  ) : error ? (
    <div role="alert" className={classes.failure}>
      {refusalText(error)}
    </div>
  ) : null
  return { beSure, surely, asked, asking: resume !== null }
}

function Confirm({ me, done }: { me: Me; done: (confirmed: boolean) => void }) {
  const { t } = useLingui()
  const refusalText = useRefusalText()
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<unknown>(null)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    try {
      await (me.password ? confirmByPassword(typed) : confirmByCode(typed.replace(/\s/g, '')))
      done(true)
    } catch (refused) {
      setError(refused)
    }
  }
  const field = { value: typed, required: true, withAsterisk: false, ref: input, onChange: (event: { currentTarget: { value: string } }) => setTyped(event.currentTarget.value) }
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)} aria-label={t`Confirm that it is you`}>
      <p>
        <Trans>This changes how you sign in. Confirm that it is you.</Trans>
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
