/** How every project stands: the answer in a sentence, five figures that open, one list. */
import { Button, Group } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { Trans, useLingui } from '@lingui/react/macro'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { nodeQuery, nodesQuery, portfolioQuery } from '~/client/queries'
import { watchNode } from '~/client/live'
import type { Portfolio } from '~/client/types'
import { Answer } from '~/features/portfolio/Answer'
import { Cards } from '~/features/portfolio/Cards'
import { grouped, listed } from '~/features/portfolio/order'
import { PageContext } from '~/features/portfolio/profileContext'
import { PortfolioInspector } from '~/features/portfolio/PortfolioInspector'
import { PortfolioSkeleton } from '~/features/portfolio/PortfolioSkeleton'
import { ProjectList } from '~/features/portfolio/ProjectList'
import { Strip } from '~/features/portfolio/Strip'
import { summarise } from '~/features/portfolio/summary'
import { Toolbar } from '~/features/portfolio/Toolbar'
import { usePageData } from '~/features/portfolio/usePageData'
import { useChangeSearch, usePortfolioSearch } from '~/features/portfolio/usePortfolio'
import { useFormat } from '~/lib/useFormat'
import { KeptLink } from '~/ui/findings/KeptLink'
import { LinkButton } from '~/ui/LinkButton'
import { NodeMenu } from '~/ui/NodeMenu'
import { ResponsibleOffice } from '~/ui/office/Responsible'
import { PageHeader } from '~/ui/PageHeader'
import { EmptyState, ErrorState } from '~/ui/States'
import classes from './PortfolioPage.module.css'

export function PortfolioPage() {
  const { t } = useLingui()
  const { node, on } = usePortfolioSearch()
  const portfolio = useQuery({ ...portfolioQuery(node ?? null, on), placeholderData: keepPreviousData })
  const at = useQuery({ ...nodeQuery(node ?? 0), enabled: node !== undefined })
  const root = portfolio.data?.node?.id
  const nothingShared = useQuery(nodesQuery(null)).data?.items.length === 0
  useEffect(() => (root ? watchNode(root) : undefined), [root])
  const title = node === undefined ? t`Portfolio` : (at.data?.name ?? t`Portfolio`)
  return (
    <>
      <PageHeader title={title} named={node !== undefined && at.data !== undefined} crumbs={(at.data?.path ?? []).slice(0, -1)} action={nothingShared ? undefined : <Actions node={node} root={root ?? undefined} />}>
        {portfolio.data && portfolio.data.items.length > 0 && <Answer summary={summarise(portfolio.data.items)} />}
        {node !== undefined && <ResponsibleOffice nodeId={node} />}
      </PageHeader>
      {portfolio.isError ? <ErrorState error={portfolio.error} retry={() => void portfolio.refetch()} /> : portfolio.data ? <Contents portfolio={portfolio.data} nothingShared={nothingShared} /> : <PortfolioSkeleton />}
    </>
  )
}

function Actions({ node, root }: { node?: number; root?: number }) {
  const here = node ?? root
  const top = useQuery(nodesQuery(null)).data?.items[0]?.id
  const listed = here ?? top
  return (
    <Group gap="xs" wrap="wrap">
      {listed !== undefined && (
        <LinkButton to="/node/$nodeId/all/$kind" params={{ nodeId: listed, kind: 'project' }} variant="default">
          <Trans>Open as a register</Trans>
        </LinkButton>
      )}
      {root !== undefined && (
        <LinkButton to="/node/$nodeId/registers" params={{ nodeId: root }} variant="default">
          <Trans>Registers</Trans>
        </LinkButton>
      )}
      {listed !== undefined && <KeptLink nodeId={listed} />}
      <ImportButton parent={node} />
      {here !== undefined && <NodeMenu nodeId={here} />}
    </Group>
  )
}

function ImportButton({ parent }: { parent?: number }) {
  return (
    <LinkButton to="/import" search={{ parent }} variant="default">
      <Trans>Import a plan</Trans>
    </LinkButton>
  )
}

function Contents({ portfolio, nothingShared }: { portfolio: Portfolio; nothingShared: boolean }) {
  const search = usePortfolioSearch()
  const page = usePageData(portfolio)
  const narrow = useMediaQuery('(max-width: 800px)', window.innerWidth <= 800)
  const summary = useMemo(() => summarise(portfolio.items), [portfolio.items])
  const lines = useMemo(() => grouped(listed(portfolio.items, search, page.profiles), search.group, page.profiles), [portfolio.items, search, page.profiles])
  if (portfolio.items.length === 0 && portfolio.past) return <NothingThen />
  if (portfolio.items.length === 0) return nothingShared ? <NothingShared /> : <Empty parent={search.node} />
  return (
    <PageContext value={page}>
    <div className={classes.page}>
      {portfolio.past && <Past day={portfolio.past} />}
      <Strip summary={summary} />
      <Toolbar count={lines.filter((line) => line.kind === 'project').length} items={portfolio.items} narrow={narrow} />
      {lines.length === 0 ? <NothingFits /> : narrow ? <Cards lines={lines} /> : <ProjectList lines={lines} />}
      <PortfolioInspector portfolio={portfolio} summary={summary} />
    </div>
    </PageContext>
  )
}

/** A day that lies back is only read. */
function Past({ day }: { day: string }) {
  const format = useFormat()
  const change = useChangeSearch()
  return (
    <p className={classes.past} role="status">
      <Trans>As it was on {format.date(day)}, by the profiles of the projects. The figures of plans are of now and left out.</Trans>{' '}
      <button type="button" onClick={() => change({ on: undefined })}>
        <Trans>Back to now</Trans>
      </button>
    </p>
  )
}

function NothingThen() {
  const change = useChangeSearch()
  return (
    <EmptyState
      title={<Trans>There was no project on that day</Trans>}
      action={
        <Button variant="default" onClick={() => change({ on: undefined })}>
          <Trans>Back to now</Trans>
        </Button>
      }
    >
      <Trans>The first report on a project here is a later one.</Trans>
    </EmptyState>
  )
}

function Empty({ parent }: { parent?: number }) {
  return (
    <EmptyState
      title={<Trans>No projects here yet</Trans>}
      action={
        <LinkButton to="/import" search={{ parent }}>
          <Trans>Import a plan</Trans>
        </LinkButton>
      }
    >
      <Trans>Here you will see how every project stands, when it finishes and why. Import a plan from Microsoft Project to see the first.</Trans>
    </EmptyState>
  )
}

function NothingShared() {
  return (
    <EmptyState title={<Trans>Nothing is shared with you yet</Trans>}>
      <Trans>Here you will see how the projects stand in which you have a part. Ask whoever invited you to share one, or a part of the tree, with you.</Trans>
    </EmptyState>
  )
}

function NothingFits() {
  const change = useChangeSearch()
  return (
    <EmptyState
      title={<Trans>No project fits these filters</Trans>}
      action={
        <Button variant="default" onClick={() => change({ q: undefined, status: undefined, late: undefined, where: undefined })}>
          <Trans>Clear the filters</Trans>
        </Button>
      }
    >
      <Trans>The projects are still there.</Trans>
    </EmptyState>
  )
}
