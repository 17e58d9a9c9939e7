/** Rows that others insert, delete or move never push the row that one is at; another view begins at its top; a link to a row leads to it. */
import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import type { GridHandle } from '~/ui/grid/DataGrid'
import { rowHeight, type Shared } from './shared'

const ON_SCREEN = 60

export function useKeepPlace(grid: RefObject<GridHandle | null>, { state, lines, places, selection }: Shared, height: number): void {
  const before = useRef({ lines, places, views: state.views })
  const active = selection.active?.row.key
  useLayoutEffect(() => {
    const was = before.current
    before.current = { lines, places, views: state.views }
    const handle = grid.current
    if (!handle || was.places === places) return
    if (was.views !== state.views) return void handle.scrollTo(0)
    const top = handle.scrollTop()
    const first = Math.floor(top / height)
    const lineIn = (of: typeof was, key: string) => {
      const place = of.places.get(key)
      return place === undefined ? undefined : of.lines.lineOf(place)
    }
    const seen = active === undefined ? undefined : lineIn(was, active)
    const anchor = active !== undefined && seen !== undefined && seen >= first && seen <= first + ON_SCREEN ? active : keyAt(was, first)
    if (anchor === undefined) return
    const [from, to] = [lineIn(was, anchor), lineIn({ lines, places, views: 0 }, anchor)]
    if (from !== undefined && to !== undefined && from !== to) handle.scrollTo(Math.max(0, top + (to - from) * height))
  }, [grid, lines, places, state.views, active, height])

  const arrived = useRef(false)
  const row = selection.range?.row
  useEffect(() => {
    if (arrived.current) return
    arrived.current = true
    if (row !== undefined && row > 10) requestAnimationFrame(() => grid.current?.scrollTo((row - 4) * height))
  }, [grid, row, height])
}

/** Rows above one that was just added, and for how long it is followed while the rows are read again. */
const ABOVE = 4
const FOLLOWED_FOR = 1500

/** Brings a row that was just added onto the screen, wherever it stands. */
export function useArrival(grid: RefObject<GridHandle | null>, { adding, lines, places, view }: Shared): void {
  const { arrived, arrive } = adding
  const place = arrived === null ? undefined : places.get(arrived)
  const line = place === undefined ? undefined : lines.lineOf(place)
  const height = rowHeight(view.shown.compact)
  useEffect(() => {
    if (line === undefined) return
    grid.current?.scrollTo(Math.max(0, (line - ABOVE) * height))
    const timer = window.setTimeout(() => arrive(null), FOLLOWED_FOR)
    return () => window.clearTimeout(timer)
  }, [grid, line, height, arrive])
}

function keyAt({ lines, places }: Pick<Shared, 'lines' | 'places'>, line: number): string | undefined {
  const at = lines.at(line)
  if (at?.kind !== 'row') return undefined
  for (const [key, place] of places) if (place === at.index) return key
  return undefined
}
