/** A project on one screen: why this status, what drives the finish, the milestones, the S-curve; its profile and how its forecasts moved. */
import { Trans } from '@lingui/react/macro'
import type { ProjectDetail } from '~/client/types'
import { useProject } from '~/features/project/useProject'
import { DrivingChain } from '~/features/project/DrivingChain'
import { Milestones } from '~/features/project/Milestones'
import { OverviewSkeleton } from '~/features/project/OverviewSkeleton'
import { ProfilePanel } from '~/features/project/ProfilePanel'
import { SCurve } from '~/features/project/SCurve'
import { StatusPanel } from '~/features/project/StatusPanel'
import { AnswerablePanel } from '~/ui/office/AnswerablePanel'
import { ProjectTrendView } from '~/ui/profile/ProjectTrendView'
import classes from './Overview.module.css'

export function OverviewPage() {
  const project = useProject()
  if (!project.data) return <OverviewSkeleton />
  if (project.data.sheet_id === null) return <WithoutPlan project={project.data} />
  return (
    <div className={classes.overview}>
      <div className={classes.panel} data-area="curve">
        <SCurve />
      </div>
      <StatusPanel project={project.data} />
      <Milestones project={project.data} />
      <DrivingChain project={project.data} />
      <AnswerablePanel projectId={project.data.id} className={classes.panel} />
      <ProfilePanel project={project.data} />
      <TrendPanel project={project.data} />
    </div>
  )
}

/** A project that nobody planned task by task is whole: what it says of itself, its milestones, its forecasts over time. */
function WithoutPlan({ project }: { project: ProjectDetail }) {
  return (
    <div className={classes.overview} data-unplanned>
      <ProfilePanel project={project} />
      <StatusPanel project={project} />
      <Milestones project={project} />
      <AnswerablePanel projectId={project.id} className={classes.panel} />
      <TrendPanel project={project} />
    </div>
  )
}

function TrendPanel({ project }: { project: ProjectDetail }) {
  return (
    <section className={classes.panel} aria-labelledby="trend-title">
      <header>
        <h2 id="trend-title">
          <Trans>Slips and cost growth over time</Trans>
        </h2>
      </header>
      <ProjectTrendView projectId={project.id} />
    </section>
  )
}
