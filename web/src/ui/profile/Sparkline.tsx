/** The forecast finish over the reports, as small as a word: level where it held, up where it slipped; the dashes are what was first said. */
import { useLingui } from '@lingui/react/macro'
import type { ProjectTrend } from '~/client/types'
import { placed, steps } from '~/ui/profile/trend'
import { useFormat } from '~/lib/useFormat'
import classes from './Profile.module.css'

const [WIDTH, HEIGHT] = [72, 18]

export function Sparkline({ trend }: { trend: ProjectTrend | undefined }) {
  const { t } = useLingui()
  const format = useFormat()
  const told = trend?.points.filter((point) => point.slip_days !== null) ?? []
  const last = told.at(-1)
  if (!trend || !last) return <span className={classes.none}>{t`n/a`}</span>
  const slips = told.map((point) => point.slip_days)
  const [low, high] = [Math.min(0, ...slips.map((slip) => slip ?? 0)), Math.max(10, ...slips.map((slip) => slip ?? 0))]
  const dots = placed(told.map((point) => point.at), slips, WIDTH, HEIGHT, [low, high])
  const end = dots.at(-1)
  const zero = HEIGHT - ((0 - low) / (high - low)) * HEIGHT
  const slip = last.slip_days ?? 0
  const reports = told.length
  return (
    <span className={classes.cell} title={t`${format.slip(slip)} over ${reports} reports`}>
      <svg className={classes.spark} width={WIDTH} height={HEIGHT} aria-hidden="true">
        <line className={classes.base} x1="0" x2={WIDTH} y1={zero} y2={zero} />
        <path className={`${classes.line ?? ''} ${slip > 0 ? (classes.late ?? '') : ''}`} d={steps(dots)} />
        {end && <circle className={classes.dot} cx={end.x} cy={end.y} r="2" />}
      </svg>
      <span>{format.slip(slip)}</span>
    </span>
  )
}
