/** The two lines of the time scale at each zoom, written in the reader's language. */
import { LEVELS, type Zoom } from '~/engines/gantt/zoom'
import type { GanttWords } from './model'

export interface Scale {
  unit: string
  step: number
  format: (date: Date) => string
  css?: (date: Date) => string
}

export function scalesOf(zoom: Zoom, locale: string, words: GanttWords): Scale[] {
  const level = LEVELS[zoom]
  const write = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, options)
    return (date: Date) => format.format(date)
  }
  const below: Record<string, (date: Date) => string> = {
    hour: write({ hour: '2-digit', hour12: false }),
    day: write({ day: 'numeric' }),
    week: words.week,
    month: write({ month: 'short' }),
    quarter: (date) => `Q${Math.floor(date.getMonth() / 3) + 1}`,
  }
  const above: Record<string, (date: Date) => string> = {
    day: write({ weekday: 'short', day: 'numeric', month: 'short' }),
    month: write({ month: 'long', year: 'numeric' }),
    year: write({ year: 'numeric' }),
  }
  const lower = { unit: level.unit, step: level.step, format: below[level.unit] as (date: Date) => string }
  return [{ unit: level.above, step: 1, format: above[level.above] as (date: Date) => string }, lower]
}
