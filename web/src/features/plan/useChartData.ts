/** What the chart draws, made of the rows that are shown; a bar whose row did not change is the same object, so that only what moved is drawn anew. */
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef } from 'react'
import { sessionQuery } from '~/client/queries'
import { arrowsOf } from '~/engines/gantt/arrows'
import { barOf, spanOf, type Bar } from '~/engines/gantt/bars'
import type { WorkDays } from '~/engines/gantt/worktime'
import { shownText, type CellWords } from '~/engines/plan/cellText'
import { COLUMN_BY_KEY, type PlanColumn } from '~/engines/plan/columns'
import { toDate } from '~/engines/plan/moments'
import type { Outline, Placed, Row } from '~/engines/plan/rows'
import type { GanttData } from '~/ui/gantt/model'
import type { PlanState } from './planState'

const PEOPLE = COLUMN_BY_KEY.get('assignments') as PlanColumn
const DAY = 86_400_000
/** Room at both sides, and the steps in which the span grows. */
const ROOM = 10 * DAY
const STEP = 28 * DAY

export function useChartData(outline: Outline, state: PlanState, words: CellWords, days: WorkDays): { data: GanttData; span: GanttData['span'] | null } {
  const session = useQuery(sessionQuery)
  const now = toDate(session.data?.organisation.now.slice(0, 16))
  const nowTime = now?.getTime()
  const kept = useRef(new Map<Row, { bar: Bar; words: CellWords; summary: boolean }>())
  const arrows = useMemo(() => arrowsOf(outline), [outline])
  const { resourceName } = words

  const bars = useMemo(() => {
    const label = (placed: Placed) => labelOf(placed, words)
    // eslint-disable-next-line react-hooks/refs -- a cache of pure results
    const known = kept.current
    return outline.shown.map((placed) => {
      const found = known.get(placed.row)
      return found && found.words.resourceName === resourceName && found.summary === placed.hasChildren ? found.bar : barOf(placed, label)
    })
    // eslint-disable-next-line react-hooks/exhaustive-deps -- row numbers do not stand beside bars
  }, [outline, resourceName])
  useEffect(() => {
    kept.current = new Map(outline.shown.map((placed, index) => [placed.row, { bar: bars[index] as Bar, words, summary: placed.hasChildren }]))
  }, [outline, bars, words])

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

function labelOf(placed: Placed, words: CellWords): string {
  const name = String(placed.row.cells['name'] ?? '')
  if (placed.hasChildren) return ''
  return placed.row.cells['milestone'] === true ? `${name} ${words.moments.date(placed.row.cells['finish'])}` : shownText(PEOPLE, placed.row, words)
}
