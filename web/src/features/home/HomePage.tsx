/** What is expected of me: everything that asks for something, by due date, each with the rule that asks for it. */
import { Button } from '@mantine/core'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { expectationsQuery, type Expected } from '~/client/expectations'
import { sessionQuery } from '~/client/queries'
import { PageHeader } from '~/ui/PageHeader'
import { Bone, EmptyState, ErrorState } from '~/ui/States'
import { chosen } from './chosen'
import { Filters } from './Filters'
import classes from './Home.module.css'
import { Items } from './Items'
import { Rule } from './Rule'
import { useHomeSearch } from './useHomeSearch'

export function HomePage() {
  const { t } = useLingui()
  const found = useQuery(expectationsQuery)
  const name = useQuery(sessionQuery).data?.person?.name ?? ''
  return (
    <>
      <PageHeader title={t`Home`} action={<Aside />}>
        <p className={classes.answer}>{found.data ? <Answer expected={found.data} /> : <Bone width={320} height={20} />}</p>
        <p className={classes.about}>
          <Trans>
            What is expected of <span translate="no">{name}</span>, and why.
          </Trans>
        </p>
      </PageHeader>
      {found.isError ? <ErrorState error={found.error} retry={() => void found.refetch()} /> : found.data ? <List expected={found.data} /> : <Bones />}
    </>
  )
}

/** The page's question answered in a sentence. */
function Answer({ expected: { counts } }: { expected: Expected }) {
  const overdue = counts.overdue ?? 0
  const week = counts.week ?? 0
  if (overdue === 0 && week === 0) return <Trans>Nothing is overdue, and nothing is due this week.</Trans>
  if (overdue === 0)
    return (
      <>
        <Plural value={week} one="# thing is due this week" other="# things are due this week" />, <Trans>and nothing is overdue.</Trans>
      </>
    )
  return (
    <>
      <Plural value={overdue} one="# thing is overdue" other="# things are overdue" />, <Trans>{week} due this week.</Trans>
    </>
  )
}

function Aside() {
  return (
    <Button variant="default" component={Link} to="/portfolio">
      <Trans>Go to the portfolio</Trans>
    </Button>
  )
}

function List({ expected }: { expected: Expected }) {
  const { i18n } = useLingui()
  const [search, change] = useHomeSearch()
  const groups = useMemo(() => chosen(expected.items, search, i18n.locale), [expected, search, i18n.locale])
  const open = expected.items.find((one) => one.id === search.item)
  const filtered = Boolean(search.part ?? search.when ?? search.q)
  return (
    <>
      {expected.total > 0 && <Filters items={expected.items} search={search} change={change} />}
      {groups.length > 0 ? (
        <Items groups={groups} today={expected.today} open={search.item} onOpen={(id) => change({ item: id })} />
      ) : filtered && expected.total > 0 ? (
        <EmptyState title={<Trans>Nothing here is like that</Trans>}>
          <Trans>Look with fewer words, or at everything.</Trans>
        </EmptyState>
      ) : (
        <EmptyState title={<Trans>Nothing is expected of you now</Trans>}>
          <Trans>Tasks that plans assign to you, entries of registers in your name, what the method asks of your role, decisions that wait for you and where somebody mentions you stand here.</Trans>
        </EmptyState>
      )}
      {expected.total > expected.items.length && (
        <p className={classes.more}>
          <Trans>
            These are the first {expected.items.length} of {expected.total}.
          </Trans>
        </p>
      )}
      {open && <Rule one={open} expected={expected} onClose={() => change({ item: undefined })} />}
    </>
  )
}

function Bones() {
  return (
    <div className={classes.list} aria-hidden="true">
      {[40, 55, 35, 60, 45, 50].map((width) => (
        <div key={width} className={classes.item}>
          <Bone width={`${width}%`} height={20} />
        </div>
      ))}
    </div>
  )
}
