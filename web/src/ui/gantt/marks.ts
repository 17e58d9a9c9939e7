/**
 * What the chart's library does not draw: time that is not worked, baselines, deadlines, today and the status date.
 * Two sheets lie in the scrolled area, one under the bars and one over them; only what is on the screen is drawn.
 */
import type { GanttStatic } from 'dhtmlx-gantt'
import type { Bar } from '~/engines/gantt/bars'
import type { GanttData, GanttLook, GanttWords } from './model'

const ROOM = 400

export class Marks {
  private readonly under = sheet('mp-under')
  private readonly over = sheet('mp-over')
  private drawnUnder = ''
  /** Asked of the page only when it may have changed, because that makes the page lay itself out. */
  private size: { width: number; height: number } | null = null

  constructor(private readonly chart: GanttStatic) {}

  /** The chart may have another size now. */
  measureAgain(): void {
    this.size = null
  }

  /** Width and height of what can be seen at once; the chart is there. */
  visible(): { width: number; height: number } {
    return (this.size ??= { width: (this.chart.$task as HTMLElement).clientWidth, height: (this.chart.$task_data as HTMLElement).clientHeight })
  }

  draw(data: GanttData, look: GanttLook, words: GanttWords): void {
    const area = this.chart.$task_data as HTMLElement | undefined
    if (!area) return
    if (this.under.parentElement !== area) {
      area.prepend(this.under)
      area.append(this.over)
      this.drawnUnder = ''
    }
    const scroll = this.chart.getScrollState()
    const { width, height: visible } = this.visible()
    const left = Math.max(0, scroll.x - ROOM)
    const right = scroll.x + width + ROOM
    const height = Math.max(data.bars.length * look.rowHeight, visible)
    this.drawUnder(data, look, left, right, height)
    this.drawOver(data, look, words, { left, right, top: scroll.y, bottom: scroll.y + visible, height })
  }

  /** The shading moves only sideways: it is drawn anew when another stretch of time comes into view. */
  private drawUnder(data: GanttData, look: GanttLook, left: number, right: number, height: number): void {
    const block = Math.floor(left / ROOM)
    const key = [block, Math.ceil(right / ROOM), height, look.zoom, data.span.from.getTime(), data.span.to.getTime(), data.days.calendar.name].join()
    if (key === this.drawnUnder) return
    this.drawnUnder = key
    const [from, to] = [this.dateAt(left), this.dateAt(right)]
    const spans = look.zoom === 'hour' ? data.days.restTimes(from, to) : look.zoom === 'quarter' || look.zoom === 'year' ? [] : data.days.restDays(from, to)
    this.under.replaceChildren(
      ...spans.map(([start, end]) => {
        const x = this.x(start)
        return box('mp-rest', x, 0, this.x(end) - x, height)
      }),
    )
  }

  private drawOver(data: GanttData, look: GanttLook, words: GanttWords, view: { left: number; right: number; top: number; bottom: number; height: number }): void {
    const first = Math.max(0, Math.floor(view.top / look.rowHeight) - 2)
    const last = Math.min(data.bars.length, Math.ceil(view.bottom / look.rowHeight) + 2)
    const parts: HTMLElement[] = []
    for (let index = first; index < last; index += 1) parts.push(...this.barMarks(data.bars[index] as Bar, index * look.rowHeight, look, words))
    for (const [date, css, title] of [[data.now, 'mp-today', words.today], [data.statusDate, 'mp-status-date', words.statusDate]] as const) {
      if (!date) continue
      const line = box(css, this.x(date), 0, 0, view.height)
      line.title = title
      parts.push(line)
    }
    this.over.replaceChildren(...parts)
  }

  private barMarks(bar: Bar, top: number, look: GanttLook, words: GanttWords): HTMLElement[] {
    const marks: HTMLElement[] = []
    if (look.baseline && bar.baseline) {
      const [start, end] = bar.baseline
      const x = this.x(start)
      const milestone = bar.kind === 'milestone'
      const ghost = milestone
        ? box('mp-ghost-milestone', this.x(end) - 4, top + look.rowHeight - 9, 7, 7)
        : box('mp-ghost', x, top + look.rowHeight - (look.rowHeight < 32 ? 6 : 8), Math.max(2, this.x(end) - x), look.rowHeight < 32 ? 3 : 4)
      ghost.title = words.baseline(bar)
      marks.push(ghost)
    }
    if (bar.deadline) {
      const flag = box(bar.missesDeadline ? 'mp-deadline mp-missed' : 'mp-deadline', this.x(bar.deadline) - 6, top + look.rowHeight / 2 - 7, 12, 14)
      flag.title = words.deadline(bar)
      marks.push(flag)
    }
    return marks
  }

  private x(date: Date): number {
    return this.chart.posFromDate(date)
  }

  private dateAt(x: number): Date {
    return this.chart.dateFromPos(x) ?? this.chart.getState().max_date
  }
}

function sheet(css: string): HTMLDivElement {
  const element = document.createElement('div')
  element.className = css
  element.setAttribute('aria-hidden', 'true')
  return element
}

function box(css: string, left: number, top: number, width: number, height: number): HTMLDivElement {
  const element = document.createElement('div')
  element.className = css
  element.style.cssText = `left:${left}px;top:${top}px;width:${width}px;height:${height}px`
  return element
}
