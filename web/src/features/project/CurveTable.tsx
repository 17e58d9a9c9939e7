/** The table behind the S-curve. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { SCurve } from '~/client/types'
import { SERIES } from '~/features/project/curve'
import { useSeriesName } from '~/features/project/SCurve'
import { useFormat } from '~/lib/useFormat'
import classes from './SCurve.module.css'

export function CurveTable({ curve }: { curve: SCurve }) {
  const { t } = useLingui()
  const format = useFormat()
  const seriesName = useSeriesName()
  const unit = curve.currency ?? 'hours'
  return (
    // A region that scrolls must be reachable by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes.tableBox} tabIndex={0} role="region" aria-label={t`Value over time as a table`}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Date</Trans>
            </th>
            {SERIES.map((series) => (
              <th key={series} scope="col">
                {seriesName(series)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {curve.periods.map((period) => (
            <tr key={period.date}>
              <th scope="row">
                <time>{format.date(period.date)}</time>
              </th>
              {SERIES.map((series) => {
                const value = period[series]
                return (
                  <td key={series} translate="no">
                    {value === null ? '' : format.amount(value, unit)}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
