/** One line over time, with its axes: days below, amounts, percents or dates at the left. The first and the last value stand above it. */
import { useElementSize } from '@mantine/hooks'
import { useFormat } from '~/lib/useFormat'
import { dayAxis, dayNumber, dayOf, numberAxis, placed, steps, type Axis } from '~/ui/profile/trend'
import classes from './Profile.module.css'

const [HEIGHT, TOP, BOTTOM, RIGHT] = [150, 8, 24, 10]
const LETTER = 7.4
const MOST_DOTS = 40

interface FigureProps {
  title: string
  days: readonly string[]
  values: readonly (number | null)[]
  label: (value: number) => string
  /** Whether the values are dates, as day numbers. */
  dates?: boolean
  /** A value that the axis holds whatever the values are. */
  from?: number
  finish?: boolean
}

export function LineFigure({ title, days, values, label, dates, from, finish }: FigureProps) {
  const { ref, width: measured } = useElementSize<HTMLElement>()
  const mark = useMark(label, dates)
  const known = values.filter((value) => value !== null)
  const [first, last] = [known[0], known.at(-1)]
  if (first === undefined || last === undefined) return null
  const axis = (dates ? dayAxis : numberAxis)(Math.min(from ?? Infinity, ...known), Math.max(from ?? -Infinity, ...known), dates ? 6 : 3)
  const left = Math.ceil(Math.max(...axis.ticks.map((tick) => mark(tick, axis).length), 3) * LETTER) + 8
  const [width, tall] = [Math.max(160, measured - left - RIGHT), HEIGHT - TOP - BOTTOM]
  const told = `${title}: ${first === last ? label(last) : `${label(first)} → ${label(last)}`}`
  const dots = placed(days, values, width, tall, axis.low === axis.high ? [axis.low - 1, axis.high + 1] : [axis.low, axis.high])
  return (
    <figure ref={ref} className={classes.figure}>
      <figcaption>{told}</figcaption>
      <svg className={classes.chart} width={left + width + RIGHT} height={HEIGHT} role="img" aria-label={told}>
        <g transform={`translate(${left} ${TOP})`}>
          <Marks axis={axis} text={(tick) => mark(tick, axis)} width={width} height={tall} />
          <Days days={days} width={width} height={tall} />
          <path className={finish ? classes.finish : classes.cost} d={steps(dots)} />
          {dots.length <= MOST_DOTS && dots.map((dot, index) => dot && <circle key={index} className={classes.point} data-finish={finish} cx={dot.x} cy={dot.y} r="2.5" />)}
        </g>
      </svg>
    </figure>
  )
}

function useMark(label: (value: number) => string, dates?: boolean): (value: number, axis: Axis) => string {
  const format = useFormat()
  return (value, axis) => (!dates ? label(value) : axis.high - axis.low < 62 ? format.date(dayOf(value)) : format.month(dayOf(value)))
}

function Marks({ axis, text, width, height }: { axis: Axis; text: (tick: number) => string; width: number; height: number }) {
  const y = (tick: number) => (axis.high === axis.low ? height / 2 : height - ((tick - axis.low) / (axis.high - axis.low)) * height)
  return (
    <g aria-hidden="true">
      {axis.ticks.map((tick) => (
        <g key={tick}>
          <line className={classes.grid} data-zero={tick === 0 || undefined} x1="0" x2={width} y1={y(tick)} y2={y(tick)} />
          <text data-date x="-8" y={y(tick) + 4} textAnchor="end">
            {text(tick)}
          </text>
        </g>
      ))}
    </g>
  )
}

function Days({ days, width, height }: { days: readonly string[]; width: number; height: number }) {
  const format = useFormat()
  const numbers = days.map(dayNumber)
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)]
  const short = high - low < 62
  const { ticks } = dayAxis(low, high, Math.max(2, Math.floor(width / (short ? 96 : 64))))
  const x = (day: number) => (high === low ? 0 : ((day - low) / (high - low)) * width)
  return (
    <g aria-hidden="true">
      <line className={classes.grid} x1="0" x2={width} y1={height} y2={height} />
      {ticks.map((day) => (
        <text key={day} data-date x={x(day)} y={height + 18} textAnchor={x(day) > width - 24 ? 'end' : x(day) < 16 ? 'start' : 'middle'}>
          {short ? format.date(dayOf(day)) : format.month(dayOf(day))}
        </text>
      ))}
    </g>
  )
}
