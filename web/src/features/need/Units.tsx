/** The parts of the place, each with its own figure; each leads to its own page. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { Need } from '~/client/need'
import { useFormat } from '~/lib/useFormat'
import { useNodeKind } from '~/ui/nodeKind'
import table from '~/ui/profile/Profile.module.css'
import { WideTable } from '~/ui/profile/WideTable'
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
      <WideTable caption={t`Stretch part by part`} head={[t`Part`, words.name('projects'), words.name('figure'), t`Difference`, t`Office`]}>
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
      </WideTable>
    </section>
  )
}
