/** The plan when it is there: toolbar, driving chain, grid and chart, the bar of the selection, the inspector. */
import { useMediaQuery } from '@mantine/hooks'
import { useLingui } from '@lingui/react/macro'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { fitting, opening } from '~/engines/gantt/zoom'
import { outline as outlineOf, type Row } from '~/engines/plan/rows'
import type { GanttHandle } from '~/ui/gantt/model'
import type { GridHandle } from '~/ui/grid/DataGrid'
import { DrivingStrip } from './DrivingStrip'
import { PlanChart } from './PlanChart'
import { PlanGrid } from './PlanGrid'
import classes from './PlanPage.module.css'
import { PlanToolbar } from './PlanToolbar'
import type { PlanState } from './planState'
import type { PlanStore } from './planStore'
import { RowInspector } from './RowInspector'
import { RowMenu, type MenuPlace } from './RowMenu'
import type { PanelOfRow } from './shared'
import type { PlanSearch } from './search'
import { foldText } from './search'
import { SelectionBar } from './SelectionBar'
import { Splitter, useSplit } from './Splitter'
import { useActions } from './useActions'
import { useArrival, useKeepPlace } from './useKeepPlace'
import { usePlanCommands } from './usePlanCommands'
import { useCellWords, usePlanDays } from './usePlanWords'
import { usePlanView } from './usePlanView'
import { useChartData } from './useChartData'
import { useSelection } from './useSelection'

export function PlanDesk({ store, state, panel: Panel }: { store: PlanStore; state: PlanState; panel?: PanelOfRow }) {
  const { t } = useLingui()
  const view = usePlanView()
  const { search, change } = view
  const passes = usePasses(search)
  const outline = useMemo(() => outlineOf(state.rows, { collapsed: view.collapsed, passes }), [state.rows, view.collapsed, passes])
  const days = usePlanDays(state.calendars, state.settings)
  const words = useCellWords(state, outline, days)
  const onSelected = useCallback((row?: number, col?: string) => change({ row, col: col === 'name' ? undefined : col }), [change])
  const selection = useSelection(outline, view.columns, search, onSelected)
  const chart = useChartData(outline, state, words, days)
  const gantt = useRef<GanttHandle>(null)
  const grid = useRef<GridHandle>(null)
  const zoom = search.zoom ?? opening(chart.span, 800)
  const actions = useActions({ store, outline, columns: view.columns, words, days, zoom, selection })
  const [menu, setMenu] = useState<MenuPlace | null>(null)
  const narrow = useMediaQuery('(max-width: 800px)', window.innerWidth <= 800)
  const pane = search.pane ?? (narrow ? 'grid' : 'both')
  const split = useSplit()
  useKeepPlace(grid, outline, selection.active?.row, search.compact ? 28 : 36)
  useArrival(grid, outline, search.row, search.compact ? 28 : 36)

  const fold = useCallback(
    (row: number, open: boolean) => {
      const next = new Set(view.collapsed)
      if (open) next.delete(row)
      else next.add(row)
      change({ fold: foldText(next) })
    },
    [view.collapsed, change],
  )
  const choose = useCallback(
    (row: number) => {
      selection.selectRow(row)
      const at = outline.shownAt.get(row)
      if (at !== undefined) grid.current?.reveal(1, at)
    },
    [selection, outline],
  )
  const activeRow = selection.active?.row
  useEffect(() => {
    if (activeRow !== undefined) gantt.current?.reveal(activeRow)
  }, [activeRow])
  usePlanCommands({ actions, mayEdit: state.mayEdit, change, zoom, search })
  const shared = { state, view, outline, words, selection, actions, zoom, fold, openMenu: setMenu, narrow }

  return (
    <div className={classes.plan}>
      <PlanToolbar {...shared} pane={pane} fit={() => change({ zoom: fitting(chart.span, gantt.current?.width() ?? 800) })} />
      <DrivingStrip sheetId={store.sheetId} row={selection.active?.row} version={state.seq} words={words} choose={choose} />
      <div className={classes.panes}>
        {pane !== 'chart' && (
          <div className={`${classes.pane} ${pane === 'grid' ? classes.grow : classes.beside}`} style={pane === 'both' ? { width: split.width } : undefined}>
            <PlanGrid {...shared} grid={grid} onScroll={(top) => gantt.current?.scrollTo(top)} />
            {outline.shown.length === 0 && <p className={classes.none}>{t`No task passes the filter.`}</p>}
          </div>
        )}
        {pane === 'both' && <Splitter split={split} label={t`Width of the grid`} />}
        {pane !== 'grid' && (
          <div className={`${classes.pane} ${classes.grow}`}>
            <PlanChart {...shared} data={chart.data} gantt={gantt} onScroll={(top) => gantt.current?.scrollTo(grid.current?.scrollTo(top) ?? top)} />
          </div>
        )}
      </div>
      <SelectionBar {...shared} />
      <RowMenu place={menu} close={() => (setMenu(null), grid.current?.focus())} actions={actions} mayEdit={state.mayEdit} selection={selection} copy={() => grid.current?.copy()} inspect={() => change({ inspect: true, panel: undefined })} panel={Panel && (() => change({ panel: true, inspect: undefined }))} />
      {search.inspect && selection.active && (
        <RowInspector {...shared} sheetId={store.sheetId} active={selection.active} choose={choose} close={() => (change({ inspect: undefined }), grid.current?.focus())} />
      )}
      {Panel && search.panel && selection.active && (
        <Panel key={selection.active.row} sheetId={store.sheetId} rowId={selection.active.row} onClose={() => (change({ panel: undefined }), grid.current?.focus())} />
      )}
    </div>
  )
}

/** The filter of the address as a test of rows; none where nothing is filtered. */
function usePasses({ q, show }: PlanSearch): ((row: Row) => boolean) | undefined {
  return useMemo(() => {
    const wanted = q?.trim().toLowerCase()
    if (!wanted && !show) return undefined
    return ({ cells }) => {
      if (wanted && !String(cells['name'] ?? '').toLowerCase().includes(wanted)) return false
      if (show === 'critical') return cells['critical'] === true && cells['summary'] !== true
      if (show === 'late') return typeof cells['slip'] === 'number' && cells['slip'] > 0
      return show === 'open' ? cells['percent_complete'] !== 100 : true
    }
  }, [q, show])
}
