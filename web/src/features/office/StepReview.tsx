/** The last step: name, charter, all that will be made, and the one button that makes it. */
import { Button, Textarea, TextInput } from '@mantine/core'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { answerSetup, finishSetup, type Setup } from '~/client/offices'
import { useOfficeWords } from '~/ui/office/words'
import { useAct } from '~/ui/useAct'
import classes from './Office.module.css'
import type { StepProps } from './SetupPage'
import { useStepWords } from './words'

export function StepReview({ setup }: StepProps) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { act, busy } = useAct()
  const proposed = useCharter(setup)
  const [name, setName] = useState(setup.answers.review?.name ?? t`Project office ${setup.node_name}`)
  const [charter, setCharter] = useState(setup.answers.review?.charter || proposed)
  const missing = setup.missing.filter((one) => one !== 'review')
  const finish = async () => {
    const made = await act(
      async () => {
        await answerSetup(setup.id, 'review', { review: { name, charter } })
        return finishSetup(setup.id)
      },
      [['setups'], ['offices'], ['office'], ['office-at']],
    )
    if (made) void navigate({ to: '/office/$nodeId', params: { nodeId: made.answer.node_id } })
  }
  return (
    <>
      <h2>
        <Trans>Look at it once more</Trans>
      </h2>
      <TextInput label={t`Name of the office`} maxLength={200} value={name} onChange={(event) => setName(event.currentTarget.value)} />
      <Textarea label={t`Charter`} description={t`Drawn up from your answers; change it as you like.`} autosize minRows={8} maxLength={20_000} value={charter} onChange={(event) => setCharter(event.currentTarget.value)} />
      <Summary setup={setup} />
      {missing.length > 0 && <Missing missing={missing} />}
      <div className={classes.buttons}>
        <Button loading={busy} disabled={missing.length > 0 || !name.trim()} onClick={() => void finish()}>
          {setup.wish === 'build' ? <Trans>Found the office</Trans> : <Trans>Put it in force</Trans>}
        </Button>
      </div>
    </>
  )
}

function Summary({ setup }: { setup: Setup }) {
  const words = useOfficeWords()
  const { goals, functions, type, roles } = setup.answers
  return (
    <p className={classes.about}>
      {type && words.type(type.type)} · <Plural value={goals?.length ?? 0} one="# goal" other="# goals" /> · <Plural value={functions?.length ?? 0} one="# function" other="# functions" /> · <Plural value={(roles ?? []).filter((one) => one.person_id).length} one="# person" other="# people" /> · <Trans>the usual responsibilities for these functions, to be changed later</Trans>
    </p>
  )
}

function Missing({ missing }: { missing: readonly string[] }) {
  const { t } = useLingui()
  const step = useStepWords()
  const more: Record<string, string> = { goals_short: t`a goal within a year`, goals_long: t`a goal beyond a year`, function_goal: t`a goal for each function` }
  return (
    <p className={classes.note} role="status">
      <Trans>Still missing: {missing.map((one) => more[one] ?? step(one as never)).join(', ')}.</Trans>
    </p>
  )
}

/** A charter from the answers, in the language of who set it up. */
function useCharter(setup: Setup): string {
  const { t } = useLingui()
  const words = useOfficeWords()
  const { goals = [], functions = [], type } = setup.answers
  const lines = (items: readonly string[]) => items.map((one) => `- ${one}`).join('\n')
  return [
    `## ${t`What it is for`}`,
    lines((goals ?? []).map((goal) => (goal.measure ? `${goal.text} (${goal.measure})` : goal.text))),
    `## ${t`What it does`}`,
    lines((functions ?? []).map((one) => words.function(one.key))),
    `## ${t`How it works with projects`}`,
    type ? words.typeAbout(type.type) : '',
  ].join('\n\n')
}
