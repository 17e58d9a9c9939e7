/** The milestones with their baseline and slip; each opens in the plan. Those that are reached fold away, but for the last. */
import { Plural, Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Milestone, ProjectDetail } from '~/client/types'
import { MilestoneRegister } from '~/features/project/MilestoneRegister'
import { useFormat } from '~/lib/useFormat'
import classes from './Overview.module.css'

export function Milestones({ project }: { project: ProjectDetail }) {
  const [all, setAll] = useState(false)
  const { milestones } = project
  const next = milestones.findIndex((milestone) => !milestone.done)
  const hidden = all ? 0 : Math.max(0, (next < 0 ? milestones.length : next) - 1)
  return (
    <section className={classes.panel} aria-labelledby="milestones-title">
      <header>
        <h2 id="milestones-title">
          <Trans>Milestones</Trans>
        </h2>
      </header>
      {hidden > 0 && (
        <button type="button" className={classes.more} onClick={() => setAll(true)}>
          <Plural value={hidden} one="Show # reached before" other="Show # reached before" />
        </button>
      )}
      {project.sheet_id === null && <MilestoneRegister project={project} />}
      {milestones.length === 0 ? (
        project.sheet_id !== null && (
          <p className={classes.dim}>
            <Trans>The plan has no milestones. A task without duration is one.</Trans>
          </p>
        )
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Milestone</Trans>
              </th>
              <th scope="col">
                <Trans>Finish</Trans>
              </th>
              <th scope="col" className={classes.secondary}>
                <Trans>Baseline</Trans>
              </th>
              <th scope="col">
                <Trans>Slip</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {milestones.slice(hidden).map((milestone) => (
              <Row key={milestone.row_id} milestone={milestone} projectId={project.id} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Row({ milestone, projectId }: { milestone: Milestone; projectId: number }) {
  const format = useFormat()
  const slip = milestone.slip_days
  return (
    <tr>
      <th scope="row">
        {milestone.sheet_id === null ? (
          <Link to="/projects/$projectId/plan" params={{ projectId }} search={{ row: milestone.row_id }} translate="no">
            {milestone.name}
          </Link>
        ) : (
          <Link to="/sheet/$sheetId" params={{ sheetId: milestone.sheet_id }} search={{ row: `${milestone.sheet_id}.${milestone.row_id}` }} translate="no">
            {milestone.name}
          </Link>
        )}
      </th>
      <td>
        <time title={format.moment(milestone.finish)}>{format.date(milestone.finish)}</time>
      </td>
      <td className={classes.secondary}>{milestone.baseline_finish ? <time title={format.moment(milestone.baseline_finish)}>{format.date(milestone.baseline_finish)}</time> : <Trans>n/a</Trans>}</td>
      <td className={slip !== null && slip > 0 ? classes.late : classes.dim}>{slip === null ? <Trans>n/a</Trans> : format.slip(slip)}</td>
    </tr>
  )
}
