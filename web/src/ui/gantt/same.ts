/** Whether two states of the chart are one. */
import type { GanttData, GanttLook } from './model'

export function sameLinks(a: GanttData, b: GanttData): boolean {
  return a.arrows === b.arrows || (a.arrows.length === b.arrows.length && a.arrows.every((arrow, index) => arrow.id === b.arrows[index]?.id))
}

export function sameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((each) => b.has(each))
}

/** More bars than these are drawn sooner all at once than one by one. */
const FEW = 20

/** The few bars that are chosen in one of two looks and not in the other, where the looks differ in nothing else; else null. */
export function onlyChosen(before: GanttLook, now: GanttLook): number[] | null {
  const same = (Object.keys(now) as (keyof GanttLook)[]).every((key) => key === 'selected' || before[key] === now[key])
  if (!same) return null
  const differ = [...before.selected].filter((id) => !now.selected.has(id)).concat([...now.selected].filter((id) => !before.selected.has(id)))
  return differ.length > FEW ? null : differ
}
