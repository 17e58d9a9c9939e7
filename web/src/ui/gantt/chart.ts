/** The chart as an object: it takes data and look, and changes only what differs. React stands outside. */
import type { GanttStatic } from 'dhtmlx-gantt'
import { arrowsToDraw, type ArrowChoice } from '~/engines/gantt/arrows'
import { LEVELS } from '~/engines/gantt/zoom'
import type { Outline } from '~/engines/plan/rows'
import { Marks } from './marks'
import type { GanttData, GanttEvents, GanttLook, GanttWords } from './model'
import { onlyChosen, sameLinks, sameSet } from './same'
import { scalesOf } from './scales'
import { nameScrollbars, newChart, setTemplates, startIn, type ChartTask } from './setUp'
import { arrowsNear, entriesOf, stretchAround, type Stretch } from './stretch'
import { gapTask, kindOf, linkOf, taskOf } from './tasks'

export class Chart {
  private readonly chart: GanttStatic = newChart()
  private readonly marks = new Marks(this.chart)
  private data: GanttData | null = null
  private look: GanttLook | null = null
  private shown: Pick<Outline, 'shownAt'> = { shownAt: new Map() }
  /** The links that the window needs; `limited` hides all others. */
  private needed: ArrowChoice = { ids: new Set(), limited: false }
  /** What the library holds: the rows near the window, and the links that touch them. */
  private stretch: Stretch | null = null
  private held: ReadonlySet<string> = new Set()
  private scaleKey = ''
  private idsKey: readonly number[] = []
  private ready = false
  private size = ''
  private settling = 0
  private showing = false

  constructor(private readonly container: HTMLElement, private words: GanttWords, private events: () => GanttEvents) {
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
    const ids = data.bars.map((bar) => bar.id)
    const sameRows = ids.length === this.idsKey.length && ids.every((id, index) => id === this.idsKey[index])
    const sameArrows = before.data !== null && sameLinks(before.data, data)
    const chosen = before.look && onlyChosen(before.look, look)
    this.idsKey = ids
    if (!sameRows) this.shown = { shownAt: new Map(ids.map((id, index) => [id, index])) }
    // The library tells of each of its steps; the marks are drawn once, when it is done.
    this.showing = true
    if (!this.ready || !sameRows || !sameArrows) this.load()
    else {
      const [settled, changed] = [this.settle(), this.lacks() ? null : this.update()]
      if (changed === null) this.load()
      else if (scaled) this.chart.render()
      else if (changed || settled || (before.look !== look && !chosen)) this.chart.refreshData()
      else chosen?.forEach((id) => this.chart.isTaskExists(id) && this.chart.refreshTask(id))
    }
    this.showing = false
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
    return this.ready ? this.marks.visible().width : this.container.clientWidth
  }

  resize(): void {
    const size = sizeOf(this.container)
    if (!this.ready || this.container.clientWidth === 0 || size === this.size) return
    this.size = size
    this.marks.measureAgain()
    this.chart.setSizes()
    this.settleSoon()
    this.drawMarks()
  }

  destroy(): void {
    cancelAnimationFrame(this.settling)
    this.chart.destructor()
    this.container.replaceChildren()
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
    const { rowHeight } = this.look as GanttLook
    const { y } = this.ready ? this.chart.getScrollState() : { y: 0 }
    const [first, end] = this.window(y)
    const stretch = stretchAround(null, first, end, data.bars.length)
    this.stretch = stretch
    this.settle()
    const arrows = arrowsNear(data.arrows, this.shown.shownAt, stretch, this.needed.ids)
    this.held = new Set(arrows.map((arrow) => arrow.id))
    const tasks = entriesOf(data.bars, this.shown.shownAt, stretch, arrows).map((entry) => ('rows' in entry ? gapTask(entry, rowHeight) : taskOf(entry)))
    this.marks.measureAgain()
    if (this.ready) this.chart.clearAll()
    else startIn(this.container, this.chart)
    if (!this.ready) this.size = sizeOf(this.container)
    this.ready = true
    // clearAll forgets the span that was set.
    Object.assign(this.chart.config, { start_date: data.span.from, end_date: data.span.to })
    this.chart.parse({ data: tasks, links: arrows.map(linkOf) } as never)
    if (y > 0) this.chart.scrollTo(undefined as never, y)
  }

  /** The rows on the screen, as indexes; the end is not among them. */
  private window(top: number): [number, number] {
    const height = (this.ready && (this.chart.$task_data as HTMLElement).clientHeight) || this.container.clientHeight
    const row = (this.look as GanttLook).rowHeight
    return [Math.floor(top / row), Math.ceil((top + height) / row) + 1]
  }

  /** Whether the window has come to rows or links that the library was not handed. While somebody drags, nothing is taken from under the pointer. */
  private lacks(): boolean {
    const { drag_id: bar, link_source_id: link } = this.chart.getState() as { drag_id?: unknown; link_source_id?: unknown }
    if (bar || link || !this.stretch || !this.data) return false
    const [first, end] = this.window(this.chart.getScrollState().y)
    return stretchAround(this.stretch, first, end, this.data.bars.length) !== this.stretch || [...this.needed.ids].some((id) => !this.held.has(id))
  }

  /** Writes new dates into the chart's own tasks; true where any differs. A bar that is being dragged is left alone. */
  private update(): boolean {
    const dragged = (this.chart.getState() as { drag_id?: number }).drag_id
    let changed = false
    for (const bar of this.data?.bars ?? []) {
      if (!this.chart.isTaskExists(bar.id)) continue
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
    if (!bar || !this.chart.isTaskExists(id)) return
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
      this.events().onLink(Number(link.source), Number(link.target), kindOf(link.type))
      return false
    })
    chart.attachEvent('onBeforeLinkDisplay', (id: string) => !this.needed.limited || this.needed.ids.has(id))
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
    chart.attachEvent('onDataRender', () => {
      nameScrollbars(this.container)
      this.drawMarks()
    })
  }

  private dropped(id: number, mode: string): void {
    const { start_date: start, end_date: end } = this.chart.getTask(id) as unknown as ChartTask
    if (mode === 'move' && start) this.events().onMove(id, start)
    else if (mode === 'resize' && end) this.events().onResize(id, end)
    this.restore(id)
  }

  private settleSoon(): void {
    cancelAnimationFrame(this.settling)
    this.settling = requestAnimationFrame(() => {
      const settled = this.settle()
      if (this.lacks()) this.load()
      else if (settled) this.chart.refreshData()
    })
  }

  /** Decides which links are drawn where the window stands now; true where that changed. */
  private settle(): boolean {
    const { data, look } = this
    if (!data || !look) return false
    const [first, end] = this.window(this.ready ? this.chart.getScrollState().y : 0)
    const before = this.needed
    this.needed = arrowsToDraw(data.arrows, this.shown, first, end, look.selected)
    return this.needed.limited !== before.limited || (before.limited && !sameSet(before.ids, this.needed.ids))
  }

  private drawMarks(): void {
    if (this.ready && !this.showing && this.data && this.look) this.marks.draw(this.data, this.look, this.words)
  }
}

function sizeOf({ clientWidth, clientHeight }: HTMLElement): string {
  return `${clientWidth},${clientHeight}`
}
