/** The goals of the organisation, of the short and the long term, and what each wants of projects. */
import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { Aim, GoalAnswer } from '~/client/offices'
import { AIMS, useOfficeWords } from '~/ui/office/words'
import classes from './Office.module.css'
import type { StepProps } from './SetupPage'

type Draft = Pick<GoalAnswer, 'text' | 'horizon' | 'measure' | 'due' | 'aims' | 'goal_id' | 'objective'>

const fresh = (horizon: GoalAnswer['horizon']): Draft => ({ text: '', horizon, measure: '', due: null, aims: [] })

export function StepGoals({ setup, busy, onKeep }: StepProps) {
  const [goals, setGoals] = useState<Draft[]>(() => {
    const said: Draft[] = setup.answers.goals ?? []
    return [...said, ...(['short', 'long'] as const).filter((one) => !said.some((goal) => goal.horizon === one)).map(fresh)]
  })
  const change = (index: number, part: Partial<Draft>) => setGoals((now) => now.map((goal, at) => (at === index ? { ...goal, ...part } : goal)))
  const kept = goals.filter((goal) => goal.text.trim())
  const enough = (['short', 'long'] as const).every((one) => kept.some((goal) => goal.horizon === one))
  return (
    <>
      <h2>
        <Trans>What does the organisation want to reach</Trans>
      </h2>
      {(['short', 'long'] as const).map((horizon) => (
        <section key={horizon} className={classes.section}>
          <h3>{horizon === 'short' ? <Trans>Within a year</Trans> : <Trans>Beyond a year</Trans>}</h3>
          {goals.map((goal, index) => goal.horizon === horizon && <Goal key={index} goal={goal} onChange={(part) => change(index, part)} onDrop={() => setGoals((now) => now.filter((_, at) => at !== index))} />)}
          <div>
            <Button variant="default" onClick={() => setGoals((now) => [...now, fresh(horizon)])}>
              <Trans>Another goal</Trans>
            </Button>
          </div>
        </section>
      ))}
      {!enough && (
        <p className={classes.about}>
          <Trans>At least one goal for the year and one beyond it.</Trans>
        </p>
      )}
      <div className={classes.buttons}>
        <Button loading={busy} disabled={!enough} onClick={() => onKeep({ goals: kept as GoalAnswer[] })}>
          <Trans>Keep the goals and go on</Trans>
        </Button>
      </div>
    </>
  )
}

function Goal({ goal, onChange, onDrop }: { goal: Draft; onChange: (part: Partial<Draft>) => void; onDrop: () => void }) {
  const { t } = useLingui()
  const { aim } = useOfficeWords()
  const flip = (one: Aim, on: boolean) => onChange({ aims: on ? [...(goal.aims ?? []), one] : (goal.aims ?? []).filter((each) => each !== one) })
  return (
    <div className={classes.card}>
      <div className={classes.form}>
        <TextInput className={classes.grow} label={t`Goal`} maxLength={400} value={goal.text} onChange={(event) => onChange({ text: event.currentTarget.value })} />
        <TextInput label={t`Measured by`} maxLength={400} value={goal.measure ?? ''} onChange={(event) => onChange({ measure: event.currentTarget.value })} />
        <TextInput type="date" label={t`By`} value={goal.due ?? ''} onChange={(event) => onChange({ due: event.currentTarget.value || null })} />
        <ActionIcon aria-label={t`Drop the goal ${goal.text}`} onClick={onDrop}>
          <IconX size={16} stroke={1.75} />
        </ActionIcon>
      </div>
      <div className={classes.checks} role="group" aria-label={t`What it wants of projects`}>
        {AIMS.map((one) => (
          <Checkbox key={one} label={aim(one)} checked={goal.aims?.includes(one) ?? false} onChange={(event) => flip(one, event.currentTarget.checked)} />
        ))}
      </div>
    </div>
  )
}
