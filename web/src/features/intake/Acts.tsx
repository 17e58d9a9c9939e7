/** What can be done with a request now, and why not what cannot. */
import { Button, Textarea, TextInput } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { decide, type Act, type Story, type What } from '~/client/intake'
import { useAct } from '~/ui/useAct'
import classes from './Intake.module.css'
import { MergePicker } from './MergePicker'
import { StartPanel } from './StartPanel'
import { useActNames } from './useIntakeWords'

const FIRST = new Set(['approve', 'accept', 'submit', 'start', 'answer', 'reopen'])

export function Acts({ story }: { story: Story }) {
  const names = useActNames()
  const run = useDecide(story)
  const [open, setOpen] = useState<Act | null>(null)
  const may = story.acts.filter((act) => act.may)
  const blocked = story.acts.filter((act) => !act.may && FIRST.has(act.what))
  const press = (act: Act) => (act.reason || act.what === 'merge' || act.what === 'start' ? setOpen(act) : void run.decide(act.what as What, {}))
  if (story.acts.length === 0) return null
  return (
    <section className={classes.part}>
      <h2>
        <Trans>What to do now</Trans>
      </h2>
      <div className={classes.buttons}>
        {may.map((act) => (
          <Button key={act.what} variant={FIRST.has(act.what) ? 'filled' : 'default'} loading={run.busy} onClick={() => press(act)}>
            {names[act.what]}
          </Button>
        ))}
      </div>
      {open && open.what !== 'start' && <Reason key={open.what} act={open} story={story} run={run} onClose={() => setOpen(null)} />}
      {blocked.map((act) => (
        <p key={act.what} className={classes.dim}>
          <WhyNot act={act} name={names[act.what] ?? act.what} />
        </p>
      ))}
      <StartPanel story={story} opened={open?.what === 'start'} onClose={() => setOpen(null)} />
    </section>
  )
}

function useDecide(story: Story) {
  const { act, busy } = useAct()
  const touched = [['request', story.sheet_id, story.row_id], ['intake'], ['forms', 'asked'], ['expectations']]
  return {
    busy,
    decide: (what: What, more: { reason?: string; into?: { sheet_id: number; row_id: number }; until?: string }) =>
      act(() => decide(story.sheet_id, story.row_id, { what, seen: story.seen, reason: more.reason ?? '', into: more.into ?? null, until: more.until || null }), touched),
  }
}

function Reason({ act, story, run, onClose }: { act: Act; story: Story; run: ReturnType<typeof useDecide>; onClose: () => void }) {
  const { t } = useLingui()
  const names = useActNames()
  const first = useRef<HTMLTextAreaElement>(null)
  const [reason, setReason] = useState('')
  const [until, setUntil] = useState('')
  const [into, setInto] = useState<{ sheet_id: number; row_id: number } | null>(null)
  useEffect(() => first.current?.focus(), [])
  const lacks = (act.reason && !reason.trim()) || (act.what === 'merge' && !into)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!lacks) void run.decide(act.what as What, { reason, until, ...(into ? { into } : {}) })
  }
  const labels: Record<string, string> = { return: t`Your question`, answer: t`Your answer` }
  return (
    <form className={classes.form} onSubmit={submit}>
      {act.what === 'merge' && <MergePicker story={story} onPick={setInto} />}
      <Textarea ref={first} autosize minRows={2} maxLength={5000} label={labels[act.what] ?? t`Reason`} required={act.reason} withAsterisk={false} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      {act.what === 'defer' && <TextInput type="date" label={t`Look at it again on`} value={until} onChange={(event) => setUntil(event.currentTarget.value)} />}
      <div className={classes.buttons}>
        <Button type="submit" loading={run.busy} disabled={lacks}>
          {names[act.what]}
        </Button>
        <Button variant="default" onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </form>
  )
}

function WhyNot({ act, name }: { act: Act; name: string }) {
  const who = act.who.slice(0, 5).join(', ')
  if (act.why === 'authority')
    return who ? (
      <Trans>
        {name}: you have no authority for this here. Who has: <span translate="no">{who}</span>.
      </Trans>
    ) : (
      <Trans>{name}: this is for others to decide.</Trans>
    )
  if (act.why === 'own') return <Trans>{name}: nobody approves their own request.</Trans>
  if (act.why === 'cost') return <Trans>{name}: say first what it costs. How much it is decides who may approve it.</Trans>
  return <Trans>{name}: you may see this, but not change it.</Trans>
}
