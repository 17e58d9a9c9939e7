/** Gives the plan page its sheet: a feature does not know another feature, so the app joins them. */
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { projectQuery } from '~/client/queries'
import { PlanPage } from '~/features/plan/PlanPage'

const route = getRouteApi('/shell/projects/$projectId')

export function PlanRoute() {
  const { projectId } = route.useParams()
  const project = useQuery(projectQuery(projectId))
  return project.data?.sheet_id ? <PlanPage projectId={projectId} sheetId={project.data.sheet_id} /> : null
}
