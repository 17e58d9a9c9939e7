/** Check-ins of a project's manager and its partner: set, held with notes, agreed by the other. */
import { Button, Textarea, TextInput } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { answerCheckIn, dropCheckIn, holdCheckIn, setCheckIn, type Answerable, type CheckIn } from '~/client/offices'
import { useFormat } from '~/lib/useFormat'
import { Markdown } from '~/ui/Markdown'
import { useAct } from '~/ui/useAct'
import classes from './office.module.css'
import { touchedBy } from './touched'

const SHOWN = 4

export function CheckIns({ projectId, found }: { projectId: number; found: Answerable }) {
  const { t } = useLingui()
  const [all, setAll] = useState(false)
  const shown = all ? found.check_ins : found.check_ins.slice(0, SHOWN)
  return (
    <>
      <h3>
        <Trans>Check-ins</Trans>
      </h3>
      {found.check_ins.length === 0 && (
        <p className={classes.dim}>
          <Trans>None yet. Manager and partner meet, one writes down what was said, the other agrees.</Trans>
        </p>
      )}
      <ul className={classes.list} aria-label={t`Check-ins`}>
        {shown.map((one) => (
          <One key={one.id} projectId={projectId} one={one} />
        ))}
      </ul>
      {!all && found.check_ins.length > SHOWN && (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
          <Trans>Show all {found.check_ins.length}</Trans>
        </Button>
      )}
      {found.may_check_in && <Next projectId={projectId} />}
    </>
  )
}

function Next({ projectId }: { projectId: number }) {
  const { t } = useLingui()
  const { act, busy } = useAct()
  const [due, setDue] = useState('')
  const keep = async () => {
    if (await act(() => setCheckIn(projectId, due), touchedBy(projectId))) setDue('')
  }
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (due) void keep()
      }}
    >
      <TextInput type="date" label={t`Next check-in`} value={due} onChange={(event) => setDue(event.currentTarget.value)} />
      <Button type="submit" variant="default" loading={busy} disabled={!due}>
        <Trans>Set the check-in</Trans>
      </Button>
    </form>
  )
}

function One({ projectId, one }: { projectId: number; one: CheckIn }) {
  const format = useFormat()
  const { act } = useAct()
  return (
    <li>
      <div className={classes.row}>
        <strong>{format.date(one.due)}</strong>
        <State one={one} />
        {one.mine === 'hold' && (
          <Button variant="subtle" size="compact-sm" onClick={() => void act(() => dropCheckIn(one.id), touchedBy(projectId))}>
            <Trans>Drop it</Trans>
          </Button>
        )}
      </div>
      {one.notes && <Markdown text={one.notes} level={4} />}
      {one.answer && (
        <p className={classes.text}>
          <span translate="no">{one.answered_by}</span>: {one.answer}
        </p>
      )}
      {one.mine === 'hold' && <Hold projectId={projectId} id={one.id} />}
      {one.mine === 'answer' && <Answer projectId={projectId} id={one.id} />}
    </li>
  )
}

function State({ one }: { one: CheckIn }) {
  if (!one.held_at)
    return (
      <span className={classes.chip}>
        <Trans>to come</Trans>
      </span>
    )
  if (one.agreed === null)
    return (
      <span className={classes.chip} data-tone="amber">
        <Trans>written down by {one.held_by}, not agreed yet</Trans>
      </span>
    )
  return one.agreed ? (
    <span className={classes.chip} data-tone="green">
      <Trans>agreed by {one.held_by} and {one.answered_by}</Trans>
    </span>
  ) : (
    <span className={classes.chip} data-tone="red">
      <Trans>{one.answered_by} does not agree</Trans>
    </span>
  )
}

function Hold({ projectId, id }: { projectId: number; id: number }) {
  const { t } = useLingui()
  const { act, busy } = useAct()
  const [notes, setNotes] = useState('')
  return (
    <div className={classes.form}>
      <Textarea className={classes.grow} autosize minRows={2} label={t`What was said`} value={notes} onChange={(event) => setNotes(event.currentTarget.value)} />
      <Button variant="default" loading={busy} disabled={!notes.trim()} onClick={() => void act(() => holdCheckIn(id, notes), touchedBy(projectId))}>
        <Trans>Write it down</Trans>
      </Button>
    </div>
  )
}

function Answer({ projectId, id }: { projectId: number; id: number }) {
  const { t } = useLingui()
  const { act, busy } = useAct()
  const [text, setText] = useState('')
  const say = (agreed: boolean) => void act(() => answerCheckIn(id, agreed, text), touchedBy(projectId))
  return (
    <div className={classes.form}>
      <Textarea className={classes.grow} autosize minRows={1} label={t`Anything to add`} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      <Button loading={busy} onClick={() => say(true)}>
        <Trans>Agree with the notes</Trans>
      </Button>
      <Button variant="default" disabled={busy || !text.trim()} onClick={() => say(false)}>
        <Trans>Do not agree</Trans>
      </Button>
    </div>
  )
}
