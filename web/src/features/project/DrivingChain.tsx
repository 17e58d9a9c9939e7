/** Why the project finishes when it does: the tasks that push each other, from the start to the end. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { drivingChainQuery } from '~/client/queries'
import type { ProjectDetail } from '~/client/types'
import { useFormat } from '~/lib/useFormat'
import classes from './Overview.module.css'

type Step = ProjectDetail['driving_chain'][number]
const SHOWN = 6

export function DrivingChain({ project }: { project: ProjectDetail }) {
  const [all, setAll] = useState(false)
  const end = project.driving_chain
  // The project brings the end of a long chain; all of it is read when somebody asks.
  const whole = useQuery({ ...drivingChainQuery(project.sheet_id ?? 0, end.at(-1)?.row_id ?? 0, project.as_of), enabled: all && project.steps_left_out > 0 })
  const steps = (all && whole.data?.steps) || end
  const folded = all ? 0 : Math.max(0, steps.length - SHOWN)
  const hidden = folded + (steps === end ? project.steps_left_out : 0)
  return (
    <section className={classes.panel} aria-labelledby="chain-title">
      <header>
        <h2 id="chain-title">
          <Trans>What drives the finish</Trans>
        </h2>
      </header>
      {steps.length === 0 && (
        <p className={classes.dim}>
          <Trans>The plan has no tasks yet.</Trans>
        </p>
      )}
      {hidden > 0 && (
        <button type="button" className={classes.more} onClick={() => setAll(true)} aria-busy={whole.isFetching}>
          <Plural value={hidden} one="Show # earlier task" other="Show # earlier tasks" />
        </button>
      )}
      <ol className={classes.chain}>
        {steps.slice(folded).map((step) => (
          <ChainStep key={step.row_id} step={step} projectId={project.id} />
        ))}
      </ol>
    </section>
  )
}

function ChainStep({ step, projectId }: { step: Step; projectId: number }) {
  const format = useFormat()
  const reason = useStepReason()(step)
  return (
    <li>
      <Link to="/projects/$projectId/plan" params={{ projectId }} search={{ row: step.row_id }}>
        <span translate="no">{step.name}</span>
        <time title={format.moment(step.finish)}>{format.date(step.finish)}</time>
      </Link>
      <small>{reason}</small>
    </li>
  )
}

/** What holds a task where it stands. */
function useStepReason(): (step: Step) => string {
  const { t } = useLingui()
  const format = useFormat()
  const links: Record<string, string> = {
    FS: t`starts when the one before finishes`,
    SS: t`starts when the one before starts`,
    FF: t`finishes when the one before finishes`,
    SF: t`finishes when the one before starts`,
  }
  const reasons: Record<string, string> = {
    project_start: t`starts with the project`,
    project_finish: t`held by the finish of the project`,
    constraint: t`held by a date of its own`,
    parent: t`held by its summary task`,
    child: t`held by a task below it`,
    manual: t`placed by hand`,
    progress: t`held by its own progress`,
    levelling: t`delayed by levelling`,
    as_late_as_possible: t`stands as late as possible`,
  }
  return (step) => {
    const link = step.link ? links[step.link.kind] : undefined
    if (!step.link || !link) return reasons[step.reason] ?? step.reason
    if (!step.link.lag) return link
    const lag = step.link.lag_unit === 'percent' ? format.percent(step.link.lag) : format.duration(step.link.lag)
    return `${link}, ${step.link.lag > 0 ? '+' : ''}${lag}`
  }
}
