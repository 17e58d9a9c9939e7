/** Ask not to be held to something for a while: for a reason, up to a day. */
import { Button, Textarea, TextInput } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState, type FormEvent } from 'react'
import { askForWaiver, touched, type Finding } from '~/client/findings'
import { SidePanel } from '~/ui/SidePanel'
import { useAct } from '~/ui/useAct'
import classes from './Findings.module.css'
import { useSentence } from './words'

export function AskPanel({ finding, opened, onClose }: { finding: Finding; opened: boolean; onClose: () => void }) {
  const { t } = useLingui()
  const sentence = useSentence()
  const { act, busy } = useAct()
  const [reason, setReason] = useState('')
  const [until, setUntil] = useState('')
  const ask = async (event: FormEvent) => {
    event.preventDefault()
    const asked = await act(() => askForWaiver(finding.node_id, { key: finding.key, reason, until }), touched(finding.node_id), t`The waiver was asked for.`)
    if (asked) onClose()
  }
  return (
    <SidePanel title={<Trans>Ask for a waiver</Trans>} opened={opened} onClose={onClose}>
      <form className={classes.form} onSubmit={(event) => void ask(event)}>
        <p>
          <strong translate="no">{finding.project}</strong>: {sentence(finding)}
        </p>
        <Textarea label={t`Why it should not be asked of this project`} autosize minRows={3} maxLength={2000} required data-autofocus value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
        <TextInput type="date" label={t`Up to and with`} required value={until} onChange={(event) => setUntil(event.currentTarget.value)} />
        <p className={classes.dim}>
          <Trans>Somebody with the authority decides. While a waiver holds, the finding is marked and not counted; afterwards it counts again.</Trans>
        </p>
        <div className={classes.buttons}>
          <Button type="submit" loading={busy} disabled={!reason.trim() || !until}>
            <Trans>Ask for the waiver</Trans>
          </Button>
        </div>
      </form>
    </SidePanel>
  )
}
