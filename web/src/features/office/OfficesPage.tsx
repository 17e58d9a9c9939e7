/** All offices that one may see, hubs before their spokes, and set-ups that were begun. */
import { Button, Group } from '@mantine/core'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { dropSetup, officesQuery, setupsQuery, type OfficeRow } from '~/client/offices'
import { nodesQuery } from '~/client/queries'
import { LinkButton } from '~/ui/LinkButton'
import { NeedLinks } from '~/ui/NeedLinks'
import { useOfficeWords } from '~/ui/office/words'
import { PageHeader } from '~/ui/PageHeader'
import { Bone, EmptyState, ErrorState } from '~/ui/States'
import { useAct } from '~/ui/useAct'
import classes from './Office.module.css'
import { useWishWords } from './words'

export function OfficesPage() {
  const { t } = useLingui()
  const found = useQuery(officesQuery)
  const items = found.data?.items
  const top = useQuery(nodesQuery(null)).data?.items[0]
  const projects = items?.reduce((sum, one) => sum + one.projects, 0) ?? 0
  return (
    <>
      <PageHeader
        title={t`Offices`}
        action={
          <Group gap="xs" wrap="wrap">
            {top?.capabilities.includes('view') && <NeedLinks nodeId={top.id} />}
            <LinkButton to="/office/new">
              <Trans>Set up an office</Trans>
            </LinkButton>
          </Group>
        }
      >
        {items && items.length > 0 && (
          <p className={classes.about}>
            <Plural value={items.length} one="# office looks after" other="# offices look after" /> <Plural value={projects} one="# project." other="# projects." />
          </p>
        )}
      </PageHeader>
      <OpenSetups />
      {found.isError ? <ErrorState error={found.error} retry={() => void found.refetch()} /> : items ? <List items={items} /> : <Bones />}
    </>
  )
}

function List({ items }: { items: readonly OfficeRow[] }) {
  const { t } = useLingui()
  if (items.length === 0)
    return (
      <EmptyState
        title={<Trans>There is no office yet</Trans>}
        action={
          <LinkButton to="/office/new">
            <Trans>Set up an office</Trans>
          </LinkButton>
        }
      >
        <Trans>An office helps projects, shares them or runs them. The set-up begins with the goals of the organisation and proposes the rest, with its reasons.</Trans>
      </EmptyState>
    )
  const hubs = new Map(items.map((one) => [one.id, one.hub_id]))
  const depth = (hub: number | null): number => (hub === null ? 0 : 1 + depth(hubs.get(hub) ?? null))
  return (
    <ul className={classes.list} aria-label={t`Offices`}>
      {items.map((one) => (
        <Row key={one.id} one={one} depth={Math.min(2, depth(one.hub_id))} />
      ))}
    </ul>
  )
}

function Row({ one, depth }: { one: OfficeRow; depth: number }) {
  const words = useOfficeWords()
  return (
    <li className={classes.item} data-depth={depth}>
      <span className={classes.main}>
        <Link to="/office/$nodeId" params={{ nodeId: one.node_id }} translate="no">
          {one.name}
        </Link>
        <br />
        <span className={classes.dim} translate="no">
          {one.path.join(' › ')}
        </span>
      </span>
      <span className={classes.chip}>{words.type(one.type)}</span>
      <span className={classes.dim}>{words.place(one.place)}</span>
      <span className={classes.dim} translate="no">
        {one.director}
      </span>
      <span className={classes.dim}>
        <Plural value={one.people} one="# person" other="# people" />
      </span>
      <span className={classes.dim}>
        <Plural value={one.projects} one="# project" other="# projects" />
      </span>
    </li>
  )
}

function OpenSetups() {
  const { t } = useLingui()
  const wish = useWishWords()
  const { act } = useAct()
  const items = useQuery(setupsQuery).data?.items ?? []
  if (items.length === 0) return null
  return (
    <div className={classes.whole}>
      <h2>
        <Trans>Begun and not finished</Trans>
      </h2>
      <ul className={classes.plain} aria-label={t`Begun and not finished`}>
        {items.map((one) => (
          <li key={one.id}>
            <Link className={classes.grow} to="/office/new" search={{ setup: one.id }}>
              {wish(one.wish)}: <span translate="no">{one.node_name}</span>
            </Link>
            <span className={classes.dim}>
              <Trans>
                {one.done} of {one.of} steps answered
              </Trans>
            </span>
            <Button variant="subtle" size="compact-sm" onClick={() => void act(() => dropSetup(one.id), [['setups']], t`The set-up was thrown away.`)}>
              <Trans>Throw away</Trans>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}

export function Bones() {
  return (
    <div className={classes.list} aria-hidden="true">
      {[34, 26, 30, 22].map((width, index) => (
        <div key={index} className={classes.item}>
          <Bone width={`${width}%`} height={18} />
        </div>
      ))}
    </div>
  )
}
