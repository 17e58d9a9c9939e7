/** The register when it is there: toolbar, rows as a grid or as cards, the bar of the selection, the panel of a row. */
import { Button } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useCallback, useMemo, useRef, useState, type ComponentType } from 'react'
import { shownColumns, type Column } from '~/engines/register/columns'
import { linesOf } from '~/engines/register/lines'
import { places as placesOf, type RowKey } from '~/engines/register/slots'
import type { GridHandle } from '~/ui/grid/DataGrid'
import { AsItWasBanner } from './AsItWas'
import { Cards } from './Cards'
import { ColumnPanel } from './ColumnPanel'
import { HeaderMenu, RowMenu, type Place } from './menus'
import classes from './Register.module.css'
import { RegisterGrid } from './RegisterGrid'
import type { RegisterState } from './registerState'
import type { RegisterStore } from './registerStore'
import { RegisterToolbar } from './RegisterToolbar'
import { SelectionBar } from './SelectionBar'
import { NODE_COLUMN, rowHeight, type Rights, type RowPanelProps, type Shared, type View } from './shared'
import { useActions } from './useActions'
import { useColumnEditing } from './useColumnEditing'
import { useCommandList } from './useCommandList'
import { useArrival, useKeepPlace } from './useKeepPlace'
import { useSayings } from './useNews'
import { useSelection } from './useSelection'
import { useCellWords } from './useWords'

interface RegisterDeskProps {
  store: RegisterStore
  state: RegisterState
  view: View
  columns: readonly Column[]
  narrow: boolean
  panel?: ComponentType<RowPanelProps>
}

export function RegisterDesk(props: RegisterDeskProps) {
  const { state, view, panel: Panel } = props
  const { t } = useLingui()
  const shared = useShared(props)
  const { selection, lines, editing } = shared
  const grid = useRef<GridHandle>(null)
  const [menu, setMenu] = useState<Place | null>(null)
  const [header, setHeader] = useState<{ column: string; at: Place } | null>(null)
  const [filterOpened, openFilter] = useState(false)
  useKeepPlace(grid, shared, rowHeight(view.shown.compact))
  useCommandList(shared)
  useArrival(grid, shared)
  const cards = view.shown.show === 'cards' || (shared.narrow && view.shown.show !== 'grid')
  const empty = lines.count === 0 && !state.turning
  const openHeader = useCallback((column: string, at: Place) => setHeader({ column, at }), [])
  return (
    <div className={classes.register}>
      <RegisterToolbar {...shared} filterOpened={filterOpened} openFilter={openFilter} />
      <AsItWasBanner {...shared} />
      <div className={classes.rows} data-turning={state.turning || undefined}>
        {cards ? <Cards {...shared} /> : <RegisterGrid {...shared} grid={grid} label={t`Rows of the register`} openMenu={setMenu} openHeader={openHeader} />}
        {empty && <Nothing {...shared} />}
      </div>
      {!cards && <SelectionBar {...shared} />}
      {menu && <RowMenu {...shared} flat={view.flat} at={menu} close={() => setMenu(null)} copy={() => grid.current?.copy()} panel={Panel !== undefined} />}
      {header && <HeaderMenu {...shared} at={header.at} column={header.column} close={() => setHeader(null)} openFilter={() => openFilter(true)} />}
      {editing.opened !== undefined && <ColumnPanel {...shared} key={editing.opened} column={editing.opened} close={() => (editing.open(undefined), focusColumns())} />}
      {/* A row that is on its way to the server is not there yet for whoever asks for it by itself. */}
      {Panel && view.search.panel && selection.active && selection.active.row.seq > 0 && (
        <Panel
          key={selection.active.row.key}
          sheetId={selection.active.row.sheet}
          rowId={selection.active.row.id}
          onClose={() => {
            view.change({ panel: undefined })
            grid.current?.focus()
          }}
        />
      )}
    </div>
  )
}

/** The panel of a column was opened from a menu that is gone by now: the focus goes back to where columns are listed. */
function focusColumns(): void {
  window.setTimeout(() => document.querySelector<HTMLElement>('main [data-columns]')?.focus(), 50)
}

/** Everything that the parts of the page are handed. */
function useShared({ store, state, view, columns, narrow }: RegisterDeskProps): Shared {
  const across = !('sheet' in store.place)
  const words = useCellWords(state.names, state.links)
  const visible = useMemo(() => withNode(shownColumns(columns, view.shown.columns), columns, across), [columns, view.shown.columns, across])
  const shut = useMemo(() => new Set(view.search.shut ?? []), [view.search.shut])
  const total = state.slots.keys.length
  const lines = useMemo(() => linesOf(total, state.groups, shut), [total, state.groups, shut])
  const { keys } = state.slots
  const places = useMemo(() => placesOf({ keys, rows: new Map() }), [keys])
  const { change } = view
  const onSelected = useCallback((key?: string, column?: string) => change({ row: key?.replace(':', '.'), col: column }), [change])
  const now = useCallback(() => store.slots, [store])
  const selection = useSelection({ lines, slots: state.slots, now, places, columns: visible, first: view.search, onChange: onSelected })
  const rights = useRights(state, view)
  const sayings = useSayings()
  const [asking, openAdding] = useState(false)
  const [arrived, arrive] = useState<RowKey | null>(null)
  const adding = useMemo(() => ({ opened: asking, open: openAdding, arrived, arrive }), [asking, arrived])
  const ask = useCallback(() => openAdding(true), [])
  const actions = useActions({ store, slots: state.slots, lines, visible, words, rights, flat: view.flat, selection, ask, ...sayings })
  const editing = useColumnEditing({ store, state, view, visible, rights })
  return { place: store.place, across, store, state, view, columns, visible, lines, places, words, rights, selection, actions, editing, adding, narrow }
}

/** Across projects each row says which one it is of, right behind its name. */
function withNode(visible: readonly Column[], columns: readonly Column[], across: boolean): readonly Column[] {
  const node = columns.find((column) => column.key === NODE_COLUMN)
  if (!across || !node) return visible
  const rest = visible.filter((column) => column.key !== NODE_COLUMN)
  return [...rest.slice(0, 1), node, ...rest.slice(1)]
}

function useRights({ head }: RegisterState, { shown }: View): Rights {
  return useMemo(() => {
    const may = new Set(shown.on ? [] : (head?.may ?? []))
    return { edit: may.has('edit'), insert: may.has('insert'), remove: may.has('delete'), columns: may.has('columns') }
  }, [head, shown.on])
}

function Nothing({ view, rights, across }: Shared) {
  const filtered = view.flat && (view.shown.q !== '' || view.shown.filter.length > 0)
  if (filtered) {
    return (
      <div className={classes.none}>
        <p>
          <Trans>No row fits the search and the filter. The rows are still there.</Trans>
        </p>
        <Button variant="default" onClick={() => view.change({ q: undefined, filter: [] })}>
          <Trans>Show all rows</Trans>
        </Button>
      </div>
    )
  }
  return (
    <div className={classes.none}>
      <p>{rights.insert && !across ? <Trans>No rows yet. Type into the first line, or paste a list from Excel.</Trans> : <Trans>No rows yet.</Trans>}</p>
      {across && (
        <p>
          <Trans>The plus above adds one, where you may.</Trans>
        </p>
      )}
    </div>
  )
}
