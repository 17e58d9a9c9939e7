/** Where one is signed in, and ending what one does not know. */
import { Button } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { endSessions, sessionsQuery, type BrowserSession } from '~/client/account'
import { useWhen } from '~/lib/useWhen'
import { Bone, ErrorState } from '~/ui/States'
import { useAct } from '~/ui/useAct'
import classes from './Account.module.css'
import { deviceOf } from './device'

export function Sessions() {
  const { t } = useLingui()
  const found = useQuery(sessionsQuery)
  const { act, busy } = useAct()
  const sessions = [...(found.data ?? [])].sort((a, b) => Number(b.is_current) - Number(a.is_current) || b.created_at - a.created_at)
  const others = sessions.filter((one) => !one.is_current).map((one) => one.id)
  const end = (ids: number[]) => act(() => endSessions(ids), [['sessions']])
  return (
    <section className={classes.section} aria-label={t`Sessions`}>
      <h2>
        <Trans>Where you are signed in</Trans>
      </h2>
      {found.isError && <ErrorState error={found.error} />}
      {!found.data && !found.isError && <Bone width="60%" />}
      <ul className={classes.list}>
        {sessions.map((one) => (
          <Line key={one.id} session={one} onEnd={() => void end([one.id])} />
        ))}
      </ul>
      {others.length > 1 && (
        <div>
          <Button variant="default" loading={busy} onClick={() => void end(others)}>
            <Trans>End all others</Trans>
          </Button>
        </div>
      )}
    </section>
  )
}

function Line({ session, onEnd }: { session: BrowserSession; onEnd: () => void }) {
  const { t } = useLingui()
  const when = useWhen()
  const { browser, system } = deviceOf(session.user_agent)
  const device = browser && system ? t`${browser} on ${system}` : browser || system || t`Unknown browser`
  const since = when.moment(new Date(session.created_at * 1000))
  return (
    <li className={classes.item}>
      <div className={classes.main}>
        <span>{device}</span>{' '}
        {session.is_current && (
          <span className={classes.chip} data-on>
            <Trans>this window</Trans>
          </span>
        )}
        <p>{t`since ${since}, from ${session.ip}`}</p>
      </div>
      {!session.is_current && (
        <Button size="compact-sm" variant="default" onClick={onEnd} aria-label={t`End it: ${device}, since ${since}`}>
          <Trans>End it</Trans>
        </Button>
      )}
    </li>
  )
}
