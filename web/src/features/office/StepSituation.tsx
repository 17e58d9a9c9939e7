/** How projects are done today, and how often an office that runs checks in. */
import { Button, NumberInput, Radio } from '@mantine/core'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Answers } from '~/client/offices'
import classes from './Office.module.css'
import type { StepProps } from './SetupPage'

type Situation = NonNullable<Answers['situation']>
type Question = 'control' | 'managers' | 'method'

export function StepSituation({ setup, busy, onKeep }: StepProps) {
  const { t } = useLingui()
  const [said, setSaid] = useState<Partial<Situation>>(setup.answers.situation ?? {})
  const questions: { key: Question; ask: string; answers: { value: string; label: string }[] }[] = [
    {
      key: 'control',
      ask: t`How much say would the units let an office have?`,
      answers: [
        { value: 'advice', label: t`Advice, no more` },
        { value: 'shared', label: t`They would share their projects` },
        { value: 'handed_over', label: t`They would hand projects over` },
      ],
    },
    {
      key: 'managers',
      ask: t`How many of those who manage projects have done so before?`,
      answers: [
        { value: 'few', label: t`Few` },
        { value: 'some', label: t`About half` },
        { value: 'most', label: t`Most` },
      ],
    },
    {
      key: 'method',
      ask: t`How far are projects done in one way?`,
      answers: [
        { value: 'none', label: t`Everybody in their own way` },
        { value: 'parts', label: t`Parts of it` },
        { value: 'common', label: t`In one way` },
      ],
    },
  ]
  return (
    <>
      <h2>
        <Trans>How are projects done today</Trans>
      </h2>
      <Figures facts={setup.facts} />
      {questions.map(({ key, ask, answers }) => (
        <Radio.Group key={key} label={ask} value={said[key] ?? ''} onChange={(value) => setSaid((now) => ({ ...now, [key]: value }))}>
          <div className={classes.checks}>
            {answers.map((one) => (
              <Radio key={one.value} value={one.value} label={one.label} />
            ))}
          </div>
        </Radio.Group>
      ))}
      <div className={classes.buttons}>
        <Button loading={busy} disabled={!said.control || !said.managers || !said.method} onClick={() => onKeep({ situation: said as Situation })}>
          <Trans>Keep the answers and go on</Trans>
        </Button>
      </div>
    </>
  )
}

function Figures({ facts }: { facts: StepProps['setup']['facts'] }) {
  return (
    <p className={classes.about}>
      <Trans>The register says:</Trans> <Plural value={facts.projects} one="# project" other="# projects" />, <Plural value={facts.off_track} one="# amber or red" other="# amber or red" />, <Plural value={facts.unmanaged} one="# without a manager" other="# without a manager" />, <Plural value={facts.managers} one="# manager." other="# managers." />
    </p>
  )
}

export function StepRhythm({ setup, busy, onKeep }: StepProps) {
  const { t } = useLingui()
  const [weeks, setWeeks] = useState(setup.answers.rhythm?.weeks ?? 2)
  return (
    <>
      <h2>
        <Trans>When does each project have its next check-in</Trans>
      </h2>
      <p className={classes.about}>
        <Trans>For projects of a controlling office that have a partner and no check-in to come. 0 sets none.</Trans>
      </p>
      <NumberInput label={t`Weeks from now`} min={0} max={52} allowDecimal={false} value={weeks} onChange={(value) => setWeeks(typeof value === 'number' ? value : 0)} />
      <div className={classes.buttons}>
        <Button loading={busy} onClick={() => onKeep({ rhythm: { weeks } })}>
          <Trans>Keep it and go on</Trans>
        </Button>
      </div>
    </>
  )
}
