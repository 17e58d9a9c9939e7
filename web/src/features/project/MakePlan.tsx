/** A project that began as a row of a list gets a plan: an empty one here, or one out of a file. */
import { Button } from '@mantine/core'
import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { answer, api } from '~/client/api'
import { nodeQuery } from '~/client/queries'
import type { ProjectDetail } from '~/client/types'
import { useAct } from '~/ui/useAct'

export function MakePlan({ project }: { project: ProjectDetail }) {
  const navigate = useNavigate()
  const { act, busy } = useAct()
  const may = useQuery(nodeQuery(project.id)).data?.capabilities.includes('create') ?? false
  if (!may) return null
  const make = async () => {
    const made = await act(() => answer(api.POST('/api/v1/projects/{node_id}/plan', { params: { path: { node_id: project.id } } })), [['project', project.id], ['portfolio'], ['node', project.id]])
    if (made) await navigate({ to: '/projects/$projectId/plan', params: { projectId: project.id } })
  }
  return (
    <>
      <Button variant="default" renderRoot={(props) => <Link to="/import" search={{ parent: project.id }} {...props} />}>
        <Trans>Import a plan</Trans>
      </Button>
      <Button variant="default" loading={busy} onClick={() => void make()}>
        <Trans>Make a plan</Trans>
      </Button>
    </>
  )
}
