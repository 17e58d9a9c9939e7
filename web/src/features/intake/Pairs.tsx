/** Criteria compared in pairs: which of two counts more and by how much; the weights that follow, and how consistent they are. */
import { Button, NativeSelect } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { comparePairs, type Criteria, type Pairs as Compared } from '~/client/intake'
import { useFormat } from '~/lib/useFormat'
import { useAct } from '~/ui/useAct'
import classes from './Intake.module.css'
import { useCriterionName } from './useIntakeWords'

const FACTORS = [9, 7, 5, 3, 1, 1 / 3, 1 / 5, 1 / 7, 1 / 9]

export function Pairs({ nodeId, criteria }: { nodeId: number; criteria: Criteria }) {
  const { act, busy } = useAct()
  const name = useCriterionName()
  const names = criteria.items.map((item) => name(item.key, item.title))
  const kept = criteria.comparison?.keys.join() === criteria.items.map((item) => item.key).join() ? criteria.comparison : null
  const [said, setSaid] = useState<Record<string, number>>(() => Object.fromEntries((kept?.judgements ?? []).map(({ first, second, value }) => [`${first}:${second}`, value])))
  const [found, setFound] = useState<Compared | null>(null)
  const pairs = names.flatMap((_, first) => names.slice(first + 1).map((__, place) => [first, first + 1 + place] as const))
  const run = async (adopt: boolean) => {
    const judgements = pairs.map(([first, second]) => ({ first, second, value: Math.max(said[`${first}:${second}`] ?? 1, 1 / 9) }))
    const compared = await act(() => comparePairs(nodeId, { judgements, adopt }), adopt ? [['criteria']] : [])
    if (compared) setFound(compared.answer)
  }
  return (
    <section className={classes.part}>
      <h2>
        <Trans>Weigh the criteria in pairs</Trans>
      </h2>
      <p className={classes.dim}>
        <Trans>Say for each two which counts more. The weights follow from all answers together; answers that contradict each other are named.</Trans>
      </p>
      <ul className={classes.pairs}>
        {pairs.map(([first, second]) => (
          <Pair key={`${first}:${second}`} first={names[first] ?? ''} second={names[second] ?? ''} value={said[`${first}:${second}`] ?? 1} doubt={found?.doubt?.first === first && found.doubt.second === second} choose={(value) => setSaid((now) => ({ ...now, [`${first}:${second}`]: value }))} />
        ))}
      </ul>
      <div className={classes.buttons}>
        <Button variant="default" loading={busy} onClick={() => void run(false)}>
          <Trans>See the weights</Trans>
        </Button>
        <Button loading={busy} disabled={!found?.consistent} onClick={() => void run(true)}>
          <Trans>Use these weights</Trans>
        </Button>
      </div>
      {found && <Result found={found} names={names} />}
    </section>
  )
}

function Pair({ first, second, value, doubt, choose }: { first: string; second: string; value: number; doubt: boolean; choose: (value: number) => void }) {
  const { t } = useLingui()
  const words = (factor: number) =>
    factor === 1 ? t`Both count the same` : factor > 1 ? t`${first} counts ${Math.round(factor)} times as much` : t`${second} counts ${Math.round(1 / factor)} times as much`
  const nearest = FACTORS.reduce((best, factor) => (Math.abs(Math.log(factor / value)) < Math.abs(Math.log(best / value)) ? factor : best))
  return (
    <li data-doubt={doubt || undefined}>
      <NativeSelect label={t`${first} or ${second}`} value={String(nearest)} data={FACTORS.map((factor) => ({ value: String(factor), label: words(factor) }))} onChange={(event) => choose(Number(event.currentTarget.value))} />
    </li>
  )
}

function Result({ found, names }: { found: Compared; names: readonly string[] }) {
  const format = useFormat()
  const { doubt } = found
  return (
    <div role="status">
      <ul className={classes.bars}>
        {found.weights.map((weight, index) => (
          <li key={names[index]}>
            <span>{names[index]}</span>
            <meter min={0} max={1} value={weight} aria-label={names[index]} />
            <span data-number>{format.percent(weight * 100, 1)}</span>
          </li>
        ))}
      </ul>
      <p>
        {found.consistent ? (
          <Trans>Consistency ratio {format.percent((found.ratio ?? 0) * 100, 1)}: the answers fit together (below 10 %).</Trans>
        ) : (
          <Trans>Consistency ratio {format.percent((found.ratio ?? 0) * 100, 1)}: the answers contradict each other (10 % or more), so these weights cannot be used.</Trans>
        )}
      </p>
      {doubt && (
        <p className={classes.mine}>
          <Trans>
            Look again at {names[doubt.first]} and {names[doubt.second]}: the other answers say a factor of {format.number(doubt.suggested, 1)}, not {format.number(doubt.judged, 1)}.
          </Trans>
        </p>
      )}
    </div>
  )
}
