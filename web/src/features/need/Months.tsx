/** The table behind the line: every month with its figure and parts, each of which opens. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { Need, StretchMonth } from '~/client/need'
import { useFormat } from '~/lib/useFormat'
import table from '~/ui/profile/Profile.module.css'
import { WideTable } from '~/ui/profile/WideTable'
import classes from './Need.module.css'
import type { Figure } from './search'
import { useNeedAddress, useWords } from './useNeed'

export function Months({ need }: { need: Need }) {
  const { t } = useLingui()
  const words = useWords()
  const keys = need.formula.parts.map((part) => part.key)
  return (
    <details className={table.behind} open>
      <summary>
        <Trans>Month by month, as a table</Trans>
      </summary>
      <WideTable caption={t`Stretch month by month`} head={[t`Month`, words.name('figure'), ...keys.map((key) => words.name(key))]}>
            {[...need.months].reverse().map((month) => (
              <Row key={month.month} month={month} />
            ))}
      </WideTable>
    </details>
  )
}

function Row({ month }: { month: StretchMonth }) {
  const { t } = useLingui()
  const format = useFormat()
  const cells: [Figure, string][] = [
    ['figure', month.figure === null ? t`n/a` : format.number(month.figure)],
    ...month.parts.map((part): [Figure, string] => [part.key, part.reason !== null ? t`n/a` : format.number(part.count)]),
  ]
  return (
    <tr>
      <th scope="row">{format.month(month.day)}</th>
      {cells.map(([figure, text]) => (
        <td key={figure}>
          <Cell figure={figure} month={month} text={text} />
        </td>
      ))}
    </tr>
  )
}

function Cell({ figure, month, text }: { figure: Figure; month: StretchMonth; text: string }) {
  const { t } = useLingui()
  const format = useFormat()
  const words = useWords()
  const [, search, change] = useNeedAddress()
  const name = words.name(figure)
  const day = format.month(month.day)
  return (
    <button type="button" className={classes.cell} aria-label={t`${name}, ${day}: ${text}. Why`} aria-pressed={search.why === figure && search.month === month.month} onClick={() => change({ why: figure, month: month.month })}>
      {text}
    </button>
  )
}
