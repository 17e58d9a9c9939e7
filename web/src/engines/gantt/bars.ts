/** From rows to what is drawn: one bar a shown row, with its baseline, deadline and marks. */
import { toDate } from '../cells/moments'
import type { Placed, Row, RowId } from '../plan/rows'

export type BarKind = 'task' | 'summary' | 'milestone'

export interface Bar {
  readonly id: RowId
  readonly name: string
  readonly kind: BarKind
  readonly start: Date | null
  readonly finish: Date | null
  /** 0 to 1. */
  readonly progress: number
  readonly critical: boolean
  readonly manual: boolean
  readonly inactive: boolean
  readonly baseline: readonly [Date, Date] | null
  readonly deadline: Date | null
  readonly missesDeadline: boolean
  /** What stands right of the bar. */
  readonly label: string
}

/** A row with the bar that was made of it. */
interface Drawn {
  readonly row: Row
  readonly bar: Bar
}

/** `label` gives the words at the right of a bar (the names of who works on it, or a milestone's name); `before` is the row as it was drawn last. */
export function barOf(placed: Placed, label: (placed: Placed) => string, before?: Drawn): Bar {
  const cells = placed.row.cells
  const start = toDate(cells['start'])
  const finish = toDate(cells['finish']) ?? start
  const deadline = toDate(cells['deadline'])
  const percent = cells['percent_complete']
  return {
    id: placed.row.id,
    name: typeof cells['name'] === 'string' ? cells['name'] : '',
    kind: barKind(placed),
    start: start ?? finish,
    finish,
    progress: typeof percent === 'number' ? Math.min(1, Math.max(0, percent / 100)) : 0,
    critical: cells['critical'] === true,
    manual: cells['mode'] === 'manual',
    inactive: cells['active'] === false,
    baseline: before && BASELINE.every((key) => cells[key] === before.row.cells[key]) ? before.bar.baseline : baselineOf(placed),
    deadline,
    missesDeadline: deadline !== null && finish !== null && finish > deadline,
    label: label(placed),
  }
}

/**
 * The same, remembered by row: a bar whose row did not change is the same object, so that only what moved is drawn anew; so is one that looks as it did though
 * another cell of its row changed.
 */
export function rememberedBars(label: (placed: Placed) => string): (placed: Placed) => Bar {
  const known = new Map<RowId, Drawn & { readonly summary: boolean }>()
  return (placed) => {
    const { row, hasChildren } = placed
    const found = known.get(row.id)
    if (found && found.row === row && found.summary === hasChildren) return found.bar
    const bar = barOf(placed, label, found)
    const kept = found && alike(found.bar, bar) ? found.bar : bar
    known.set(row.id, { row, bar: kept, summary: hasChildren })
    return kept
  }
}

function alike(a: Bar, b: Bar): boolean {
  return (
    sameMoment(a.start, b.start) && sameMoment(a.finish, b.finish) && sameMoment(a.deadline, b.deadline) && a.progress === b.progress && a.critical === b.critical &&
    a.name === b.name && a.kind === b.kind && a.label === b.label && a.manual === b.manual && a.inactive === b.inactive && a.missesDeadline === b.missesDeadline &&
    sameMoment(a.baseline?.[0], b.baseline?.[0]) && sameMoment(a.baseline?.[1], b.baseline?.[1])
  ) // prettier-ignore
}

function sameMoment(a: Date | null | undefined, b: Date | null | undefined): boolean {
  return a === b || (!!a && !!b && a.getTime() === b.getTime())
}

function barKind(placed: Placed): BarKind {
  if (placed.hasChildren || placed.row.cells['summary'] === true) return 'summary'
  return placed.row.cells['milestone'] === true ? 'milestone' : 'task'
}

const BASELINE = ['baseline_start', 'baseline_finish'] as const

function baselineOf(placed: Placed): readonly [Date, Date] | null {
  const finish = toDate(placed.row.cells['baseline_finish'])
  const start = toDate(placed.row.cells['baseline_start']) ?? finish
  return start && finish ? [start, finish] : null
}

export interface Span {
  readonly from: Date
  readonly to: Date
}

/** The earliest and latest moment of what is drawn, with room at both sides; null where nothing has a date. */
export function spanOf(bars: readonly Bar[], marks: readonly (Date | null)[], room: number): Span | null {
  let [first, last] = [Infinity, -Infinity]
  const take = (date: Date | null | undefined) => {
    if (!date) return
    const time = date.getTime()
    if (time < first) first = time
    if (time > last) last = time
  }
  for (const bar of bars) [bar.start, bar.finish, bar.deadline, bar.baseline?.[0], bar.baseline?.[1]].forEach(take)
  if (first > last) return null
  marks.forEach(take)
  return { from: new Date(first - room), to: new Date(last + room) }
}
