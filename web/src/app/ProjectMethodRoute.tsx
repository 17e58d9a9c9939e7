/** Gives the method of a project its place, and the findings of the linter, which are another feature's. */
import { getRouteApi } from '@tanstack/react-router'
import { ProjectFindings } from '~/features/findings/ProjectFindings'
import { ProjectMethodPage } from '~/features/method/ProjectMethodPage'

const route = getRouteApi('/shell/projects/$projectId/method')

export function ProjectMethodRoute() {
  const { projectId } = route.useParams()
  const { document } = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <ProjectMethodPage
      projectId={projectId}
      document={document}
      open={(key) => void navigate({ search: (before) => ({ ...before, document: key }), replace: true, resetScroll: false })}
      findings={<ProjectFindings projectId={projectId} />}
    />
  )
}
