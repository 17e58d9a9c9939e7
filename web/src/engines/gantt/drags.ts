/** What a drag in the chart means for the cells: a moved bar is a new start, a moved edge a new duration. */
import type { Cells } from '../plan/rows'
import { fromDate, toDate } from '../cells/moments'
import { moment, type WorkDays } from './worktime'
import { LEVELS, snapped, type Zoom } from './zoom'

/** The new start of a bar that was moved; where the zoom knows only days, the hour of the old start is kept. */
export function startAfterMove(before: Date, dropped: Date, zoom: Zoom, days: WorkDays): Cells {
  if (LEVELS[zoom].snap < 1440) return { start: fromDate(snapped(dropped, zoom)) }
  const clock = before.getHours() * 3600 + before.getMinutes() * 60
  const wanted = moment(snapped(dropped, zoom), clock)
  return { start: fromDate(days.works(wanted) ? wanted : firstWorkingDay(wanted, days)) }
}

function firstWorkingDay(from: Date, days: WorkDays): Date {
  let day = from
  for (let tries = 0; tries < 366 && !days.works(day); tries += 1) day = moment(day, secondsOfDay(day) + 86400)
  return day
}

function secondsOfDay(date: Date): number {
  return date.getHours() * 3600 + date.getMinutes() * 60 + date.getSeconds()
}

/** The new duration of a bar whose right edge was dropped somewhere: the working time up to there, at least a quarter of an hour. */
export function durationAfterResize(start: Date, dropped: Date, zoom: Zoom, days: WorkDays): Cells {
  return { duration: Math.max(900, days.between(start, snapped(dropped, zoom))) }
}

/** The same step by keyboard: a day earlier or later, to the next working day. */
export function startAfterStep(start: unknown, step: 1 | -1, days: WorkDays): Cells | null {
  const from = toDate(start)
  if (!from) return null
  let day = moment(from, secondsOfDay(from) + step * 86400)
  for (let tries = 0; tries < 366 && !days.works(day); tries += 1) day = moment(day, secondsOfDay(day) + step * 86400)
  return { start: fromDate(day) }
}
