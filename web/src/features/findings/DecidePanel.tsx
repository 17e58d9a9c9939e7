/** Decide on a waiver, once: grant it up to a day, or refuse it with the reason. */
import { Button, Textarea, TextInput } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { decideWaiver, touched, type Waiver } from '~/client/findings'
import { SidePanel } from '~/ui/SidePanel'
import { useAct } from '~/ui/useAct'
import classes from './Findings.module.css'
import { useTold } from './words'

export function DecidePanel({ waiver, opened, onClose }: { waiver: Waiver; opened: boolean; onClose: () => void }) {
  const { t } = useLingui()
  const told = useTold()
  const { act, busy } = useAct()
  const [reason, setReason] = useState('')
  const [until, setUntil] = useState(waiver.wanted_until)
  const decide = async (grant: boolean) => {
    const body = { grant, reason, until: grant ? until : null }
    const done = await act(() => decideWaiver(waiver.id, body), touched(waiver.node_id), grant ? t`The waiver was granted.` : t`The waiver was refused.`)
    if (done) onClose()
  }
  return (
    <SidePanel title={<Trans>Decide on a waiver</Trans>} opened={opened} onClose={onClose}>
      <div className={classes.form}>
        <p>
          <strong translate="no">{waiver.project}</strong>: {told(waiver.asks?.title) || waiver.key}
        </p>
        {waiver.asks && <p className={classes.dim}>{told(waiver.asks.why)}</p>}
        <p dir="auto" translate="no">
          {waiver.reason}
        </p>
        <TextInput type="date" label={t`Grant it up to and with`} value={until} onChange={(event) => setUntil(event.currentTarget.value)} />
        <Textarea label={t`Reason`} description={t`Needed where you refuse it.`} autosize minRows={2} maxLength={2000} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
        <div className={classes.buttons}>
          <Button loading={busy} disabled={!until} onClick={() => void decide(true)}>
            <Trans>Grant it</Trans>
          </Button>
          <Button variant="default" loading={busy} disabled={!reason.trim()} onClick={() => void decide(false)}>
            <Trans>Refuse it</Trans>
          </Button>
        </div>
      </div>
    </SidePanel>
  )
}
