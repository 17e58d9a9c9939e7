/** Gives the plan page its sheet: a feature does not know another feature, so the app joins them. */
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect } from 'react'
import { planSeenLast, rememberPlan } from '~/client/ahead'
import { projectQuery } from '~/client/queries'
import { PlanPage } from '~/features/plan/PlanPage'
import { RowPanel } from '~/features/row-panel/RowPanel'

const route = getRouteApi('/shell/projects/$projectId')

export function PlanRoute() {
  const { projectId } = route.useParams()
  const project = useQuery(projectQuery(projectId))
  // Until the project says which plan it has, the one that it had here last is taken for it.
  const sheetId = project.data ? project.data.sheet_id : planSeenLast(projectId)
  useEffect(() => {
    if (project.data?.sheet_id) rememberPlan(projectId, project.data.sheet_id)
  }, [projectId, project.data?.sheet_id])
  return sheetId ? <PlanPage projectId={projectId} sheetId={sheetId} panel={RowPanel} /> : null
}
