/** The register in which a project without a plan keeps its milestones: where it is, or the way to begin one. */
import { Button } from '@mantine/core'
import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { answer, api } from '~/client/api'
import type { ProjectDetail } from '~/client/types'
import { useAct } from '~/ui/useAct'
import classes from './Overview.module.css'

const KIND = 'milestones'

export function MilestoneRegister({ project }: { project: ProjectDetail }) {
  const navigate = useNavigate()
  const { act, busy } = useAct()
  const path = { params: { path: { node_id: project.id } } }
  const registers = useQuery({ queryKey: ['registers', project.id, KIND], queryFn: () => answer(api.GET('/api/v1/nodes/{node_id}/registers', path)) })
  const there = registers.data?.items.find((one) => one.kind === KIND)
  if (!registers.data) return null
  if (there) {
    return (
      <Link to="/sheet/$sheetId" params={{ sheetId: there.id }} className={classes.more}>
        {project.milestones.length === 0 ? <Trans>Write the first milestone</Trans> : <Trans>Open the milestones</Trans>}
      </Link>
    )
  }
  const make = async () => {
    const made = await act(() => answer(api.POST('/api/v1/nodes/{node_id}/registers', { ...path, body: { kind: KIND, name: '' } })), [['registers', project.id]])
    if (made) await navigate({ to: '/sheet/$sheetId', params: { sheetId: made.answer.id } })
  }
  return (
    <>
      <p className={classes.dim}>
        <Trans>The few dates that the project is measured by. The next one and its slip stand in the portfolio.</Trans>
      </p>
      {registers.data.may_make.includes(KIND) && (
        <Button variant="default" style={{ alignSelf: 'flex-start' }} loading={busy} onClick={() => void make()}>
          <Trans>Keep milestones</Trans>
        </Button>
      )}
    </>
  )
}
