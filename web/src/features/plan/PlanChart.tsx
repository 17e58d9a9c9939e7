/** The plan's bars in the chart. */
import { useLingui } from '@lingui/react/macro'
import { useMemo, type Ref } from 'react'
import type { Bar } from '~/engines/gantt/bars'
import { closer, wider } from '~/engines/gantt/zoom'
import { fromDate } from '~/engines/cells/moments'
import { GanttChart } from '~/ui/gantt/GanttChart'
import type { GanttData, GanttEvents, GanttHandle, GanttLook, GanttWords } from '~/ui/gantt/model'
import { HEADER, rowHeight, type Shared } from './shared'

interface PlanChartProps extends Shared {
  data: GanttData
  gantt: Ref<GanttHandle>
  onScroll: (top: number) => void
}

export function PlanChart({ state, view, words, selection, actions, zoom, openMenu, data, gantt, onScroll }: PlanChartProps) {
  const { t, i18n } = useLingui()
  const { search, change } = view
  const { mayEdit } = state
  const look = useMemo<GanttLook>(
    () => ({
      zoom,
      rowHeight: rowHeight(search.compact),
      headerHeight: HEADER,
      locale: i18n.locale === 'pseudo' ? 'en' : i18n.locale,
      critical: search.critical !== false,
      baseline: search.baseline !== false,
      readOnly: !mayEdit,
      selected: selection.rowSet,
    }),
    [zoom, search.compact, search.critical, search.baseline, i18n.locale, mayEdit, selection.rowSet],
  )
  const ganttWords = useGanttWords(words.moments)
  const events: GanttEvents = {
    onMove: actions.barMoved,
    onResize: actions.barResized,
    onLink: actions.linked,
    onSelect: (id) => selection.selectRow(id),
    onScroll,
    onWheelZoom: (step) => change({ zoom: step > 0 ? wider(zoom) : closer(zoom) }),
    onMenu: (id, x, y) => {
      if (!selection.rowSet.has(id)) selection.selectRow(id)
      openMenu({ x, y })
    },
  }
  return <GanttChart label={t`Chart of the plan; the grid beside it has the same dates`} data={data} look={look} words={ganttWords} events={events} handle={gantt} />
}

function useGanttWords(moments: Shared['words']['moments']): GanttWords {
  const { t } = useLingui()
  return useMemo(() => {
    const day = (date: Date | null | undefined) => (date ? moments.date(fromDate(date)) : '')
    const percent = (bar: Bar) => Math.round(bar.progress * 100)
    return {
      bar: (bar) => {
        const [name, start, finish, done] = [bar.name, day(bar.start), day(bar.finish), percent(bar)]
        return bar.critical ? t`${name}: ${start} to ${finish}, ${done} % done, critical` : t`${name}: ${start} to ${finish}, ${done} % done`
      },
      link: (from, to) => t`Link from ${from} to ${to}`,
      today: t`Today`,
      statusDate: t`Status date`,
      deadline: (bar) => {
        const date = day(bar.deadline)
        return bar.missesDeadline ? t`Deadline ${date}, missed` : t`Deadline ${date}`
      },
      baseline: (bar) => {
        const [start, finish] = [day(bar.baseline?.[0]), day(bar.baseline?.[1])]
        return t`Baseline ${start} to ${finish}`
      },
      week: (date) => String(date.getDate()),
    }
  }, [t, moments])
}
