/** The chart as an object: it takes data and look, and changes only what differs. React stands outside. */
import type { GanttStatic } from 'dhtmlx-gantt'
import { arrowsToDraw } from '~/engines/gantt/arrows'
import type { Bar } from '~/engines/gantt/bars'
import { LEVELS } from '~/engines/gantt/zoom'
import { LINK_KINDS } from '~/engines/plan/links'
import type { Outline } from '~/engines/plan/rows'
import { Marks } from './marks'
import type { GanttData, GanttEvents, GanttLook, GanttWords } from './model'
import { scalesOf } from './scales'
import { newChart, setTemplates, type ChartTask } from './setUp'

/** The library's words for kinds of links: finish-start 0, start-start 1, finish-finish 2, start-finish 3. */
const KIND_CODES = ['0', '1', '2', '3'] as const

export class Chart {
  private readonly chart: GanttStatic = newChart()
  private readonly marks = new Marks(this.chart)
  private data: GanttData | null = null
  private look: GanttLook | null = null
  private shown: Pick<Outline, 'shownAt'> = { shownAt: new Map() }
  private drawn: ReadonlySet<string> | null = null
  private scaleKey = ''
  private idsKey: readonly number[] = []
  private ready = false
  private settling = 0

  constructor(
    private readonly container: HTMLElement,
    private words: GanttWords,
    private events: () => GanttEvents,
  ) {
    setTemplates(this.chart, () => this.words, () => this.look ?? { critical: false, selected: new Set() })
    this.listen()
  }

  /** Shows data and look. The first call makes the chart. */
  show(data: GanttData, look: GanttLook, words: GanttWords): void {
    const before = { data: this.data, look: this.look }
    this.words = words
    this.data = data
    this.look = look
    const scaled = this.applyScale()
    this.chart.config.readonly = look.readOnly
    if (!this.ready) this.start()
    const ids = data.bars.map((bar) => bar.id)
    const sameRows = ids.length === this.idsKey.length && ids.every((id, index) => id === this.idsKey[index])
    const sameArrows = before.data !== null && sameLinks(before.data, data)
    this.idsKey = ids
    if (!sameRows || !sameArrows) this.load()
    else {
      const changed = this.update()
      if (scaled) this.chart.render()
      else if (changed || before.look !== look) this.chart.refreshData()
    }
    this.settle()
    this.drawMarks()
  }

  scrollTo(top: number): void {
    if (this.ready && Math.abs(this.chart.getScrollState().y - top) > 0.5) this.chart.scrollTo(undefined as never, top)
  }

  top(): number {
    return this.ready ? this.chart.getScrollState().y : 0
  }

  /** Scrolls sideways to a bar of which nothing can be seen. */
  reveal(id: number): void {
    const bar = this.data?.bars.find((each) => each.id === id)
    if (!bar?.start || !this.ready) return
    const x = this.chart.posFromDate(bar.start)
    const end = this.chart.posFromDate(bar.finish ?? bar.start)
    const state = this.chart.getScrollState()
    const width = this.width()
    if (end < state.x + 24 || x > state.x + width - 120) this.chart.scrollTo(Math.max(0, x - width / 4), undefined as never)
  }

  width(): number {
    return (this.chart.$task as HTMLElement | undefined)?.clientWidth ?? this.container.clientWidth
  }

  resize(): void {
    if (!this.ready || this.container.clientWidth === 0) return
    this.chart.setSizes()
    this.drawMarks()
  }

  destroy(): void {
    cancelAnimationFrame(this.settling)
    this.chart.destructor()
    this.container.replaceChildren()
  }

  private start(): void {
    this.chart.init(this.container)
    this.ready = true
  }

  private applyScale(): boolean {
    const { data, look } = this as unknown as { data: GanttData; look: GanttLook }
    const key = [look.zoom, look.rowHeight, look.headerHeight, look.locale, data.span.from.getTime(), data.span.to.getTime()].join()
    if (key === this.scaleKey) return false
    this.scaleKey = key
    const level = LEVELS[look.zoom]
    Object.assign(this.chart.config, {
      row_height: look.rowHeight,
      bar_height: look.rowHeight < 32 ? 14 : 16,
      scale_height: look.headerHeight,
      min_column_width: level.width,
      scales: scalesOf(look.zoom, look.locale, this.words),
      start_date: data.span.from,
      end_date: data.span.to,
      drag_links: !look.readOnly,
    })
    return this.ready
  }

  private load(): void {
    const data = this.data as GanttData
    const tasks = data.bars.map(taskOf)
    const links = data.arrows.map((arrow) => ({ id: arrow.id, source: arrow.from, target: arrow.to, type: KIND_CODES[LINK_KINDS.indexOf(arrow.kind)] }))
    this.shown = { shownAt: new Map(data.bars.map((bar, index) => [bar.id, index])) }
    const { y } = this.chart.getScrollState()
    this.chart.clearAll()
    // clearAll forgets the span that was set.
    Object.assign(this.chart.config, { start_date: data.span.from, end_date: data.span.to })
    this.chart.parse({ data: tasks, links } as never)
    this.chart.scrollTo(undefined as never, y)
  }

  /** Writes new dates into the chart's own tasks; true where any differs. A bar that is being dragged is left alone. */
  private update(): boolean {
    const dragged = (this.chart.getState() as { drag_id?: number }).drag_id
    let changed = false
    for (const bar of (this.data as GanttData).bars) {
      const task = this.chart.getTask(bar.id) as unknown as ChartTask
      if (task.bar === bar || String(bar.id) === String(dragged ?? '')) continue
      Object.assign(task, taskOf(bar))
      changed = true
    }
    return changed
  }

  /** Puts a bar back where the data has it, after a drag that came to nothing. */
  restore(id: number): void {
    const bar = this.data?.bars.find((each) => each.id === id)
    if (!bar) return
    Object.assign(this.chart.getTask(id), taskOf(bar))
    this.chart.refreshTask(id)
  }

  private listen(): void {
    const { chart } = this
    const movable = (id: number) => !this.look?.readOnly && (chart.getTask(id) as unknown as ChartTask).bar.kind !== 'summary'
    chart.attachEvent('onBeforeTaskDrag', (id: number) => movable(id))
    chart.attachEvent('onAfterTaskDrag', (id: number, mode: string) => this.dropped(Number(id), mode))
    // A link that was drawn by hand is never added here: the server adds it, and it comes back with the data.
    chart.attachEvent('onBeforeLinkAdd', (_id, link) => {
      this.events().onLink(Number(link.source), Number(link.target), LINK_KINDS[Number(link.type)] ?? 'FS')
      return false
    })
    chart.attachEvent('onBeforeLinkDisplay', (id: string) => this.drawn === null || this.drawn.has(id))
    chart.attachEvent('onTaskClick', (id: number) => (this.events().onSelect(Number(id)), false))
    chart.attachEvent('onTaskDblClick', () => false)
    chart.attachEvent('onLinkDblClick', () => false)
    chart.attachEvent('onContextMenu', (id, _link, event) => {
      if (!id) return
      event.preventDefault()
      this.events().onMenu(Number(id), (event as MouseEvent).clientX, (event as MouseEvent).clientY)
    })
    // The event names the position before; where it is now, the chart says itself.
    chart.attachEvent('onGanttScroll', () => {
      this.events().onScroll(chart.getScrollState().y)
      this.drawMarks()
      this.settleSoon()
    })
    chart.attachEvent('onGanttRender', () => this.drawMarks())
    chart.attachEvent('onDataRender', () => this.drawMarks())
  }

  private dropped(id: number, mode: string): void {
    const { start_date: start, end_date: end } = this.chart.getTask(id) as unknown as ChartTask
    if (mode === 'move' && start) this.events().onMove(id, start)
    else if (mode === 'resize' && end) this.events().onResize(id, end)
    this.restore(id)
  }

  private settleSoon(): void {
    cancelAnimationFrame(this.settling)
    this.settling = requestAnimationFrame(() => this.settle() && this.chart.refreshData())
  }

  /** Decides which links are drawn where the window stands now; true where that changed. */
  private settle(): boolean {
    const { data, look } = this
    if (!data || !look || !this.ready) return false
    const top = this.chart.getScrollState().y
    const height = (this.chart.$task_data as HTMLElement).clientHeight
    const few = arrowsToDraw(data.arrows, this.shown, Math.floor(top / look.rowHeight), Math.ceil((top + height) / look.rowHeight), look.selected)
    const thicket = few.limited
    const next = thicket ? few.ids : null
    const changed = (next === null) !== (this.drawn === null) || (next !== null && this.drawn !== null && !sameSet(next, this.drawn))
    this.drawn = next
    return changed
  }

  private drawMarks(): void {
    if (this.ready && this.data && this.look) this.marks.draw(this.data, this.look, this.words)
  }
}

function taskOf(bar: Bar): ChartTask {
  const dated = bar.start && bar.finish
  return {
    id: bar.id,
    text: bar.name,
    type: bar.kind === 'milestone' ? 'milestone' : 'task',
    ...(dated ? { start_date: bar.start as Date, end_date: bar.finish as Date, unscheduled: false } : { unscheduled: true }),
    progress: bar.progress,
    readonly: bar.kind === 'summary',
    bar,
  }
}

function sameLinks(a: GanttData, b: GanttData): boolean {
  return a.arrows === b.arrows || (a.arrows.length === b.arrows.length && a.arrows.every((arrow, index) => arrow.id === b.arrows[index]?.id))
}

function sameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((each) => b.has(each))
}
