/** The plan of a project: grid left, chart right, in step. */
import { Button } from '@mantine/core'
import { Trans } from '@lingui/react/macro'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { insertAbove, newRowId } from '~/engines/plan/structure'
import { NO_ROWS } from '~/engines/plan/rows'
import { Bone, EmptyState, ErrorState } from '~/ui/States'
import { PlanDesk } from './PlanDesk'
import classes from './PlanPage.module.css'
import { PlanStore } from './planStore'
import type { PanelOfRow } from './shared'
import { useNews } from './useNews'

interface PlanPageProps {
  projectId: number
  sheetId: number
  /** Comments, files and history of a row: another feature's, put in by the app. */
  panel?: PanelOfRow
}

export function PlanPage({ sheetId, panel }: PlanPageProps) {
  const store = useMemo(() => new PlanStore(sheetId), [sheetId])
  const state = useSyncExternalStore(store.subscribe, store.getState)
  useEffect(() => store.open(), [store])
  useNews(store)
  if (state.status === 'failed') return <ErrorState error={state.error} retry={() => void store.load()} />
  if (state.status === 'loading') return <Loading />
  if (state.rows.rows.size === 0) return <NoTasks mayEdit={state.mayEdit} add={() => store.edit([insertAbove(NO_ROWS, null, newRowId())])} />
  return <PlanDesk store={store} state={state} panel={panel} />
}

function NoTasks({ mayEdit, add }: { mayEdit: boolean; add: () => void }) {
  return (
    <EmptyState
      title={<Trans>This plan has no tasks yet</Trans>}
      action={
        mayEdit && (
          <Button onClick={add}>
            <Trans>Add the first task</Trans>
          </Button>
        )
      }
    >
      {mayEdit ? (
        <Trans>Tasks with durations and predecessors stand here; their dates, the critical path and the finish are worked out as you type.</Trans>
      ) : (
        <Trans>Tasks will stand here when somebody with the right to edit adds them.</Trans>
      )}
    </EmptyState>
  )
}

/** The page in grey, in the places where it will stand. */
function Loading() {
  return (
    <div className={classes.plan} aria-busy="true">
      <div className={classes.toolbar}>
        <Bone width={320} height={28} />
      </div>
      <div className={classes.bones}>
        {Array.from({ length: 16 }, (_, index) => (
          <div key={index} className={classes.bone}>
            <Bone width={`${22 + ((index * 7) % 14)}%`} />
            <Bone width={`${12 + ((index * 11) % 30)}%`} />
          </div>
        ))}
      </div>
    </div>
  )
}
