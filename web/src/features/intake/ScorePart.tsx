/** How a request scores by the criteria that hold where it lies, and what each of them brought. */
import { Button, NumberInput } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { saveScore, type Story } from '~/client/intake'
import { useFormat } from '~/lib/useFormat'
import { useAct } from '~/ui/useAct'
import classes from './Intake.module.css'
import { useCriterionName } from './useIntakeWords'

const OPEN = new Set(['new', 'returned', 'case', 'approval'])

export function ScorePart({ story }: { story: Story }) {
  const { last } = story.scoring
  const format = useFormat()
  const [editing, setEditing] = useState(false)
  const may = story.may.includes('edit') && OPEN.has(story.state)
  return (
    <section className={classes.part}>
      <h2>
        <Trans>Score</Trans> {last && <strong>{format.number(last.score, 1)}</strong>}
      </h2>
      {last ? <Parts story={story} /> : !editing && <p className={classes.dim}><Trans>It has no score yet.</Trans></p>}
      {editing ? (
        <ScoreForm story={story} onClose={() => setEditing(false)} />
      ) : (
        may && (
          <Button variant="default" onClick={() => setEditing(true)}>
            {last ? <Trans>Score it again</Trans> : <Trans>Score it</Trans>}
          </Button>
        )
      )}
    </section>
  )
}

/** Each criterion, what was said, and the points that it brought; they add up to the score. */
function Parts({ story }: { story: Story }) {
  const { last } = story.scoring
  const name = useCriterionName()
  const format = useFormat()
  if (!last) return null
  const titles = Object.fromEntries(last.items.map((item) => [item.key, item.title]))
  return (
    <>
      {last.parts.length > 0 ? (
        <ul className={classes.bars}>
          {last.parts.map((part) => (
            <li key={part.key}>
              <span>{name(part.key, titles[part.key])}</span>
              <meter min={0} max={1} value={part.share} aria-label={name(part.key, titles[part.key])} />
              <span data-number>{format.number(part.points, 1)}</span>
            </li>
          ))}
        </ul>
      ) : (
        <dl className={classes.facts}>
          {Object.entries(last.values).map(([key, value]) => (
            <div key={key}>
              <dt>{name(key)}</dt>
              <dd>{format.number(value, Number.isInteger(value) ? 0 : 2)}</dd>
            </div>
          ))}
        </dl>
      )}
      <p className={classes.dim}>
        <How method={last.method} />{' '}
        <span translate="no">
          {last.by}, {format.date(last.at.slice(0, 10))}
        </span>
      </p>
    </>
  )
}

function How({ method }: { method: string }) {
  if (method === 'wsjf') return <Trans>Value, time criticality and risk reduction together, divided by job size.</Trans>
  if (method === 'rice') return <Trans>Reach times impact times confidence, divided by effort.</Trans>
  return <Trans>Each criterion brings its share of its scale times its weight; all of them together are 100.</Trans>
}

function ScoreForm({ story, onClose }: { story: Story; onClose: () => void }) {
  const { t } = useLingui()
  const name = useCriterionName()
  const format = useFormat()
  const { act, busy } = useAct()
  const { criteria, last, fit } = story.scoring
  const [values, setValues] = useState<Record<string, number | string>>(last?.values ?? {})
  const items = Object.fromEntries(criteria.items.map((item) => [item.key, item]))
  const numbers = Object.fromEntries(Object.entries(values).filter((each): each is [string, number] => typeof each[1] === 'number'))
  const save = async () => {
    const saved = await act(() => saveScore(story.sheet_id, story.row_id, numbers), [['request', story.sheet_id, story.row_id], ['intake']])
    if (saved) onClose()
  }
  const scaled = (key: string) => {
    const item = items[key]
    return item ? (item.less ? t`From ${item.low} to ${item.high}, less is better` : t`From ${item.low} to ${item.high}`) : undefined
  }
  return (
    <div className={classes.form}>
      {criteria.items.some((item) => item.source === 'fit') && (
        <p className={classes.dim}>
          {fit === null ? <Trans>There are no objectives here to serve, so strategic fit is left out or cannot be scored.</Trans> : <Trans>Strategic fit: {format.percent(fit * 100)} of the weight of all objectives, by what the request says that it serves.</Trans>}
        </p>
      )}
      <div className={classes.pair}>
        {criteria.asked.map((key) => (
          <NumberInput key={key} label={name(key, items[key]?.title)} description={scaled(key)} value={values[key] ?? ''} decimalScale={4} onChange={(value) => setValues((now) => ({ ...now, [key]: value }))} />
        ))}
      </div>
      <div className={classes.buttons}>
        <Button loading={busy} disabled={criteria.asked.some((key) => typeof values[key] !== 'number')} onClick={() => void save()}>
          <Trans>Save the score</Trans>
        </Button>
        <Button variant="default" onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </div>
  )
}
