/** Ask not to be held to something for a while. */
import { Button, Textarea, TextInput } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState, type FormEvent } from 'react'
import { askForWaiver, touched } from '~/client/findings'
import { useAct } from '~/ui/useAct'
import classes from './Home.module.css'

export function WaiverForm({ nodeId, rule }: { nodeId: number; rule: string }) {
  const { t } = useLingui()
  const [reason, setReason] = useState('')
  const [until, setUntil] = useState('')
  const { act, busy } = useAct()
  const send = (event: FormEvent) => {
    event.preventDefault()
    void act(() => askForWaiver(nodeId, { key: rule, reason, until }), touched(nodeId), t`The waiver was asked for.`)
  }
  return (
    <details className={classes.waiver}>
      <summary>
        <Trans>Ask for a waiver</Trans>
      </summary>
      <form className={classes.part} onSubmit={send}>
        <Textarea label={t`Why it should not be asked here`} autosize minRows={2} maxLength={2000} required value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
        <TextInput type="date" label={t`Up to and with`} required value={until} onChange={(event) => setUntil(event.currentTarget.value)} />
        <div>
          <Button type="submit" variant="default" loading={busy} disabled={!reason.trim() || !until}>
            <Trans>Ask for it</Trans>
          </Button>
        </div>
      </form>
    </details>
  )
}
