/** A directive office assigns a project to a manager of its bench; who ran it before hands it over with a note. */
import { Button, NativeSelect, Textarea } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { assignProject, type Answerable } from '~/client/offices'
import { useFormat } from '~/lib/useFormat'
import { Markdown } from '~/ui/Markdown'
import { useAct } from '~/ui/useAct'
import classes from './office.module.css'
import { touchedBy } from './touched'

export function Assign({ projectId, found }: { projectId: number; found: Answerable }) {
  const { t } = useLingui()
  const format = useFormat()
  const past = found.hand_overs.filter((one) => one.until)
  return (
    <>
      {found.may_name && <Form key={found.manager?.id ?? 0} projectId={projectId} found={found} />}
      {past.length > 0 && (
        <>
          <h3>
            <Trans>Handed over</Trans>
          </h3>
          <ul className={classes.list} aria-label={t`Handed over`}>
            {past.map((one) => (
              <li key={one.since}>
                <strong translate="no">{one.person.name}</strong> <span className={classes.dim}>{format.date(one.until ?? one.since)}</span>
                <Markdown text={one.note} level={4} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function Form({ projectId, found }: { projectId: number; found: Answerable }) {
  const { t } = useLingui()
  const { act, busy } = useAct()
  const [person, setPerson] = useState('')
  const [note, setNote] = useState('')
  const follows = found.manager !== null && person !== '' && Number(person) !== found.manager.id
  const offered = found.candidates.filter((one) => !found.assigned || one.id !== found.manager?.id)
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        void act(() => assignProject(projectId, Number(person), note), touchedBy(projectId))
      }}
    >
      <NativeSelect
        className={classes.grow}
        label={found.assigned ? t`Hand over to` : t`Assign to`}
        description={offered.length === 0 ? t`Nobody else is on the bench of the office.` : undefined}
        value={person}
        data={[{ value: '', label: t`Choose a manager of the bench` }, ...offered.map((one) => ({ value: String(one.id), label: one.name }))]}
        onChange={(event) => setPerson(event.currentTarget.value)}
      />
      {follows && <Textarea className={classes.grow} autosize minRows={2} label={t`What ${found.manager?.name ?? ''} hands over`} value={note} onChange={(event) => setNote(event.currentTarget.value)} />}
      <Button type="submit" variant="default" loading={busy} disabled={!person || (follows && !note.trim())}>
        {found.assigned ? <Trans>Hand over</Trans> : <Trans>Assign</Trans>}
      </Button>
    </form>
  )
}
