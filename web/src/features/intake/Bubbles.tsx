/** Value against cost or effort, a bubble for each request: its size the score, its colour and letter the category. The table stands below. */
import { SegmentedControl } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { Intake } from '~/client/intake'
import { useFormat } from '~/lib/useFormat'
import { chartOf, HEIGHT, MOST_LETTERS, WIDTH, type Across, type Bubble, type Chart } from './bubbles'
import classes from './Intake.module.css'
import { RequestList } from './RequestList'
import { useLabel } from './useIntakeWords'

export function Bubbles({ intake }: { intake: Intake }) {
  const { t } = useLingui()
  const [across, setAcross] = useState<Across>('cost')
  const chart = useMemo(() => chartOf(intake.items, across), [intake.items, across])
  const left = intake.items.length - chart.bubbles.length
  return (
    <div className={classes.bubbles}>
      <div className={classes.filters}>
        <SegmentedControl
          aria-label={t`What stands across`}
          size="xs"
          value={across}
          onChange={(next) => setAcross(next as Across)}
          data={[
            { value: 'cost', label: t`Value against cost` },
            { value: 'effort', label: t`Value against effort` },
          ]}
        />
        <Legend intake={intake} />
      </div>
      {chart.bubbles.length > 0 && <Picture chart={chart} across={across} intake={intake} />}
      {left > 0 && (
        <p className={classes.note}>
          <Trans>{left} have no value, or no cost or effort, and stand only in the table.</Trans>
        </p>
      )}
      <RequestList intake={intake} />
    </div>
  )
}

function Legend({ intake }: { intake: Intake }) {
  const label = useLabel()
  return (
    <ul className={classes.legend}>
      {intake.categories.map((one, index) => (
        <li key={one.value} data-series={index % 6}>
          {label(one.label)}
        </li>
      ))}
      <li>
        <Trans>Size: score</Trans>
      </li>
    </ul>
  )
}

function Picture({ chart, across, intake }: { chart: Chart; across: Across; intake: Intake }) {
  const { t } = useLingui()
  const format = useFormat()
  const money = (value: number) => format.compact(value, intake.currency)
  return (
    <div className={classes.scroll}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={classes.chart} role="group" aria-label={across === 'cost' ? t`Requests by value and cost` : t`Requests by value and effort`}>
        {chart.ys.map(({ at, value }) => (
          <g key={value}>
            <line x1={84} x2={WIDTH - 28} y1={at} y2={at} data-zero={value === 0 || undefined} />
            <text x={76} y={at + 4} textAnchor="end">
              {money(value)}
            </text>
          </g>
        ))}
        {chart.xs.map(({ at, value }) => (
          <text key={value} x={at} y={HEIGHT - 30} textAnchor="middle">
            {across === 'cost' ? money(value) : format.number(value)}
          </text>
        ))}
        <text x={(WIDTH + 56) / 2} y={HEIGHT - 8} textAnchor="middle" className={classes.axis}>
          {across === 'cost' ? t`Cost` : t`Effort in days`}
        </text>
        {chart.bubbles.map((bubble) => (
          <Dot key={`${bubble.item.sheet_id}.${bubble.item.row_id}`} bubble={bubble} intake={intake} />
        ))}
      </svg>
    </div>
  )
}

function Dot({ bubble: { item, x, y, r, side }, intake }: { bubble: Bubble; intake: Intake }) {
  const { t } = useLingui()
  const format = useFormat()
  const label = useLabel()
  const navigate = useNavigate()
  const index = intake.categories.findIndex((one) => one.value === item.category)
  const category = label(intake.categories[index]?.label)
  const open = () => void navigate({ to: '/request/$sheetId/$rowId', params: { sheetId: item.sheet_id, rowId: item.row_id } })
  const facts = [item.name, category, t`value ${format.amount(item.value ?? 0, intake.currency)}`, item.cost === null ? '' : t`cost ${format.amount(item.cost, intake.currency)}`, item.score === null ? '' : t`score ${format.number(item.score, 1)}`]
  return (
    <g
      role="link"
      tabIndex={0}
      className={classes.dot}
      data-series={index < 0 ? undefined : index % 6}
      aria-label={facts.filter(Boolean).join(', ')}
      onClick={open}
      onKeyDown={(event) => (event.key === 'Enter' || event.key === ' ') && (event.preventDefault(), open())}
    >
      <title>{facts.filter(Boolean).join(', ')}</title>
      <circle cx={x} cy={y} r={r} />
      <text x={x} y={y + 4} textAnchor="middle" aria-hidden="true" className={classes.letter}>
        {category.slice(0, 1)}
      </text>
      {side && (
        <text x={side === 'right' ? x + r + 4 : x - r - 4} y={y + 4} textAnchor={side === 'right' ? 'start' : 'end'} aria-hidden="true">
          {item.name.length > MOST_LETTERS ? `${item.name.slice(0, MOST_LETTERS - 1)}…` : item.name}
        </text>
      )}
    </g>
  )
}
