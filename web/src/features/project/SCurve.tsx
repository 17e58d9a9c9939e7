/** Planned value, earned value and actual cost over time, with its table one key away. */
import { SegmentedControl } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { curveQuery } from '~/client/queries'
import type { SCurve as Curve } from '~/client/types'
import { CurveTable } from '~/features/project/CurveTable'
import { apart, draw, path, SERIES, type Drawing, type Frame, type Series } from '~/features/project/curve'
import { useProjectId } from '~/features/project/useProject'
import { useFormat } from '~/lib/useFormat'
import { useCommands } from '~/ui/commands'
import { Bone, ErrorState } from '~/ui/States'
import { useIndexReason } from '~/ui/why/indexReason'
import classes from './SCurve.module.css'

const route = getRouteApi('/shell/projects/$projectId/')

export function SCurve() {
  const { t } = useLingui()
  const curve = useQuery(curveQuery(useProjectId()))
  const { table = false } = route.useSearch()
  const navigate = useNavigate()
  const show = useCallback((wanted: boolean) => void navigate({ to: '.', search: (now) => ({ ...now, table: wanted ? true : undefined }), replace: true, resetScroll: false }), [navigate])
  useCommands(useMemo(() => [{ id: 'curve-table', label: t`Show the S-curve as a table or as a picture`, keys: 't', run: () => show(!table) }], [t, table, show]))
  return (
    <section className={classes.section} aria-labelledby="curve-title">
      <header>
        <h2 id="curve-title">
          <Trans>Value over time</Trans>
        </h2>
        <SegmentedControl
          size="xs"
          aria-label={t`Picture or table`}
          value={table ? 'table' : 'picture'}
          onChange={(value) => show(value === 'table')}
          data={[
            { value: 'picture', label: t`Picture` },
            { value: 'table', label: t`Table` },
          ]}
        />
      </header>
      {curve.isError ? <ErrorState error={curve.error} retry={() => void curve.refetch()} /> : !curve.data ? <Bone height={260} /> : <Shown curve={curve.data} table={table} />}
    </section>
  )
}

function Shown({ curve, table }: { curve: Curve; table: boolean }) {
  const reason = useIndexReason()({ value: null, reason: curve.reason })
  if (curve.periods.length === 0) return <p className={classes.none}>{reason ?? <Trans>There is no baseline to draw. Set one on the plan page.</Trans>}</p>
  return table ? <CurveTable curve={curve} /> : <Picture curve={curve} />
}

const COLOURS: Record<Series, string> = { pv: 'var(--mp-series-3)', ev: 'var(--mp-series-1)', ac: 'var(--mp-series-2)' }

export function useSeriesName(): (series: Series) => string {
  const { t } = useLingui()
  const names: Record<Series, string> = { pv: t`Planned`, ev: t`Earned`, ac: t`Actual cost` }
  return (series) => names[series]
}

function Picture({ curve }: { curve: Curve }) {
  const { t } = useLingui()
  const { ref, width, height } = useElementSize<HTMLDivElement>()
  const frame: Frame = { width: Math.max(260, width), height: Math.max(200, height), left: 56, right: 88, top: 12, bottom: 24 }
  const drawing = draw(curve, frame)
  return (
    <div ref={ref} className={classes.picture}>
      <svg width={frame.width} height={frame.height} role="img" aria-label={t`S-curve of planned value, earned value and actual cost. The key T shows it as a table.`}>
        <Axes curve={curve} drawing={drawing} frame={frame} />
        {SERIES.map((series) => (
          <path key={series} d={path(drawing.lines[series])} className={classes.line} stroke={COLOURS[series]} strokeDasharray={series === 'pv' ? '5 4' : undefined} />
        ))}
        <EndLabels drawing={drawing} />
      </svg>
    </div>
  )
}

function Axes({ curve, drawing, frame }: { curve: Curve; drawing: Drawing; frame: Frame }) {
  const format = useFormat()
  const { t } = useLingui()
  const unit = curve.currency ?? 'hours'
  return (
    <g className={classes.axes} aria-hidden="true">
      {drawing.ticksY.map(({ y, value }) => (
        <g key={value}>
          <path d={`M${frame.left} ${y}H${frame.width - frame.right}`} />
          <text x={frame.left - 8} y={y + 4} textAnchor="end">
            {format.compact(value, unit)}
          </text>
        </g>
      ))}
      {drawing.ticksX.map(({ x, date }) => (
        <text key={date} data-date x={x} y={frame.height - 6} textAnchor="middle">
          {format.month(date)}
        </text>
      ))}
      {drawing.at !== null && curve.at && (
        <g className={classes.status}>
          <path d={`M${drawing.at} ${frame.top}V${frame.height - frame.bottom}`} />
          <text x={drawing.at + 5} y={frame.top + 10}>
            {t`Status date`}
          </text>
        </g>
      )}
    </g>
  )
}

function EndLabels({ drawing }: { drawing: Drawing }) {
  const seriesName = useSeriesName()
  const ends = SERIES.flatMap((key) => {
    const end = drawing.lines[key].at(-1)
    return end ? [{ key, x: end.x, y: end.y }] : []
  })
  const places = apart(ends, 15)
  return (
    <g aria-hidden="true">
      {ends.map(({ key, x, y }) => (
        <g key={key}>
          <circle cx={x} cy={y} r="3.5" fill={COLOURS[key]} />
          <text className={classes.label} x={x + 8} y={(places.get(key) ?? 0) + 4} fill={COLOURS[key]}>
            {seriesName(key)}
          </text>
        </g>
      ))}
    </g>
  )
}
