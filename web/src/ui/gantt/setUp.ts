/** Makes one chart of dhtmlx-gantt with everything switched off that the server does: its own scheduling, calendars, dialogs. */
import { Gantt, type GanttStatic } from 'dhtmlx-gantt'
import type { Bar } from '~/engines/gantt/bars'
import type { GanttWords } from './model'

export interface ChartTask {
  id: number
  text: string
  type: string
  start_date?: Date
  end_date?: Date
  unscheduled?: boolean
  progress: number
  readonly?: boolean
  bar: Bar
}

export const SCROLLBAR = 12

export function newChart(): GanttStatic {
  const chart = Gantt.getGanttInstance()
  Object.assign(chart.config, {
    layout: {
      css: 'gantt_container',
      rows: [
        { cols: [{ view: 'timeline', scrollX: 'across', scrollY: 'down' }, { view: 'scrollbar', id: 'down' }] },
        { view: 'scrollbar', id: 'across' },
      ],
    },
    scroll_size: SCROLLBAR,
    show_grid: false,
    show_task_cells: false,
    show_errors: false,
    show_progress: true,
    drag_progress: false,
    drag_lightbox: false,
    drag_multiple: false,
    details_on_create: false,
    details_on_dblclick: false,
    round_dnd_dates: false,
    select_task: false,
    initial_scroll: false,
    preserve_scroll: true,
    scroll_on_click: false,
    min_duration: 900_000,
    link_arrow_size: 8,
    link_wrapper_width: 16,
    link_line_width: 1,
    autoscroll: true,
    deadlines: false,
    smart_rendering: true,
    wai_aria_attributes: true,
  })
  return chart
}

/** `init` draws before there is anything to draw: what is parsed right after it draws all. */
export function startIn(container: HTMLElement, chart: GanttStatic): void {
  const { render } = chart
  chart.render = () => undefined
  chart.init(container)
  chart.render = render
}

/** A browser makes whatever scrolls a stop of the tabulator. Down, chart and grid go as one by the grid's keys; sideways the chart goes by its own, under its name. */
export function nameScrollbars(container: HTMLElement): void {
  container.querySelector('.gantt_ver_scroll')?.setAttribute('tabindex', '-1')
  const across = container.querySelector('.gantt_hor_scroll')
  across?.setAttribute('tabindex', '0')
  across?.setAttribute('role', 'group')
  across?.setAttribute('aria-label', container.getAttribute('aria-label') ?? '')
}

/** The templates write HTML: every text of the plan goes through here. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

interface LookNow {
  critical: boolean
  selected: ReadonlySet<number>
}

export function setTemplates(chart: GanttStatic, words: () => GanttWords, look: () => LookNow): void {
  const barOf = (task: unknown) => (task as ChartTask).bar
  Object.assign(chart.templates, {
    task_text: () => '',
    progress_text: () => '',
    leftside_text: () => '',
    rightside_text: (_start: Date, _end: Date, task: ChartTask) => (task.bar.label ? `<bdi>${escaped(task.bar.label)}</bdi>` : ''),
    tooltip_text: (_start: Date, _end: Date, task: ChartTask) => escaped(words().bar(task.bar)),
    task_class: (_start: Date, _end: Date, task: ChartTask) => classesOf(task.bar, look()),
    task_row_class: (_start: Date, _end: Date, task: ChartTask) => (look().selected.has(task.id) ? 'mp-row-selected' : ''),
    link_class: (link: { source: number; target: number }) => {
      const { critical, selected } = look()
      const chosen = selected.has(Number(link.source)) || selected.has(Number(link.target))
      const both = critical && barOf(chart.getTask(link.source)).critical && barOf(chart.getTask(link.target)).critical
      return `${chosen ? 'mp-link-chosen' : ''} ${both ? 'mp-link-critical' : ''}`
    },
    drag_link: (from: number, _fromStart: boolean, to: number) => {
      const name = (id: number) => (id && chart.isTaskExists(id) ? barOf(chart.getTask(id)).name : '')
      return escaped(words().link(name(from), name(to)))
    },
  })
}

function classesOf(bar: Bar, look: LookNow): string {
  const classes = [`mp-${bar.kind}`]
  if (look.critical && bar.critical) classes.push('mp-critical')
  if (look.selected.has(bar.id)) classes.push('mp-chosen')
  if (bar.manual) classes.push('mp-manual')
  if (bar.inactive) classes.push('mp-inactive')
  return classes.join(' ')
}
