/** Bars, gaps and arrows in the words of the chart's library. */
import type { Arrow } from '~/engines/gantt/arrows'
import type { Bar } from '~/engines/gantt/bars'
import { LINK_KINDS, type LinkKind } from '~/engines/plan/links'
import type { ChartTask } from './setUp'
import type { Gap } from './stretch'

/** The library's words for kinds of links: finish-start 0, start-start 1, finish-finish 2, start-finish 3. */
const KIND_CODES = ['0', '1', '2', '3'] as const

/** What stands for a gap where a bar is asked for. */
const NO_BAR: Bar = {
  id: 0, name: '', kind: 'task', start: null, finish: null, progress: 0, critical: false, manual: false, inactive: false,
  baseline: null, deadline: null, missesDeadline: false, label: '',
} // prettier-ignore

export function taskOf(bar: Bar): ChartTask {
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

/** An empty row as high as all that it stands for. */
export function gapTask({ id, rows }: Gap, rowHeight: number): object {
  return { id, text: '', type: 'task', unscheduled: true, progress: 0, readonly: true, row_height: rows * rowHeight, bar: NO_BAR }
}

export function linkOf({ id, from, to, kind }: Arrow): object {
  return { id, source: from, target: to, type: KIND_CODES[LINK_KINDS.indexOf(kind)] }
}

export function kindOf(code: unknown): LinkKind {
  return LINK_KINDS[Number(code)] ?? 'FS'
}
