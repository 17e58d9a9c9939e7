/** What an office does, and for which goal. */
import { ActionIcon, Button, NativeSelect } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { giveUp, takeOn, type Office } from '~/client/offices'
import { FUNCTIONS, useOfficeWords } from '~/ui/office/words'
import { useAct } from '~/ui/useAct'
import classes from './Office.module.css'

export function Functions({ office }: { office: Office }) {
  const { t } = useLingui()
  const words = useOfficeWords()
  const { act } = useAct()
  const touched = [['office', office.id]]
  const goals = office.goals.map((goal) => ({ value: String(goal.id), label: goal.text }))
  return (
    <section className={classes.section}>
      <h2>
        <Trans>What it does, and for which goal</Trans>
      </h2>
      {office.functions.length === 0 && <p className={classes.about}>{t`Nothing yet.`}</p>}
      <ul className={classes.plain} aria-label={t`What it does, and for which goal`}>
        {office.functions.map((one) => (
          <li key={one.key}>
            <strong className={classes.grow}>{words.function(one.key)}</strong>
            {office.may_change ? (
              <NativeSelect
                className={classes.grow}
                aria-label={t`The goal of: ${words.function(one.key)}`}
                value={String(one.goal_id)}
                data={one.goal_dropped ? [{ value: String(one.goal_id), label: t`dropped: ${one.goal}` }, ...goals] : goals}
                onChange={(event) => void act(() => takeOn(office.id, one.key, Number(event.currentTarget.value)), touched)}
              />
            ) : (
              <span className={classes.grow} dir="auto">
                {one.goal}
              </span>
            )}
            {office.may_change && (
              <ActionIcon aria-label={t`Give up: ${words.function(one.key)}`} onClick={() => void act(() => giveUp(office.id, one.key), touched)}>
                <IconX size={16} stroke={1.75} />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {office.may_change && goals.length > 0 && <Add office={office} goals={goals} />}
    </section>
  )
}

function Add({ office, goals }: { office: Office; goals: { value: string; label: string }[] }) {
  const { t } = useLingui()
  const words = useOfficeWords()
  const { act, busy } = useAct()
  const [key, setKey] = useState('')
  const [goal, setGoal] = useState(goals[0]?.value ?? '')
  const left = FUNCTIONS.filter((one) => !office.functions.some((has) => has.key === one))
  const add = async () => {
    if (await act(() => takeOn(office.id, key, Number(goal)), [['office', office.id]])) setKey('')
  }
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <NativeSelect className={classes.grow} label={t`Another function`} value={key} data={[{ value: '', label: t`Choose what it shall do` }, ...left.map((one) => ({ value: one, label: words.function(one) }))]} onChange={(event) => setKey(event.currentTarget.value)} />
      <NativeSelect className={classes.grow} label={t`For the goal`} value={goal} data={goals} onChange={(event) => setGoal(event.currentTarget.value)} />
      <Button type="submit" variant="default" loading={busy} disabled={!key || !goal}>
        <Trans>Take it on</Trans>
      </Button>
    </form>
  )
}
