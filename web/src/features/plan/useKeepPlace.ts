/** Rows that others insert, delete or move never push the row that one is at: the scroll position follows it. */
import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
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

/** Rows above the one that a link leads to, and for how many frames the grid may take to get its height. */
const ABOVE = 4
const PATIENCE = 40

/** Who comes by a link to a row sees it. */
export function useArrival(grid: RefObject<GridHandle | null>, outline: Outline, row: RowId | undefined, height: number): void {
  const first = useRef(row === undefined ? undefined : outline.shownAt.get(row))
  const rowHeight = useRef(height)
  useEffect(() => {
    const top = ((first.current ?? 0) - ABOVE) * rowHeight.current
    if (top <= 0) return
    let [frame, left] = [0, PATIENCE]
    const arrive = () => {
      grid.current?.scrollTo(top)
      if ((grid.current?.scrollTop() ?? 0) < top - 1 && left-- > 0) frame = requestAnimationFrame(arrive)
    }
    arrive()
    return () => cancelAnimationFrame(frame)
  }, [grid])
}
