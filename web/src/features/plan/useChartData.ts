/** What the chart draws, made of the rows that are shown. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { sessionQuery } from '~/client/queries'
import { arrowsOf, type Arrow } from '~/engines/gantt/arrows'
import { rememberedBars, spanOf, type Bar } from '~/engines/gantt/bars'
import { steadyList } from '~/engines/gantt/steady'
import type { WorkDays } from '~/engines/gantt/worktime'
import { peopleText, type CellWords } from '~/engines/plan/cellText'
import { toDate } from '~/engines/cells/moments'
import type { Outline, Placed } from '~/engines/plan/rows'
import type { GanttData } from '~/ui/gantt/model'
import type { PlanState } from './planState'

const DAY = 86_400_000
/** Room at both sides, and the steps in which the span grows. */
const ROOM = 10 * DAY
const STEP = 28 * DAY

export function useChartData(outline: Outline, state: PlanState, words: CellWords, days: WorkDays): { data: GanttData; span: GanttData['span'] | null } {
  const session = useQuery(sessionQuery)
  const nowTime = toDate(session.data?.organisation?.now.slice(0, 16))?.getTime()
  // An edit that moves no bar and no link hands the chart the very lists that it has: it draws nothing.
  const keepArrows = useMemo(() => steadyList<Arrow>(), [])
  const keepBars = useMemo(() => steadyList<Bar>(), [])
  const arrows = useMemo(() => keepArrows(arrowsOf(outline)), [outline, keepArrows])
  const { resourceName, moments } = words
  const barFor = useMemo(() => rememberedBars((placed) => labelOf(placed, { resourceName, moments })), [resourceName, moments])
  const bars = useMemo(() => keepBars(outline.shown.map(barFor)), [outline, barFor, keepBars])

  const { settings } = state
  return useMemo(() => {
    const statusDate = toDate(settings['status_date'])
    const today = nowTime === undefined ? null : new Date(nowTime)
    const start = toDate(settings['start'])
    const span = steady(spanOf(bars, [start], ROOM))
    const fallback = start ?? today ?? new Date(2026, 0, 1)
    const shown = span ?? { from: new Date(fallback.getTime() - ROOM), to: new Date(fallback.getTime() + 4 * STEP) }
    return { data: { bars, arrows, span: shown, days, now: today, statusDate }, span }
  }, [bars, arrows, days, settings, nowTime])
}

/** The end in whole steps of four weeks: an edit that moves it by a day does not draw the whole scale anew. */
function steady(span: GanttData['span'] | null): GanttData['span'] | null {
  if (!span) return null
  return { from: new Date(Math.floor(span.from.getTime() / DAY) * DAY), to: new Date(Math.ceil(span.to.getTime() / STEP) * STEP + STEP) }
}

/** Who works on a task, or the name and day of a milestone. */
function labelOf({ row, hasChildren }: Placed, { resourceName, moments }: Pick<CellWords, 'resourceName' | 'moments'>): string {
  if (hasChildren) return ''
  if (row.cells['milestone'] === true) return `${String(row.cells['name'] ?? '')} ${moments.date(row.cells['finish'])}`
  return peopleText(row.cells['assignments'] ?? [], resourceName)
}
