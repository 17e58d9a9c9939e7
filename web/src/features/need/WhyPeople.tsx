/** The people behind the figure, those on most projects first; named for who may see people there. */
import { Plural, Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { Behind } from '~/client/need'
import { useFormat } from '~/lib/useFormat'
import { Answer, Formula } from '~/ui/why/Facts'
import facts from '~/ui/why/Facts.module.css'
import classes from './Need.module.css'

const SHOWN = 40

export function WhyPeople({ behind }: { behind: Behind }) {
  const format = useFormat()
  const names = new Map(behind.projects.map((each) => [each.id, each.name]))
  const stretched = behind.people.filter((each) => each.stretched)
  const shown = stretched.length > 0 ? stretched : behind.people
  return (
    <>
      <Answer>{format.number(stretched.length)}</Answer>
      <Formula><Trans>People who manage, sponsor or are assigned to three projects or more of those that ran.</Trans></Formula>
      <ul className={facts.rows}>
        {shown.slice(0, SHOWN).map((each, index) => (
          <li key={each.id ?? `hidden ${index}`} className={classes.person}>
            {each.id === null ? (
              <p><Trans>Somebody whom you may not see</Trans></p>
            ) : (
              <Link to="/people/$personId" params={{ personId: each.id }} translate="no">{each.name}</Link>
            )}
            <p className={classes.dim}>
              <Plural value={each.projects.length} one="# project" other="# projects" />: <span translate="no">{each.projects.map((id) => names.get(id)).join(', ')}</span>
            </p>
          </li>
        ))}
      </ul>
      {shown.length > SHOWN && <p><Trans>and {shown.length - SHOWN} more</Trans></p>}
    </>
  )
}
