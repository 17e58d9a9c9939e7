/** Open things in somebody's name, by the place where they are: what, how many, and which of them can be handed over. */
import { Plural, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { Leaving } from '~/client/people'
import classes from './People.module.css'

type InName = Leaving['holds'][number]

export function InTheirName({ holds }: { holds: readonly InName[] }) {
  const mine = holds.filter((one) => one.mine)
  const others = holds.filter((one) => !one.mine).reduce((sum, one) => sum + one.count, 0)
  return (
    <>
      {byPlace(mine).map(([node, place, things]) => (
        <div key={node} className={classes.held}>
          <h4>
            <Link to="/portfolio" search={{ node }} translate="no">
              {place}
            </Link>
          </h4>
          <ul className={classes.tree}>
            {things.map((one) => (
              <li key={`${one.what}-${one.id}`} className={classes.place}>
                <Holding one={one} />
              </li>
            ))}
          </ul>
        </div>
      ))}
      {others > 0 && (
        <p className={classes.note}>
          <Plural value={others} one="# more thing lies where you may not edit. It stays in their name." other="# more things lie where you may not edit. They stay in their name." />
        </p>
      )}
    </>
  )
}

/** In the order in which the places come first: nodes before what lies in sheets. */
function byPlace(things: readonly InName[]): [number, string, InName[]][] {
  const found = new Map<number, [number, string, InName[]]>()
  for (const one of things) {
    const place = found.get(one.node_id) ?? [one.node_id, one.place, []]
    place[2].push(one)
    found.set(one.node_id, place)
  }
  return [...found.values()]
}

function Holding({ one }: { one: InName }) {
  const { t } = useLingui()
  const roles: Record<string, string> = { manages: t`manages it`, sponsors: t`sponsors it` }
  if (roles[one.what]) return <>{roles[one.what]}</>
  const sheet = (
    <Link to="/sheet/$sheetId" params={{ sheetId: one.id }} translate="no">
      {one.name}
    </Link>
  )
  if (one.what !== 'assignments') {
    return (
      <>
        <Plural value={one.count} one="# open row in" other="# open rows in" /> {sheet}
      </>
    )
  }
  return (
    <>
      <Plural value={one.count} one="# open task assigned in" other="# open tasks assigned in" />{' '}
      <Link to="/projects/$projectId/plan" params={{ projectId: one.node_id }} translate="no">
        {one.name}
      </Link>
    </>
  )
}
