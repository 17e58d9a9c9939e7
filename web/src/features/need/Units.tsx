/** The parts of the place, each with its own figure; each leads to its own page. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { Need } from '~/client/need'
import { useFormat } from '~/lib/useFormat'
import { useNodeKind } from '~/ui/nodeKind'
import table from '~/ui/profile/Profile.module.css'
import classes from './Need.module.css'
import { useWords } from './useNeed'

export function Units({ need }: { need: Need }) {
  const { t } = useLingui()
  const format = useFormat()
  const kind = useNodeKind()
  const words = useWords()
  const none = t`n/a`
  return (
    <section className={classes.units} aria-labelledby="units">
      <h2 id="units"><Trans>Part by part</Trans></h2>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard */}
      <div className={table.wide} tabIndex={0} role="region" aria-label={t`Stretch part by part`}>
        <table className={table.table}>
          <caption className="mp-visually-hidden">{t`Stretch part by part`}</caption>
          <thead>
            <tr>
              <th scope="col"><Trans>Part</Trans></th>
              <th scope="col">{words.name('projects')}</th>
              <th scope="col">{words.name('figure')}</th>
              <th scope="col"><Trans>Difference</Trans></th>
              <th scope="col"><Trans>Office</Trans></th>
            </tr>
          </thead>
          <tbody>
            {need.units.map((unit) => {
              const known = unit.months.filter((figure) => figure !== null)
              const change = known.length > 1 ? (known.at(-1) ?? 0) - (known[0] ?? 0) : null
              return (
                <tr key={unit.id}>
                  <th scope="row">
                    <Link to="/office/$nodeId/need" params={{ nodeId: unit.id }} translate="no">{unit.name}</Link> <span className={table.dim}>{kind(unit.kind)}</span>
                  </th>
                  <td>{format.number(unit.running)}</td>
                  <td>{unit.figure === null ? none : format.number(unit.figure)}</td>
                  <td className={change !== null && change > 0 ? table.late : table.dim}>{change === null ? none : `${change > 0 ? '+' : ''}${format.number(change)}`}</td>
                  <td>{unit.office === null ? none : words.office(unit.office)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </section>
  )
}
