/** What a page says to the chart, and what it is told back. */
import type { Arrow } from '~/engines/gantt/arrows'
import type { Bar, Span } from '~/engines/gantt/bars'
import type { WorkDays } from '~/engines/gantt/worktime'
import type { Zoom } from '~/engines/gantt/zoom'
import type { LinkKind } from '~/engines/plan/links'
import type { RowId } from '~/engines/plan/rows'

export interface GanttData {
  readonly bars: readonly Bar[]
  readonly arrows: readonly Arrow[]
  readonly span: Span
  readonly days: WorkDays
  readonly now: Date | null
  readonly statusDate: Date | null
}

export interface GanttLook {
  readonly zoom: Zoom
  readonly rowHeight: number
  readonly headerHeight: number
  readonly locale: string
  readonly critical: boolean
  readonly baseline: boolean
  readonly readOnly: boolean
  readonly selected: ReadonlySet<RowId>
}

/** Sentences of the chart, in the reader's language. */
export interface GanttWords {
  readonly bar: (bar: Bar) => string
  readonly link: (from: string, to: string) => string
  readonly today: string
  readonly statusDate: string
  readonly deadline: (bar: Bar) => string
  readonly baseline: (bar: Bar) => string
  readonly week: (date: Date) => string
}

export interface GanttEvents {
  readonly onMove: (id: RowId, start: Date) => void
  readonly onResize: (id: RowId, finish: Date) => void
  readonly onLink: (from: RowId, to: RowId, kind: LinkKind) => void
  readonly onSelect: (id: RowId) => void
  readonly onScroll: (top: number) => void
  readonly onWheelZoom: (step: 1 | -1) => void
  readonly onMenu: (id: RowId, x: number, y: number) => void
}

export interface GanttHandle {
  scrollTo: (top: number) => void
  /** Brings a bar into view, sideways. */
  reveal: (id: RowId) => void
  width: () => number
}
