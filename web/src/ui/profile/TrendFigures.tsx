/** The forecasts of one project, report by report: two lines, and the table behind them. */
import { useLingui } from '@lingui/react/macro'
import type { ProjectTrend } from '~/client/types'
import { useFormat } from '~/lib/useFormat'
import { LineFigure } from '~/ui/profile/LineFigure'
import { dayNumber, dayOf } from '~/ui/profile/trend'
import { WideTable } from '~/ui/profile/WideTable'
import classes from './Profile.module.css'

export function TrendFigures({ trend }: { trend: ProjectTrend }) {
  const { t } = useLingui()
  const format = useFormat()
  const { points, currency } = trend
  const days = points.map((point) => point.at)
  const finishes = points.map((point) => (point.finish ? dayNumber(point.finish) : null))
  const costs = points.map((point) => point.cost)
  const money = (value: number) => format.compact(value, currency)
  const date = (value: number) => format.date(dayOf(value))
  return (
    <>
      {finishes.some((finish) => finish !== null) && <LineFigure title={t`Forecast finish`} days={days} values={finishes} label={date} dates finish />}
      {costs.some((cost) => cost !== null) && <LineFigure title={t`Cost forecast`} days={days} values={costs} label={money} />}
      <WideTable caption={t`Forecasts, report by report`} head={[t`Report`, t`Finish`, t`Slip`, t`Cost`]}>
        {[...points].reverse().map((point) => (
          <tr key={point.at}>
            <th scope="row"><time>{format.date(point.at)}</time></th>
            <td>{point.finish ? <time>{format.date(point.finish)}</time> : t`n/a`}</td>
            <td className={(point.slip_days ?? 0) > 0 ? classes.late : classes.dim}>{point.slip_days === null ? t`n/a` : format.slip(point.slip_days)}</td>
            <td>{point.cost === null ? t`n/a` : format.amount(point.cost, currency)}</td>
          </tr>
        ))}
      </WideTable>
    </>
  )
}
