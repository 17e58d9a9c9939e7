/** Setting up the app: a picture to photograph, the same secret to type, and the first code as the proof that it works. */
import { Button, TextInput } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { switchOnFactor, type NewFactor } from '~/client/account'
import { CopyLine } from '~/ui/CopyLine'
import classes from './Account.module.css'
import { QrCode } from './QrCode'

interface FactorSetupProps {
  factor: NewFactor
  surely: <T>(work: () => Promise<T>) => Promise<T | undefined>
  done: () => void
  cancel: () => void
}

export function FactorSetup({ factor, surely, done, cancel }: FactorSetupProps) {
  const { t } = useLingui()
  const [code, setCode] = useState('')
  const [busy, setBusy] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    const kept = await surely(() => switchOnFactor(code.replace(/\s/g, '')))
    setBusy(false)
    if (kept) done()
  }
  return (
    <div className={classes.setup}>
      <QrCode text={factor.totp_url} label={t`QR code for your authenticator app`} />
      <form className={classes.form} onSubmit={(event) => void submit(event)}>
        <p>
          <Trans>Scan the picture with an authenticator app on your phone, or enter this secret there:</Trans>
        </p>
        <CopyLine text={factor.secret} label={t`Secret for your authenticator app`} />
        <TextInput ref={input} label={t`Code that the app shows`} inputMode="numeric" autoComplete="one-time-code" required withAsterisk={false} maxLength={12} value={code} onChange={(event) => setCode(event.currentTarget.value)} />
        <div className={classes.buttons}>
          <Button type="submit" loading={busy} disabled={!code.trim()}>
            <Trans>Switch it on</Trans>
          </Button>
          <Button variant="subtle" color="gray" onClick={cancel}>
            <Trans>Leave it off</Trans>
          </Button>
        </div>
      </form>
    </div>
  )
}
