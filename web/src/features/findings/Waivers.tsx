/** The waivers of a place: what was asked for, why, and how it was decided; whoever has the authority decides here. */
import { Button, NativeSelect } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { WAIVER_STATES, waiversQuery, type Waiver, type WaiverState } from '~/client/findings'
import { useWhen } from '~/lib/useWhen'
import { EmptyState, ErrorState } from '~/ui/States'
import { DecidePanel } from './DecidePanel'
import classes from './Findings.module.css'
import { useTold } from './words'

export function Waivers({ nodeId, state, choose }: { nodeId: number; state: WaiverState | undefined; choose: (state: WaiverState | undefined) => void }) {
  const { t } = useLingui()
  const stateName = useStateName()
  const found = useInfiniteQuery(waiversQuery(nodeId, state))
  const counts = found.data?.pages[0]?.counts ?? {}
  const items = found.data?.pages.flatMap((page) => page.items) ?? []
  if (found.isError) return <ErrorState error={found.error} retry={() => void found.refetch()} />
  return (
    <>
      <div className={classes.bar} role="search">
        <NativeSelect size="sm" aria-label={t`Which waivers`} data-page-filter value={state ?? ''} data={[{ value: '', label: t`All of them` }, ...WAIVER_STATES.map((one) => ({ value: one, label: `${stateName(one)}: ${counts[one] ?? 0}` }))]} onChange={(event) => choose(WAIVER_STATES.find((one) => one === event.currentTarget.value))} />
      </div>
      {found.data && items.length === 0 ? (
        <EmptyState title={<Trans>No waiver</Trans>}>
          <Trans>Where something should not be asked of a project for a while, a waiver is asked for beside the finding. It stands here with its reason and its last day.</Trans>
        </EmptyState>
      ) : (
        <ul className={`${classes.list} ${classes.plain}`} aria-label={t`Waivers`}>
          {items.map((waiver) => (
            <Line key={waiver.id} waiver={waiver} />
          ))}
        </ul>
      )}
      {found.hasNextPage && (
        <Button className={classes.more} size="compact-sm" variant="default" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          <Trans>Show more</Trans>
        </Button>
      )}
    </>
  )
}

function Line({ waiver }: { waiver: Waiver }) {
  const { t } = useLingui()
  const stateName = useStateName()
  const told = useTold()
  const when = useWhen()
  const [deciding, setDeciding] = useState(false)
  const title = told(waiver.asks?.title) || waiver.key
  const [asked, wanted] = [when.day(waiver.asked_at), when.day(waiver.wanted_until)]
  const decided = waiver.decided_at ? when.day(waiver.decided_at) : ''
  return (
    <li className={classes.item}>
      <div className={classes.main}>
        <div className={classes.line}>
          <span className={classes.chip} data-tone={waiver.state}>
            {stateName(waiver.state)}
          </span>
          <strong dir="auto">{title}</strong>
        </div>
        <p>
          <Link to="/projects/$projectId" params={{ projectId: waiver.node_id }} translate="no" dir="auto">
            {waiver.project}
          </Link>
        </p>
        <p dir="auto" translate="no">
          {waiver.reason}
        </p>
        <p className={classes.dim}>{waiver.asked_by ? t`Asked for by ${waiver.asked_by} on ${asked}, up to ${wanted}` : t`Asked for on ${asked}, up to ${wanted}`}</p>
        {decided && (
          <p className={classes.dim}>
            {waiver.decided_by ? t`Decided by ${waiver.decided_by} on ${decided}` : t`Decided on ${decided}`}
            {waiver.until && <>, {t`holds up to ${when.day(waiver.until)}`}</>}
            {waiver.decided_reason && <span translate="no">: {waiver.decided_reason}</span>}
          </p>
        )}
      </div>
      {waiver.may_decide && (
        <div className={classes.actions}>
          <Button size="compact-sm" variant="light" aria-label={t`Decide on ${title}, ${waiver.project}`} onClick={() => setDeciding(true)}>
            <Trans>Decide</Trans>
          </Button>
          <DecidePanel waiver={waiver} opened={deciding} onClose={() => setDeciding(false)} />
        </div>
      )}
    </li>
  )
}

function useStateName(): (state: WaiverState) => string {
  const { t } = useLingui()
  const names: Record<WaiverState, string> = { asked: t`Waits for a decision`, granted: t`Granted`, refused: t`Refused`, expired: t`Over` }
  return (state) => names[state]
}
