/** The rows of the register in the grid. */
import { useComputedColorScheme, VisuallyHidden } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useLingui } from '@lingui/react/macro'
import { useCallback, useMemo, useState, type RefObject } from 'react'
import { foldedRows, foldText } from '~/engines/register/address'
import { groupId } from '~/engines/register/lines'
import { rowAt, type RegisterRow } from '~/engines/register/slots'
import { DataGrid, type GridHandle } from '~/ui/grid/DataGrid'
import { CellHint, type Hint } from './CellHint'
import type { Place } from './menus'
import { HEADER, NODE_COLUMN, rowHeight, type Shared } from './shared'
import { useClipboard } from './useClipboard'
import { useGridModel } from './useGridModel'
import { useKeys, type MoreKeys } from './useKeys'

interface RegisterGridProps extends Shared {
  grid: RefObject<GridHandle | null>
  label: string
  openMenu: (place: Place) => void
  openHeader: (column: string, place: Place) => void
}

/** Lines for new rows: the one that is typed into, and the one that Enter goes on to. */
const SPARE = 2

export function RegisterGrid(props: RegisterGridProps) {
  const { state, view, visible, lines, selection, actions, rights, grid, openMenu, openHeader } = props
  const { t } = useLingui()
  const scheme = useComputedColorScheme('light')
  const [hint, setHint] = useState<Hint | null>(null)
  const { columns, cell, context, resize } = useGridModel(props)
  const fold = useFold(props)
  const open = useOpening()
  const rowOn = useCallback((line: number) => rowOnLine(props, line), [props])
  const clipboard = useClipboard(props)
  const onKey = useKeys(actions, useMoreKeys(props, fold, open))
  const onVisible = useLooking(props)
  const moveColumn = useMovedColumns(props)
  return (
    <>
      <DataGrid
        label={props.label}
        handle={grid}
        columns={columns}
        rows={lines.count + (rights.insert && !props.across && state.groups.length === 0 ? SPARE : 0)}
        rowHeight={rowHeight(view.shown.compact)}
        headerHeight={HEADER}
        frozen={props.narrow ? 1 : 2}
        scheme={scheme}
        cell={cell}
        version={context}
        selection={selection.range}
        onSelect={selection.select}
        onEdit={actions.write}
        onPaste={clipboard.paste}
        onToggle={(line) => fold(line)}
        onTick={actions.tick}
        onOpen={(column, line) => {
          const [row, to] = [rowOn(line), visible[column - 1]]
          if (row && to) open(row, to.key)
        }}
        onKey={(event) => (clipboard.onKey(event), onKey(event))}
        onMenu={(column, line, x, y) => {
          const row = rowOn(line)
          const { range } = selection
          if (row && (!range || line < range.y || line >= range.y + range.height)) selection.selectRow(row.key, visible[column - 1]?.key)
          if (row) openMenu({ x, y })
        }}
        onHover={(column, line, x, y) => {
          const row = line === null ? undefined : rowOn(line)
          const to = column === null ? undefined : visible[column - 1]
          setHint(row && to ? { row, column: to, x, y } : null)
        }}
        onHeader={(column, x, y) => visible[column - 1] && openHeader(visible[column - 1]?.key ?? '', { x, y })}
        onColumnMoved={moveColumn}
        onResize={resize}
        onScroll={() => setHint(null)}
        onVisible={onVisible}
        fillsRight
      />
      {hint && <CellHint hint={hint} words={context.words} flat={view.flat} />}
      <VisuallyHidden aria-live="polite">{state.turning ? t`Loading` : ''}</VisuallyHidden>
    </>
  )
}

export function rowOnLine({ lines, state }: Pick<Shared, 'lines' | 'state'>, line: number): RegisterRow | undefined {
  const at = lines.at(line)
  return at?.kind === 'row' ? rowAt(state.slots, at.index) : undefined
}

/** Folds a branch or a group; without a wish it turns it over. */
function useFold({ lines, state, view }: Shared): (line: number, wanted?: boolean) => void {
  return useCallback(
    (line, wanted) => {
      const at = lines.at(line)
      if (at?.kind === 'group') {
        const shut = view.search.shut ?? []
        const id = groupId(at.group)
        const opened = wanted ?? shut.includes(id)
        const next = opened ? shut.filter((each) => each !== id) : [...new Set([...shut, id])]
        return view.change({ shut: next.length > 0 ? next : undefined })
      }
      const row = at && rowAt(state.slots, at.index)
      if (!row?.hasChildren || view.flat) return
      const closed = new Set(foldedRows(view.search.fold))
      if (wanted ?? closed.has(row.id)) closed.delete(row.id)
      else closed.add(row.id)
      view.change({ fold: foldText(closed) })
    },
    [lines, state.slots, view],
  )
}

/** Follows what a cell leads to: an address in a new window, the project's own register here. */
function useOpening(): (row: RegisterRow, column: string) => void {
  const navigate = useNavigate()
  return useCallback(
    (row, column) => {
      const value = row.cells[column]
      if (column === NODE_COLUMN) void navigate({ to: '/sheet/$sheetId', params: { sheetId: row.sheet }, search: { row: `${row.sheet}.${row.id}` } })
      else if (typeof value === 'string' && /^https?:\/\//i.test(value)) window.open(value, '_blank', 'noopener,noreferrer')
    },
    [navigate],
  )
}

function useMoreKeys({ selection, actions, view, openMenu }: RegisterGridProps, fold: ReturnType<typeof useFold>, open: ReturnType<typeof useOpening>): MoreKeys {
  return useMemo(
    () => ({
      menu: () => openMenu({ x: window.innerWidth / 3, y: window.innerHeight / 3 }),
      panel: () => view.change({ panel: view.search.panel ? undefined : true }),
      open: () => void (selection.active && open(selection.active.row, selection.active.column.key)),
      search: () => document.querySelector<HTMLInputElement>('main input[data-page-filter]')?.focus(),
      space: () => {
        if (selection.column?.type !== 'check' || !selection.range || !selection.active) return false
        actions.tick(selection.range.column, selection.range.row)
        return true
      },
      fold: () => void (selection.range && fold(selection.range.row, false)),
      unfold: () => void (selection.range && fold(selection.range.row, true)),
    }),
    [openMenu, view, selection, open, actions, fold],
  )
}

/** Tells the store which rows are on the screen. */
function useLooking({ lines, store }: Shared): (first: number, last: number) => void {
  return useCallback(
    (first: number, last: number) => {
      const slot = (line: number) => {
        const at = lines.at(line) ?? lines.at(lines.count - 1)
        return at?.kind === 'row' ? at.index : (at?.group.start ?? 0)
      }
      store.look(slot(first), slot(last))
    },
    [lines, store],
  )
}

/** A column that was dragged to another place. */
function useMovedColumns({ visible, view }: Shared): (from: number, to: number) => void {
  return useCallback(
    (from: number, to: number) => {
      // The number and the primary column stay where they are.
      if (from < 2 || to < 2) return
      const keys = visible.map((column) => column.key)
      keys.splice(to - 1, 0, ...keys.splice(from - 1, 1))
      view.change({ cols: keys.filter((key) => key !== NODE_COLUMN).join('.') })
    },
    [visible, view],
  )
}
