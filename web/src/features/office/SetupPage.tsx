/** The set-up assistant: goals first, then what follows from them, and people last; it can be left and gone on with. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { answerSetup, setupQuery, type Answers, type Setup, type Step } from '~/client/offices'
import { queryClient } from '~/client/queries'
import { PageHeader } from '~/ui/PageHeader'
import { ErrorState } from '~/ui/States'
import { useAct } from '~/ui/useAct'
import classes from './Office.module.css'
import { Bones } from './OfficesPage'
import { SetupBegin } from './SetupBegin'
import { StepFunctions } from './StepFunctions'
import { StepGoals } from './StepGoals'
import { StepReview } from './StepReview'
import { StepRoles } from './StepRoles'
import { StepRhythm, StepSituation } from './StepSituation'
import { StepPlace, StepType } from './StepType'
import { useStepWords, useWishWords } from './words'

const route = getRouteApi('/shell/office/new')

export interface StepProps {
  setup: Setup
  busy: boolean
  /** Keeps what was answered and opens the next step. */
  onKeep: (answers: Partial<Answers>) => void
}

const PAGES: Record<Step, (props: StepProps) => React.ReactNode> = {
  goals: StepGoals,
  situation: StepSituation,
  functions: StepFunctions,
  type: StepType,
  place: StepPlace,
  roles: StepRoles,
  rhythm: StepRhythm,
  review: StepReview,
}

export function SetupPage() {
  const { setup, node } = route.useSearch()
  return setup === undefined ? <SetupBegin node={node} /> : <Going id={setup} />
}

function Going({ id }: { id: number }) {
  const found = useQuery(setupQuery(id))
  if (found.isError) return <ErrorState error={found.error} retry={() => void found.refetch()} />
  return found.data ? <Contents setup={found.data} /> : <Bones />
}

function Contents({ setup }: { setup: Setup }) {
  const wish = useWishWords()
  const navigate = route.useNavigate()
  const { act, busy } = useAct()
  const asked = route.useSearch().step
  const step = setup.steps.find((one) => one === asked) ?? setup.step
  const next = setup.steps[setup.steps.indexOf(step) + 1] ?? step
  const Page = PAGES[step]
  const keep = async (answers: Partial<Answers>) => {
    const kept = await act(() => answerSetup(setup.id, next, answers), [['setups']])
    if (!kept) return
    queryClient.setQueryData(setupQuery(setup.id).queryKey, kept.answer)
    void navigate({ search: { setup: setup.id, step: next } })
  }
  return (
    <>
      <PageHeader title={wish(setup.wish)} tabs={<Steps setup={setup} current={step} />}>
        <p className={classes.about}>
          <span translate="no">{setup.node_name}</span>.{' '}
          <Trans>
            {setup.answered.length} of {setup.steps.length} steps answered. What you keep stays; nothing is made before the end.
          </Trans>{' '}
          <Link to="/office">
            <Trans>Leave it for later</Trans>
          </Link>
        </p>
      </PageHeader>
      <div className={classes.wizard}>
        <Page key={step} setup={setup} busy={busy} onKeep={(answers) => void keep(answers)} />
      </div>
    </>
  )
}

function Steps({ setup, current }: { setup: Setup; current: Step }) {
  const { t } = useLingui()
  const name = useStepWords()
  return (
    <nav aria-label={t`Steps`}>
      <ol className={classes.steps}>
        {setup.steps.map((step, index) => {
          const done = setup.answered.includes(step)
          return (
            <li key={step}>
              <Link to="/office/new" search={{ setup: setup.id, step }} aria-current={step === current ? 'step' : undefined}>
                <span className={classes.dot} data-done={done || undefined} aria-hidden="true">
                  {done ? '✓' : index + 1}
                </span>
                {name(step)}
              </Link>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
