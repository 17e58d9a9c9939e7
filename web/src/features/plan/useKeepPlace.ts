/** Rows that others insert, delete or move never push the row that one is at: the scroll position follows it. */
import { useLayoutEffect, useRef, type RefObject } from 'react'
import type { Outline, RowId } from '~/engines/plan/rows'
import type { GridHandle } from '~/ui/grid/DataGrid'

export function useKeepPlace(grid: RefObject<GridHandle | null>, outline: Outline, active: RowId | undefined, height: number): void {
  const before = useRef(outline)
  useLayoutEffect(() => {
    const was = before.current
    before.current = outline
    const handle = grid.current
    if (was === outline || !handle || was.shown.length === 0) return
    const top = handle.scrollTop()
    const first = Math.floor(top / height)
    const seen = active === undefined ? undefined : was.shownAt.get(active)
    const onScreen = seen !== undefined && seen >= first && seen <= first + 60
    const anchor = onScreen ? active : was.shown[first]?.row.id
    if (anchor === undefined) return
    const [from, to] = [was.shownAt.get(anchor), outline.shownAt.get(anchor)]
    if (from !== undefined && to !== undefined && from !== to) handle.scrollTo(Math.max(0, top + (to - from) * height))
  }, [grid, outline, active, height])
}
