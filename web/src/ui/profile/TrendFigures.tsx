/** The forecasts of one project, report by report: two lines, and the table behind them. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { ProjectTrend } from '~/client/types'
import { useFormat } from '~/lib/useFormat'
import { dayNumber, placed, steps } from '~/ui/profile/trend'
import classes from './Profile.module.css'

const [WIDTH, HEIGHT] = [300, 84]

export function TrendFigures({ trend }: { trend: ProjectTrend }) {
  const { t } = useLingui()
  const format = useFormat()
  const { points, currency } = trend
  const days = points.map((point) => point.at)
  const finishes = points.map((point) => (point.finish ? dayNumber(point.finish) : null))
  const costs = points.map((point) => point.cost)
  const money = (value: number) => format.compact(value, currency)
  const date = (value: number) => format.date(new Date(value * 86_400_000).toISOString().slice(0, 10))
  return (
    <>
      {finishes.some((finish) => finish !== null) && <LineFigure title={t`Forecast finish`} days={days} values={finishes} label={date} finish />}
      {costs.some((cost) => cost !== null) && <LineFigure title={t`Cost forecast`} days={days} values={costs} label={money} />}
      {/* A region that scrolls must be reachable by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={classes.wide} tabIndex={0} role="region" aria-label={t`Forecasts, report by report`}>
        <table className={classes.table}>
          <caption className="mp-visually-hidden">{t`Forecasts, report by report`}</caption>
          <thead>
            <tr>
              <th scope="col"><Trans>Report</Trans></th>
              <th scope="col"><Trans>Finish</Trans></th>
              <th scope="col"><Trans>Slip</Trans></th>
              <th scope="col"><Trans>Cost</Trans></th>
            </tr>
          </thead>
          <tbody>
            {[...points].reverse().map((point) => (
              <tr key={point.at}>
                <th scope="row"><time>{format.date(point.at)}</time></th>
                <td>{point.finish ? format.date(point.finish) : t`n/a`}</td>
                <td className={(point.slip_days ?? 0) > 0 ? classes.late : classes.dim}>{point.slip_days === null ? t`n/a` : format.slip(point.slip_days)}</td>
                <td>{point.cost === null ? t`n/a` : format.amount(point.cost, currency)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

interface FigureProps {
  title: string
  days: readonly string[]
  values: readonly (number | null)[]
  label: (value: number) => string
  finish?: boolean
  from?: number
}

/** One line over time; the first and the last value stand beside it. */
export function LineFigure({ title, days, values, label, finish, from }: FigureProps) {
  const format = useFormat()
  const known = values.filter((value) => value !== null)
  const [first, last] = [known[0], known.at(-1)]
  if (first === undefined || last === undefined) return null
  const [low, high] = [Math.min(from ?? Infinity, ...known), Math.max(...known)]
  const dots = placed(days, values, WIDTH, HEIGHT, low === high ? [low - 1, high + 1] : [low, high])
  const base = dots.find((dot) => dot !== null)?.y ?? HEIGHT
  const [begin, end] = [days[0] ?? '', days.at(-1) ?? '']
  return (
    <figure className={classes.figure}>
      <figcaption>
        {title}: {first === last ? label(last) : `${label(first)} → ${label(last)}`}
      </figcaption>
      <svg className={classes.chart} viewBox={`-4 -6 ${WIDTH + 8} ${HEIGHT + 28}`} role="img" aria-label={`${title}: ${label(first)} → ${label(last)}`}>
        <line className={classes.grid} x1="0" x2={WIDTH} y1={HEIGHT} y2={HEIGHT} />
        <line className={classes.first} x1="0" x2={WIDTH} y1={base} y2={base} />
        <path className={finish ? classes.finish : classes.cost} d={steps(dots)} />
        {dots.length <= 40 && dots.map((dot, index) => dot && <circle key={index} className={classes.point} data-finish={finish} cx={dot.x} cy={dot.y} r="2.5" />)}
        <text x="0" y={HEIGHT + 16}>{format.month(begin)}</text>
        {begin !== end && <text x={WIDTH} y={HEIGHT + 16} textAnchor="end">{format.month(end)}</text>}
      </svg>
    </figure>
  )
}
