/** The columns and cells of the grid, made of the plan and the view. */
import { useCallback, useMemo } from 'react'
import type { GridCellView, GridColumnView } from '~/ui/grid/model'
import { useColumnWidths } from '~/ui/grid/useColumnWidths'
import { cellView, numberView, type CellContext } from './cellViews'
import type { Shared } from './shared'
import { useColumnTitles } from './usePlanWords'

const NOTHING: GridCellView = { text: '' }

export function useGridModel(state: Shared['state'], view: Shared['view'], outline: Shared['outline'], words: Shared['words'], narrow: boolean) {
  const titles = useColumnTitles()
  const { widths, resize } = useColumnWidths('plan')
  const critical = view.search.critical !== false
  const { fresh, pending, mayEdit } = state
  const context = useMemo<CellContext>(
    () => ({ words, collapsed: view.collapsed, fresh, pending, mayEdit, critical }),
    [words, view.collapsed, fresh, pending, mayEdit, critical],
  )
  const columns = useMemo<GridColumnView[]>(() => {
    const shown = view.columns.map(({ key, width }) => ({ id: key, title: titles[key] ?? key, width: widths[key] ?? (narrow && key === 'name' ? 168 : width) }))
    return [{ id: '#', title: '#', width: Math.max(44, String(outline.all.length).length * 9 + 20) }, ...shown]
  }, [view.columns, titles, widths, narrow, outline.all.length])
  const cell = useCallback(
    (column: number, row: number) => {
      const placed = outline.shown[row]
      const at = view.columns[column - 1]
      if (!placed) return NOTHING
      return at ? cellView(placed, at, context) : numberView(placed)
    },
    [outline, view.columns, context],
  )
  return { columns, cell, context, resize }
}
