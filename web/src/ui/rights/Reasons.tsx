/** Why somebody may do something at a place: each grant that leads there, in a sentence. */
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { Because } from '~/client/people'
import { useWhen } from '~/lib/useWhen'
import { useRightsWords } from '~/ui/rights/words'
import classes from './Rights.module.css'

export function GrantReasons({ because, here }: { because: readonly Because[]; here?: number }) {
  return (
    <ul className={classes.reasons}>
      {because.map((each) => (
        <li key={`${each.role}-${each.node_id}-${each.group?.id ?? 0}`}>
          <Reason grant={each} here={each.node_id === here} />
        </li>
      ))}
    </ul>
  )
}

function Reason({ grant, here }: { grant: Because; here: boolean }) {
  const words = useRightsWords()
  const when = useWhen()
  const role = words.role(grant.role, grant.role_name)
  const day = when.day(grant.at)
  const by = grant.by?.name
  return (
    <>
      <span>
        <strong>{role}</strong> {here ? <Trans>here</Trans> : <AtPlace id={grant.node_id} name={grant.node_name} />}
        {grant.group && (
          <>
            {' '}
            <Trans>
              through the group{' '}
              <Link to="/people" search={{ tab: 'groups', team: grant.group.id }} translate="no">
                {grant.group.name}
              </Link>
            </Trans>
          </>
        )}
      </span>
      <p className={classes.dim}>{by ? <Trans>Given by {by} on {day}.</Trans> : <Trans>Given by Milepost itself on {day}.</Trans>} {words.list(grant.capabilities)}</p>
    </>
  )
}

function AtPlace({ id, name }: { id: number; name: string }) {
  return (
    <Trans>
      at{' '}
      <Link to="/portfolio" search={{ node: id }} translate="no">
        {name}
      </Link>
    </Trans>
  )
}
