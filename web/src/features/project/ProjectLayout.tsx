/** What stands on every tab of a project: its name, its state, its figures, its tabs. */
import { Group } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link, Outlet } from '@tanstack/react-router'
import { useEffect } from 'react'
import { watchNode } from '~/client/live'
import { nodeQuery } from '~/client/queries'
import { MakePlan } from '~/features/project/MakePlan'
import { ProjectFigures } from '~/features/project/ProjectFigures'
import { useFigure, useProject, useProjectId } from '~/features/project/useProject'
import { Inspector } from '~/ui/Inspector'
import { NodeMenu } from '~/ui/NodeMenu'
import { PageHeader } from '~/ui/PageHeader'
import { Bone, ErrorState } from '~/ui/States'
import { colourOf, StatusMark } from '~/ui/StatusMark'
import { useFigureName, WhyFigure } from '~/ui/why/WhyFigure'
import classes from './ProjectLayout.module.css'

export function ProjectLayout() {
  const { t } = useLingui()
  const id = useProjectId()
  const project = useProject()
  const node = useQuery(nodeQuery(id))
  const [figure, show] = useFigure()
  useEffect(() => watchNode(id), [id])
  if (project.isError) return <ErrorState error={project.error} retry={() => void project.refetch()} />
  return (
    <>
      <PageHeader
        title={project.data?.name ?? t`Project`}
        named
        action={
          <Group gap="xs" wrap="nowrap">
            {project.data?.sheet_id === null && <MakePlan project={project.data} />}
            <NodeMenu nodeId={id} />
          </Group>
        }
        crumbs={(node.data?.path ?? []).slice(0, -1)}
        chip={
          project.data && (
            <button type="button" className={classes.chip} onClick={() => show('status')} aria-pressed={figure === 'status'}>
              <StatusMark colour={colourOf(project.data.proposed_status)} size={22} />
            </button>
          )
        }
        tabs={<Tabs projectId={id} planned={project.data?.sheet_id !== null} />}
      >
        {project.data ? <ProjectFigures project={project.data} /> : <Bone width={480} height={36} />}
      </PageHeader>
      <div className={classes.tab}>
        <Outlet />
      </div>
      {project.data && figure && <Why />}
    </>
  )
}

function Why() {
  const project = useProject()
  const figureName = useFigureName()
  const [figure, show] = useFigure()
  if (!project.data || !figure) return null
  return (
    <Inspector key={figure} title={figureName(figure)} onClose={() => show(undefined)}>
      <WhyFigure item={project.data} kind={figure} />
    </Inspector>
  )
}

function Tabs({ projectId, planned }: { projectId: number; planned: boolean }) {
  const { t } = useLingui()
  const common = { params: { projectId }, className: classes.tabLink, activeProps: { 'data-active': true }, activeOptions: { exact: true, includeSearch: false } }
  return (
    <nav className={classes.tabs} aria-label={t`Views of the project`}>
      <Link to="/projects/$projectId" {...common}>
        <Trans>Overview</Trans>
      </Link>
      {planned && (
        <Link to="/projects/$projectId/plan" {...common}>
          <Trans>Plan</Trans>
        </Link>
      )}
      <Link to="/projects/$projectId/registers" {...common}>
        <Trans>Registers</Trans>
      </Link>
      <Link to="/projects/$projectId/method" {...common}>
        <Trans>Method</Trans>
      </Link>
    </nav>
  )
}
