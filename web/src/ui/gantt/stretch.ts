/**
 * What of a plan the chart's library is handed: the rows near the window, and far rows that a link near the window leads to.
 * All rows between are gaps of their height, so that every bar stands where it would stand among all of them.
 */
import type { Arrow } from '~/engines/gantt/arrows'
import type { Bar } from '~/engines/gantt/bars'

/** Rows above and below the window that are there already when somebody scrolls to them. */
export const ROOM = 60

/** More links than these near the window are a thicket: only those that are drawn are handed over. */
const MOST_LINKS = 1000

/** Indexes of rows, `end` not among them. */
export interface Stretch {
  readonly first: number
  readonly end: number
}

export interface Gap {
  readonly id: string
  readonly rows: number
}

/** The stretch that is there, as long as the rows on the screen are in it; else one with room at both sides. */
export function stretchAround(before: Stretch | null, first: number, end: number, count: number): Stretch {
  const last = Math.min(end, count)
  if (before && before.end <= count && before.first <= first && last <= before.end) return before
  return { first: Math.max(0, Math.min(first, count) - ROOM), end: Math.min(count, last + ROOM) }
}

/** The links that are handed over: all that touch or cross the stretch, or of a thicket those that are drawn. */
export function arrowsNear(arrows: readonly Arrow[], shownAt: ReadonlyMap<number, number>, { first, end }: Stretch, drawn: ReadonlySet<string>): Arrow[] {
  const near = arrows.filter(({ from, to }) => {
    const [a, b] = [shownAt.get(from) ?? -1, shownAt.get(to) ?? -1]
    return Math.min(a, b) < end && Math.max(a, b) >= first
  })
  return near.length > MOST_LINKS ? near.filter(({ id }) => drawn.has(id)) : near
}

/** Bars and gaps in order. */
export function entriesOf(bars: readonly Bar[], shownAt: ReadonlyMap<number, number>, { first, end }: Stretch, arrows: readonly Arrow[]): (Bar | Gap)[] {
  const far = new Set<number>()
  for (const { from, to } of arrows) for (const at of [shownAt.get(from), shownAt.get(to)]) if (at !== undefined && (at < first || at >= end)) far.add(at)
  const near = Array.from({ length: end - first }, (_, index) => first + index)
  const wanted = [...near, ...far].sort((a, b) => a - b)
  const entries: (Bar | Gap)[] = []
  let next = 0
  for (const at of [...wanted, bars.length]) {
    if (at > next) entries.push({ id: `gap-${next}-${at}`, rows: at - next })
    const bar = bars[at]
    if (bar) entries.push(bar)
    next = at + 1
  }
  return entries
}
