/** One Tab stop for the whole grid: arrows, Home, End, Page up and down move it; the row is scrolled into view first, as it may not be drawn. */
import { useCallback, useRef, useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react'

/** Row -1 is the head. */
export interface GridPlace {
  row: number
  column: number
}

const PAGE = 12

export function nextPlace(key: string, ctrl: boolean, at: GridPlace, rows: number, columns: number): GridPlace | null {
  const row = (wanted: number) => ({ ...at, row: Math.max(-1, Math.min(rows - 1, wanted)) })
  const column = (wanted: number) => ({ ...at, column: Math.max(0, Math.min(columns - 1, wanted)) })
  const moves: Record<string, () => GridPlace> = {
    ArrowDown: () => row(at.row + 1),
    ArrowUp: () => row(at.row - 1),
    PageDown: () => row(at.row + PAGE),
    PageUp: () => row(Math.max(0, at.row - PAGE)),
    ArrowRight: () => column(at.column + 1),
    ArrowLeft: () => column(at.column - 1),
    Home: () => (ctrl ? { row: 0, column: 0 } : column(0)),
    End: () => (ctrl ? { row: rows - 1, column: columns - 1 } : column(columns - 1)),
  }
  return moves[key]?.() ?? null
}

export function useGridWalk(scroller: RefObject<HTMLElement | null>, rows: number, columns: number, reveal: (row: number) => void) {
  const [place, setAt] = useState<GridPlace>({ row: 0, column: 0 })
  const wanted = useRef<GridPlace | null>(null)
  const at = { row: Math.min(place.row, rows - 1), column: Math.min(place.column, columns - 1) }
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextPlace(event.key, event.ctrlKey, at, rows, columns)
    if (!next) return
    event.preventDefault()
    setAt(next)
    if (next.row >= 0) reveal(next.row)
    wanted.current = next
    focusWhenDrawn(scroller, wanted, next)
  }
  /** A click into a cell takes the stop along. */
  const onFocus = useCallback((event: FocusEvent<HTMLElement>) => {
    const cell = event.target.closest<HTMLElement>('[data-row]')
    if (cell) setAt({ row: Number(cell.dataset.row), column: Number(cell.dataset.column) })
  }, [])
  /** Back to the cell, or to another one, after something else had the focus. */
  const goTo = useCallback(
    (place: GridPlace) => {
      setAt(place)
      wanted.current = place
      requestAnimationFrame(() => focusWhenDrawn(scroller, wanted, place))
    },
    [scroller],
  )
  return { at, onKeyDown, onFocus, goTo }
}

/** At once where the cell is drawn, so that the next key finds it; else in one of the next frames, unless another place is wanted by then. */
function focusWhenDrawn(scroller: RefObject<HTMLElement | null>, wanted: RefObject<GridPlace | null>, place: GridPlace, patience = 8): void {
  if (wanted.current !== place) return
  const cells = [...(scroller.current?.querySelectorAll<HTMLElement>(`[data-row="${place.row}"]`) ?? [])]
  const cell = cells.find((candidate) => Number(candidate.dataset.column) === place.column) ?? cells[0]
  if (cell) (cell.querySelector<HTMLElement>('a, button') ?? cell).focus({ preventScroll: false })
  else if (patience > 0) requestAnimationFrame(() => focusWhenDrawn(scroller, wanted, place, patience - 1))
}
