/** The requests of a place: how many wait for whom, and all of them as board, list or bubbles. */
import { Button } from '@mantine/core'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { intakeQuery, type Intake } from '~/client/intake'
import { PageHeader } from '~/ui/PageHeader'
import { Bone, EmptyState, ErrorState } from '~/ui/States'
import { Board } from './Board'
import { Bubbles } from './Bubbles'
import { CriteriaTab } from './CriteriaTab'
import { Filters } from './Filters'
import { FormsTab } from './FormsTab'
import classes from './Intake.module.css'
import { forgetPlace } from './lastPlace'
import { RequestList } from './RequestList'
import { VIEWS, type IntakeSearch, type View } from './search'

export interface IntakePlace {
  nodeId: number
  search: IntakeSearch
  change: (part: Partial<IntakeSearch>) => void
}

export function IntakePage(place: IntakePlace) {
  const { t } = useLingui()
  const { nodeId, search } = place
  const { view = 'board', state, category, q, who } = search
  const found = useQuery(intakeQuery(nodeId, { state, category, q, who }))
  if (found.isError) {
    forgetPlace()
    return <ErrorState error={found.error} retry={() => void found.refetch()} />
  }
  const intake = found.data
  return (
    <>
      <PageHeader
        title={t`Intake`}
        crumbs={intake?.node.path ?? []}
        tabs={<Tabs view={view} nodeId={nodeId} />}
        action={
          <Button leftSection={<IconPlus size={16} stroke={1.75} />} component={Link} to="/request/new">
            <Trans>New request</Trans>
          </Button>
        }
      >
        <p className={classes.answer}>{intake ? <Answer intake={intake} /> : <Bone width={320} height={20} />}</p>
      </PageHeader>
      {intake ? <Shown {...place} view={view} intake={intake} /> : <Bones />}
    </>
  )
}

/** The page's question answered in a sentence. */
function Answer({ intake: { for_me: mine, counts } }: { intake: Intake }) {
  const waiting = (counts.new ?? 0) + (counts.approval ?? 0)
  if (mine.triage === 0 && mine.approval === 0)
    return waiting === 0 ? <Trans>No request waits for triage or approval.</Trans> : <Trans>{waiting} wait for others; nothing waits for your decision.</Trans>
  return (
    <>
      <Plural value={mine.triage} one="# request waits for your triage" other="# requests wait for your triage" />,{' '}
      <Plural value={mine.approval} one="# for your approval." other="# for your approval." />
    </>
  )
}

function Tabs({ view, nodeId }: { view: View; nodeId: number }) {
  const { t } = useLingui()
  const names: Record<View, string> = { board: t`Board`, list: t`List`, bubbles: t`Bubbles`, criteria: t`Criteria`, forms: t`Forms` }
  return (
    <nav className={classes.tabs} aria-label={t`Views of the requests`}>
      {VIEWS.map((each) => (
        <Link key={each} to="/intake/$nodeId" params={{ nodeId }} search={(now) => ({ ...now, view: each === 'board' ? undefined : each, form: undefined })} className={classes.tab} data-active={each === view || undefined} aria-current={each === view ? 'page' : undefined}>
          {names[each]}
        </Link>
      ))}
    </nav>
  )
}

function Shown({ intake, view, ...place }: IntakePlace & { intake: Intake; view: View }) {
  if (view === 'criteria') return <CriteriaTab nodeId={place.nodeId} may={intake.may.includes('arrange')} />
  if (view === 'forms') return <FormsTab {...place} may={intake.may.includes('create')} />
  const views: Record<'board' | 'list' | 'bubbles', ReactNode> = { board: <Board intake={intake} />, list: <RequestList intake={intake} />, bubbles: <Bubbles intake={intake} /> }
  const filtered = Boolean(place.search.state ?? place.search.who ?? place.search.q ?? place.search.category)
  if (intake.total === 0 && !filtered)
    return (
      <EmptyState title={<Trans>No requests yet</Trans>} action={<Button component={Link} to="/request/new">{<Trans>New request</Trans>}</Button>}>
        <Trans>What people ask for stands here before it is a project: triage, business case, score and approval, each with its reason. Make a form, type requests into the register, or import a list.</Trans>
      </EmptyState>
    )
  return (
    <>
      <Filters {...place} intake={intake} />
      {intake.total === 0 ? (
        <EmptyState title={<Trans>No request is like that</Trans>}>
          <Trans>Look with fewer words, or at all of them.</Trans>
        </EmptyState>
      ) : (
        views[view]
      )}
    </>
  )
}

function Bones() {
  return (
    <div className={classes.list} aria-hidden="true">
      {[40, 55, 35, 60].map((width) => (
        <Bone key={width} width={`${width}%`} height={20} />
      ))}
    </div>
  )
}
