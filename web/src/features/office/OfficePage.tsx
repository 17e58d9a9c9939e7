/** One office: what it is for, how far it is set up, who is who, what needs doing. */
import { Group } from '@mantine/core'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { officeAtQuery, officeQuery, type Office } from '~/client/offices'
import { nodeQuery } from '~/client/queries'
import { LinkButton } from '~/ui/LinkButton'
import { NeedLinks } from '~/ui/NeedLinks'
import { useOfficeWords } from '~/ui/office/words'
import { PageHeader } from '~/ui/PageHeader'
import { EmptyState, ErrorState } from '~/ui/States'
import { AuthorityTab } from './AuthorityTab'
import classes from './Office.module.css'
import { Bones } from './OfficesPage'
import { OverviewTab } from './OverviewTab'
import { PeopleTab } from './PeopleTab'
import { ProjectsTab } from './ProjectsTab'
import { RaciTab } from './RaciTab'
import { TABS, type Tab } from './search'

const route = getRouteApi('/shell/office/$nodeId')

export function OfficePage() {
  const { nodeId } = route.useParams()
  const at = useQuery(officeAtQuery(nodeId))
  const own = at.data?.own ? (at.data.office?.id ?? undefined) : undefined
  const office = useQuery({ ...officeQuery(own ?? 0), enabled: own !== undefined })
  const wrong = at.isError ? at : office.isError ? office : undefined
  if (wrong) return <ErrorState error={wrong.error} retry={() => void wrong.refetch()} />
  if (at.data && own === undefined) return <NoOffice nodeId={nodeId} />
  return office.data ? <Contents office={office.data} /> : <Bones />
}

function Contents({ office }: { office: Office }) {
  const { t } = useLingui()
  const words = useOfficeWords()
  const { tab = 'overview' } = route.useSearch()
  const crumbs = (useQuery(nodeQuery(office.node_id)).data?.path ?? []).map(({ id, name }) => ({ id, name }))
  const pages: Record<Tab, React.ReactNode> = {
    overview: <OverviewTab office={office} />,
    people: <PeopleTab office={office} />,
    raci: <RaciTab office={office} />,
    authority: <AuthorityTab nodeId={office.node_id} />,
    projects: <ProjectsTab office={office} />,
  }
  return (
    <>
      <PageHeader title={office.name} named crumbs={crumbs} chip={<span className={classes.chip}>{words.type(office.type)}</span>} tabs={<Tabs office={office} current={tab} />} action={<Actions office={office} />}>
        <p className={classes.about}>
          {office.todo.length > 0 ? <Plural value={office.todo.length} one="# thing needs doing." other="# things need doing." /> : t`Nothing waits.`}{' '}
          <Plural value={office.projects.length} one="It looks after # project." other="It looks after # projects." />
          {office.hub && (
            <>
              {' '}
              <Trans>
                It reports to{' '}
                <Link to="/office/$nodeId" params={{ nodeId: office.hub.node_id }} translate="no">
                  {office.hub.name}
                </Link>
                .
              </Trans>
            </>
          )}
        </p>
      </PageHeader>
      {pages[tab]}
    </>
  )
}

function Actions({ office }: { office: Office }) {
  return (
    <Group gap="xs" wrap="wrap">
      <NeedLinks nodeId={office.node_id} />
      {office.may_change && (
        <LinkButton to="/office/new" search={{ node: office.node_id }} variant="default">
          <Trans>Improve or run it</Trans>
        </LinkButton>
      )}
    </Group>
  )
}

function Tabs({ office, current }: { office: Office; current: Tab }) {
  const { t } = useLingui()
  const names: Record<Tab, string> = { overview: t`What it is for`, people: t`People`, raci: t`Responsibilities`, authority: t`Who may decide`, projects: office.type === 'directive' ? t`Projects and bench` : t`Projects` }
  return (
    <nav className={classes.tabs} aria-label={t`About the office`}>
      {TABS.map((tab) => (
        <Link key={tab} to="/office/$nodeId" params={{ nodeId: office.node_id }} search={tab === 'overview' ? {} : { tab }} className={classes.tab} data-active={tab === current || undefined} aria-current={tab === current ? 'page' : undefined}>
          {names[tab]}
        </Link>
      ))}
    </nav>
  )
}

function NoOffice({ nodeId }: { nodeId: number }) {
  const at = useQuery(officeAtQuery(nodeId)).data
  const node = useQuery(nodeQuery(nodeId)).data
  return (
    <>
      <PageHeader title={node?.name ?? ''} named crumbs={(node?.path ?? []).slice(0, -1)} action={<Group gap="xs" wrap="wrap"><NeedLinks nodeId={nodeId} /></Group>} />
      <EmptyState
        title={<Trans>There is no office right here</Trans>}
        action={
          at?.may_found ? (
            <LinkButton to="/office/new" search={{ node: nodeId }}>
              <Trans>Set up an office here</Trans>
            </LinkButton>
          ) : undefined
        }
      >
        {at?.office ? (
          <Trans>
            {at.visible ? (
              <Link to="/office/$nodeId" params={{ nodeId: at.office.node_id }} translate="no">
                {at.office.name}
              </Link>
            ) : (
              <span translate="no">{at.office.name}</span>
            )}{' '}
            is responsible for this place.
          </Trans>
        ) : (
          <Trans>No office is responsible for this place or for one above it.</Trans>
        )}
      </EmptyState>
    </>
  )
}
