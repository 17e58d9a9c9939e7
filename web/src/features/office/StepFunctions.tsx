/** What the office shall do: proposed by the aims of the goals, and each for a goal that it names. */
import { Button, Checkbox, NativeSelect } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Answers } from '~/client/offices'
import { FUNCTIONS, useOfficeWords } from '~/ui/office/words'
import classes from './Office.module.css'
import { Reasons } from './Reasons'
import type { StepProps } from './SetupPage'

type Chosen = NonNullable<Answers['functions']>[number]

export function StepFunctions({ setup, busy, onKeep }: StepProps) {
  const { t } = useLingui()
  const proposed = setup.functions
  const [chosen, setChosen] = useState<Chosen[]>(() => setup.answers.functions ?? proposed.map(({ key, goal }) => ({ key, goal, about: '' })))
  const others = FUNCTIONS.filter((key) => !proposed.some((one) => one.key === key))
  const goals = setup.answers.goals ?? []
  const homeless = chosen.some((one) => one.goal == null && !one.goal_id)
  const flip = (key: string, on: boolean, goal: number) => setChosen((now) => (on ? [...now, { key, goal, about: '' }] : now.filter((one) => one.key !== key)))
  const line = (key: string, goal: number) => <Line key={key} name={key} chosen={chosen.find((one) => one.key === key)} goals={goals.map((one) => one.text)} onFlip={(on) => flip(key, on, goal)} onGoal={(to) => setChosen((now) => now.map((one) => (one.key === key ? { key, goal: to, about: one.about ?? '' } : one)))} />
  return (
    <>
      <h2>
        <Trans>What shall the office do, and for which goal</Trans>
      </h2>
      {goals.length === 0 && <p className={classes.note}>{t`Write down the goals first: each function names the one that it serves.`}</p>}
      {proposed.map((one) => (
        <div key={one.key} className={classes.card} data-chosen={chosen.some((each) => each.key === one.key) || undefined}>
          {line(one.key, one.goal)}
          <Reasons setup={setup} reasons={one.reasons} />
        </div>
      ))}
      <details open={proposed.length === 0}>
        <summary>
          <Trans>More that an office may do</Trans>
        </summary>
        {others.map((key) => line(key, 0))}
      </details>
      <div className={classes.buttons}>
        <Button loading={busy} disabled={chosen.length === 0 || homeless || goals.length === 0} onClick={() => onKeep({ functions: chosen })}>
          <Trans>Keep the functions and go on</Trans>
        </Button>
      </div>
    </>
  )
}

interface LineProps {
  name: string
  chosen: Chosen | undefined
  goals: readonly string[]
  onFlip: (on: boolean) => void
  onGoal: (goal: number) => void
}

function Line({ name, chosen, goals, onFlip, onGoal }: LineProps) {
  const { t } = useLingui()
  const words = useOfficeWords()
  const above = chosen?.goal == null && chosen?.goal_id ? [{ value: '', label: t`A goal of a place above` }] : []
  return (
    <div className={classes.form} style={{ alignItems: 'center' }}>
      <Checkbox className={classes.grow} label={words.function(name)} checked={chosen !== undefined} onChange={(event) => onFlip(event.currentTarget.checked)} />
      {chosen && (
        <NativeSelect
          className={classes.grow}
          aria-label={t`The goal of: ${words.function(name)}`}
          value={chosen.goal == null ? '' : String(chosen.goal)}
          data={[...above, ...goals.map((text, index) => ({ value: String(index), label: text }))]}
          onChange={(event) => event.currentTarget.value && onGoal(Number(event.currentTarget.value))}
        />
      )}
    </div>
  )
}
