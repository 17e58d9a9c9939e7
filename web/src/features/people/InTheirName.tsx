/** Open things in somebody's name: what, where and how many, and which of them can be handed over. */
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
      <ul className={classes.tree}>
        {mine.map((one) => (
          <li key={`${one.what}-${one.id}`} className={classes.place}>
            <Holding one={one} />
          </li>
        ))}
      </ul>
      {others > 0 && (
        <p className={classes.note}>
          <Plural value={others} one="# more thing lies where you may not edit. It stays in their name." other="# more things lie where you may not edit. They stay in their name." />
        </p>
      )}
    </>
  )
}

function Holding({ one }: { one: InName }) {
  const { t } = useLingui()
  const roles: Record<string, string> = { manages: t`manages`, sponsors: t`sponsors` }
  const link =
    one.what === 'rows' ? (
      <Link to="/sheet/$sheetId" params={{ sheetId: one.id }} translate="no">
        {one.name}
      </Link>
    ) : (
      <Link to="/portfolio" search={{ node: one.node_id }} translate="no">
        {one.name}
      </Link>
    )
  if (roles[one.what]) {
    return (
      <>
        {roles[one.what]} {link}
      </>
    )
  }
  return (
    <>
      <Plural value={one.count} one="# open row in" other="# open rows in" /> {link}
    </>
  )
}
