/** Slips and cost growth over time: one project report by report, and all of the page together since a day. */
import { TextInput } from '@mantine/core'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trendQuery } from '~/client/profiles'
import type { ProjectTrend, Trend } from '~/client/types'
import { useChangeSearch, usePortfolioSearch } from '~/features/portfolio/usePortfolio'
import { useFormat } from '~/lib/useFormat'
import { Bone, ErrorState } from '~/ui/States'
import { LineFigure } from '~/ui/profile/LineFigure'
import table from '~/ui/profile/Profile.module.css'
import { WideTable } from '~/ui/profile/WideTable'
import { useReasonText } from '~/ui/why/reasonText'
import { Facts, Formula } from '~/ui/why/Facts'

const SHOWN = 30

export function WhyTogether() {
  const { t } = useLingui()
  const { node, since } = usePortfolioSearch()
  const change = useChangeSearch()
  const trend = useQuery(trendQuery(node ?? null, since))
  return (
    <>
      <TextInput type="date" label={t`Since`} description={t`Without a day: since the first report of each project.`} value={since ?? ''} onChange={(event) => change({ since: event.currentTarget.value || undefined })} />
      {trend.isError ? <ErrorState error={trend.error} /> : trend.data ? <Together trend={trend.data} /> : <Bone height={200} />}
    </>
  )
}

function Together({ trend }: { trend: Trend }) {
  const { t } = useLingui()
  const format = useFormat()
  const reasonText = useReasonText()
  const { together, projects } = trend
  const { growth, currency, cost, growth_percent: percent } = together
  if (together.projects === 0) return <Formula><Trans>No profile here says a finish or a cost yet. Reports of a list, and every edit of those cells, are kept and shown here.</Trans></Formula>
  const amount = growth === null || currency === null ? t`n/a` : `${format.amount(growth, currency)}${percent === null ? '' : ` (${format.percent(percent, 1)})`}`
  const months = together.months.map(({ month }) => `${month}-01`)
  return (
    <>
      <Facts
        rows={[
          [t`Finish later`, t`${together.later} of ${together.projects}`],
          [t`Finish earlier`, format.number(together.earlier)],
          [t`As before`, format.number(together.same)],
          [t`Cost growth`, amount],
          [t`Cost now`, cost === null || currency === null ? t`n/a` : format.amount(cost, currency)],
        ]}
      />
      {together.reason && <Formula>{reasonText({ ...together.reason, data: {} })}</Formula>}
      <LineFigure title={t`Mean slip in working days`} days={months} values={together.months.map((month) => month.slip_days)} label={format.slip} finish from={0} />
      {currency !== null && <LineFigure title={t`Cost growth since the first report`} days={months} values={together.months.map((month) => month.growth_percent)} label={(value) => format.percent(value, Number.isInteger(value) ? 0 : 1)} from={0} />}
      {together.months.length > 0 && <MonthByMonth together={together} />}
      <MostMoved projects={projects} />
    </>
  )
}

/** The table behind the two lines. */
function MonthByMonth({ together: { months, currency } }: { together: Trend['together'] }) {
  const { t } = useLingui()
  const format = useFormat()
  const none = t`n/a`
  return (
    <details className={table.behind}>
      <summary>
        <Trans>Month by month, as a table</Trans>
      </summary>
      <WideTable caption={t`Slip and growth, month by month`} head={[t`Month`, t`Projects`, t`Later`, t`Mean slip`, t`Growth`, t`Cost`]}>
        {[...months].reverse().map((month) => (
          <tr key={month.month}>
            <th scope="row">{format.month(`${month.month}-01`)}</th>
            <td>{format.number(month.projects)}</td>
            <td>{format.number(month.later)}</td>
            <td>{month.slip_days === null ? none : format.slip(month.slip_days)}</td>
            <td>{month.growth_percent === null ? none : format.percent(month.growth_percent, 1)}</td>
            <td>{month.cost === null || currency === null ? none : format.compact(month.cost, currency)}</td>
          </tr>
        ))}
      </WideTable>
    </details>
  )
}

function MostMoved({ projects }: { projects: readonly ProjectTrend[] }) {
  const { t } = useLingui()
  const format = useFormat()
  const moved = [...projects].filter((one) => one.points.length > 0).sort((a, b) => (b.slip_days ?? 0) - (a.slip_days ?? 0))
  return (
    <>
      <WideTable caption={t`Slip and growth of each project`} head={[t`Project`, t`Slip`, t`Growth`]}>
        {moved.slice(0, SHOWN).map((one) => (
          <tr key={one.id}>
            <th scope="row" style={{ whiteSpace: 'normal' }}>
              <Link to="/projects/$projectId" params={{ projectId: one.id }} translate="no">
                {one.name}
              </Link>
            </th>
            <td className={(one.slip_days ?? 0) > 0 ? table.late : table.dim}>{one.slip_days === null ? t`n/a` : format.slip(one.slip_days)}</td>
            <td>{one.growth === null ? t`n/a` : format.compact(one.growth, one.currency)}</td>
          </tr>
        ))}
      </WideTable>
      {moved.length > SHOWN && <p><Plural value={moved.length - SHOWN} one="and # more" other="and # more" /></p>}
    </>
  )
}
