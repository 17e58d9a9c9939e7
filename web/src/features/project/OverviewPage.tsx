/** A project on one screen: why this status, what drives the finish, the milestones, the S-curve. */
import { useProject } from '~/features/project/useProject'
import { DrivingChain } from '~/features/project/DrivingChain'
import { Milestones } from '~/features/project/Milestones'
import { OverviewSkeleton } from '~/features/project/OverviewSkeleton'
import { SCurve } from '~/features/project/SCurve'
import { StatusPanel } from '~/features/project/StatusPanel'
import classes from './Overview.module.css'

export function OverviewPage() {
  const project = useProject()
  if (!project.data) return <OverviewSkeleton />
  return (
    <div className={classes.overview}>
      <div className={classes.panel} data-area="curve">
        <SCurve />
      </div>
      <StatusPanel project={project.data} />
      <Milestones project={project.data} />
      <DrivingChain project={project.data} />
    </div>
  )
}
