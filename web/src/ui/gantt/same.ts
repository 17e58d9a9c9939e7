/** Whether two states of the chart are one. */
import type { GanttData } from './model'

export function sameLinks(a: GanttData, b: GanttData): boolean {
  return a.arrows === b.arrows || (a.arrows.length === b.arrows.length && a.arrows.every((arrow, index) => arrow.id === b.arrows[index]?.id))
}

export function sameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((each) => b.has(each))
}
