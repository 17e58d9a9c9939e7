/** The plan's rows in the grid. */
import { useComputedColorScheme } from '@mantine/core'
import { useLingui } from '@lingui/react/macro'
import { useCallback, useMemo, useState, type Ref } from 'react'
import { tiled } from '~/engines/cells/clipboard'
import { DataGrid, type GridHandle } from '~/ui/grid/DataGrid'
import type { CellEdit } from '~/ui/grid/model'
import { CellHint, type Hint } from './CellHint'
import { HEADER, rowHeight, type Shared } from './shared'
import { useGridModel } from './useGridModel'
import { useKeys } from './useKeys'

interface PlanGridProps extends Shared {
  grid: Ref<GridHandle>
  onScroll: (top: number) => void
}

export function PlanGrid({ state, view, outline, words, selection, actions, fold, openMenu, narrow, grid, onScroll }: PlanGridProps) {
  const { t } = useLingui()
  const scheme = useComputedColorScheme('light')
  const [hint, setHint] = useState<Hint | null>(null)
  const { columns, cell, context, resize } = useGridModel(state, view, outline, words, narrow)
  const toggle = useCallback(
    (row: number) => {
      const placed = outline.shown[row]
      if (placed) fold(placed.row.id, view.collapsed.has(placed.row.id))
    },
    [outline, fold, view.collapsed],
  )
  const more = useMemo(
    () => ({
      menu: () => openMenu({ x: window.innerWidth / 3, y: window.innerHeight / 3 }),
      inspect: () => view.change({ inspect: view.search.inspect ? undefined : true, panel: undefined }),
      panel: () => view.change({ panel: view.search.panel ? undefined : true, inspect: undefined }),
      fold: (open: boolean) => selection.active && fold(selection.active.row, open),
    }),
    [openMenu, view, selection.active, fold],
  )
  const onKey = useKeys(actions, more)
  const paste = useCallback(
    (column: number, row: number, values: readonly (readonly string[])[]) => {
      const { range } = selection
      const block = tiled(values, range?.width ?? 1, range?.height ?? 1)
      const [left, top] = [range?.x ?? column, range?.y ?? row]
      actions.write(block.flatMap((line, y) => line.map((text, x): CellEdit => ({ column: left + x, row: top + y, text }))))
    },
    [selection, actions],
  )
  const hover = useCallback(
    (column: number | null, row: number | null, x: number, y: number) => {
      const found = column === null || row === null ? null : outline.shown[row]
      const key = column === null ? undefined : view.columns[column - 1]?.key
      setHint(found && key ? { row: found.row, column: key, x, y } : null)
    },
    [outline, view.columns],
  )
  return (
    <>
      <DataGrid
        label={t`Tasks of the plan`}
        handle={grid}
        columns={columns}
        rows={outline.shown.length}
        rowHeight={rowHeight(view.search.compact)}
        headerHeight={HEADER}
        frozen={2}
        scheme={scheme}
        cell={cell}
        version={context}
        selection={selection.range}
        onSelect={selection.select}
        onEdit={actions.write}
        onPaste={paste}
        onToggle={toggle}
        onKey={onKey}
        onMenu={(column, row, x, y) => {
          const placed = outline.shown[row]
          if (placed && !selection.rowSet.has(placed.row.id)) selection.selectRow(placed.row.id, view.columns[column - 1]?.key)
          openMenu({ x, y })
        }}
        onHover={hover}
        onResize={resize}
        onScroll={onScroll}
      />
      {hint && <CellHint hint={hint} words={words} />}
    </>
  )
}
