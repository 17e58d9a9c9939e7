/** The goals of the organisation that an office serves: read, added and dropped. */
import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { dropGoal, setGoal, type Goal, type Office } from '~/client/offices'
import { useFormat } from '~/lib/useFormat'
import { useAct } from '~/ui/useAct'
import classes from './Office.module.css'

export function Goals({ office }: { office: Office }) {
  const { t } = useLingui()
  return (
    <section className={classes.section}>
      <h2>
        <Trans>Goals</Trans>
      </h2>
      {office.goals.length === 0 && <p className={classes.about}>{t`None yet. Whatever an office does serves a goal.`}</p>}
      <ul className={classes.plain} aria-label={t`Goals`}>
        {office.goals.map((goal) => (
          <One key={goal.id} office={office} goal={goal} />
        ))}
      </ul>
      {office.may_change && <Add office={office} />}
    </section>
  )
}

function One({ office, goal }: { office: Office; goal: Goal }) {
  const { t } = useLingui()
  const format = useFormat()
  const { act } = useAct()
  return (
    <li>
      <span className={classes.grow}>
        <span dir="auto">{goal.text}</span>
        {goal.measure && (
          <span className={classes.dim} dir="auto">
            {' '}
            {goal.measure}
          </span>
        )}
        {goal.node_id !== office.node_id && (
          <span className={classes.dim} translate="no">
            {' '}
            ({goal.node_name})
          </span>
        )}
      </span>
      <span className={classes.chip}>{goal.horizon === 'short' ? t`within a year` : t`beyond a year`}</span>
      {goal.due && <span className={classes.dim}>{format.date(goal.due)}</span>}
      {office.may_change && goal.node_id === office.node_id && (
        <ActionIcon aria-label={t`Drop the goal ${goal.text}`} onClick={() => void act(() => dropGoal(goal.id), [['office', office.id]])}>
          <IconX size={16} stroke={1.75} />
        </ActionIcon>
      )}
    </li>
  )
}

function Add({ office }: { office: Office }) {
  const { t } = useLingui()
  const { act, busy } = useAct()
  const [text, setText] = useState('')
  const [measure, setMeasure] = useState('')
  const [horizon, setHorizon] = useState<Goal['horizon']>('short')
  const add = async () => {
    const made = await act(() => setGoal(office.node_id, { horizon, text: text.trim(), measure: measure.trim() }), [['office', office.id]])
    if (made) [setText, setMeasure].forEach((set) => set(''))
  }
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim()) void add()
      }}
    >
      <TextInput className={classes.grow} label={t`Another goal`} maxLength={400} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      <TextInput label={t`Measured by`} maxLength={400} value={measure} onChange={(event) => setMeasure(event.currentTarget.value)} />
      <NativeSelect
        label={t`Reached`}
        value={horizon}
        data={[
          { value: 'short', label: t`within a year` },
          { value: 'long', label: t`beyond a year` },
        ]}
        onChange={(event) => setHorizon(event.currentTarget.value === 'long' ? 'long' : 'short')}
      />
      <Button type="submit" variant="default" loading={busy} disabled={!text.trim()}>
        <Trans>Add the goal</Trans>
      </Button>
    </form>
  )
}
