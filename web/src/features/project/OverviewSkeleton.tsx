/** The four panels in grey. */
import { useLingui } from '@lingui/react/macro'
import { Bone } from '~/ui/States'
import classes from './Overview.module.css'

const PANELS = ['curve', 'status', 'milestones', 'chain']

export function OverviewSkeleton() {
  const { t } = useLingui()
  return (
    <div className={classes.overview} role="status" aria-label={t`Loading`}>
      {PANELS.map((panel) => (
        <div key={panel} className={classes.panel}>
          <Bone width={140} height={20} />
          <Bone width="90%" />
          <Bone width="75%" />
          <Bone width="82%" />
        </div>
      ))}
    </div>
  )
}
