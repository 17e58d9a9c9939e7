/** The one wrapper of Glide Data Grid: texts in, typed texts out, keys and scroll position told to the page. */
import '@glideapps/glide-data-grid/index.css'
import {
  DataEditor,
  type DataEditorRef,
  type DrawCellCallback,
  type EditListItem,
  type GridKeyEventArgs,
  type GridSelection,
  type Item,
} from '@glideapps/glide-data-grid'
import { useCallback, useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef, type RefObject, type Ref } from 'react'
import { createPortal } from 'react-dom'
import type { EditorCell } from './CellEditor'
import classes from './DataGrid.module.css'
import { drawCell } from './drawCell'
import { editOf, fromRange, onBox, onTriangle, provideEditor, toGlide, toRange } from './glide'
import { gridTheme, readColours } from './gridTheme'
import type { CellEdit, GridCellView, GridColumnView, GridRange } from './model'

export interface GridHandle {
  focus: () => void
  /** Brings a cell into view. */
  reveal: (column: number, row: number) => void
  /** Answers with the position that was reached: the end of the rows may come before. */
  scrollTo: (top: number) => number
  scrollTop: () => number
  copy: () => void
}

export interface DataGridProps {
  label: string
  columns: readonly GridColumnView[]
  rows: number
  rowHeight: number
  headerHeight: number
  frozen: number
  /** Light or dark, so that the canvas is drawn anew. */
  scheme: string
  cell: (column: number, row: number) => GridCellView
  /** Changes whenever any cell may have changed. */
  version: unknown
  selection: GridRange | null
  onSelect: (range: GridRange | null) => void
  onEdit: (edits: readonly CellEdit[]) => void
  onPaste: (column: number, row: number, values: readonly (readonly string[])[]) => void
  onToggle: (row: number) => void
  onKey: (event: GridKeyEventArgs) => void
  onMenu: (column: number, row: number, x: number, y: number) => void
  onHover: (column: number | null, row: number | null, x: number, y: number) => void
  onResize: (id: string, width: number) => void
  onScroll: (top: number) => void
  /** The rows on the screen changed. */
  onVisible?: (first: number, last: number) => void
  /** A click on a heading, or its menu. */
  onHeader?: (column: number, x: number, y: number) => void
  onColumnMoved?: (from: number, to: number) => void
  /** A box to tick was clicked. */
  onTick?: (column: number, row: number) => void
  /** A click on a text that leads somewhere. */
  onOpen?: (column: number, row: number) => void
  /** Ctrl+R fills to the right. */
  fillsRight?: boolean
  handle: Ref<GridHandle>
}

/** Keys that the page gives another meaning, and those that belong to the browser. */
const KEYS = {
  activateCell: 'Enter|F2|shift+Enter', downFill: true, rightFill: false, search: false, selectColumn: false,
  goUpCellRetainSelection: false, goDownCellRetainSelection: false, goLeftCellRetainSelection: false, goRightCellRetainSelection: false,
} as const // prettier-ignore

const FILLS_RIGHT = { ...KEYS, rightFill: true } as const

/** How every grid of ours behaves. */
const ALWAYS = {
  width: '100%', height: '100%', smoothScrollX: true, smoothScrollY: true, getCellsForSelection: true, rangeSelect: 'rect', columnSelect: 'none', rowSelect: 'none',
  cellActivationBehavior: 'double-click', fillHandle: true, allowedFillDirections: 'vertical', minColumnWidth: 44, maxColumnWidth: 800,
  scrollToActiveCell: true, verticalBorder: true, fixedShadowX: false, fixedShadowY: false, experimental: { scrollbarWidthOverride: 0, disableMinimumCellWidth: true },
} as const // prettier-ignore

export function DataGrid(props: DataGridProps) {
  const { columns, cell, onSelect, onToggle } = props
  const editor = useRef<DataEditorRef>(null)
  const box = useRef<HTMLDivElement>(null)
  const editors = useRef<HTMLDivElement>(null)
  useScroller(box, props.onScroll)
  useHandle(props.handle, editor, box)
  useFocusAtOnce(box, editor, props.selection !== null)
  useEditorKeepsFocus(box, editors)
  const glide = useGlide(props)
  return (
    <div ref={box} className={classes.grid} role="group" aria-label={props.label}>
      <DataEditor
        {...ALWAYS}
        {...glide}
        keybindings={props.fillsRight ? FILLS_RIGHT : KEYS}
        ref={editor}
        rows={props.rows}
        rowHeight={props.rowHeight}
        headerHeight={props.headerHeight}
        freezeColumns={props.frozen}
        provideEditor={provideEditor}
        gridSelection={fromRange(props.selection)}
        portalElementRef={editors as RefObject<HTMLElement>}
        onPaste={(target, values) => {
          props.onPaste(target[0], target[1], values)
          return false
        }}
        onKeyDown={props.onKey}
        onCellClicked={([column, row], event) => {
          const view = cell(column, row)
          if (view.head) onSelect({ column: 1, row, x: 1, y: row, width: columns.length - 1, height: 1 })
          if (onTriangle(view, event.localEventX) || view.heading) {
            event.preventDefault()
            onToggle(row)
          } else if (view.check !== undefined && view.editable && onBox(event)) props.onTick?.(column, row)
          else if (view.leads && (event.ctrlKey || event.metaKey || !view.editable) && event.localEventX < 8 + view.text.length * 7) props.onOpen?.(column, row)
        }}
        onCellContextMenu={([column, row], event) => {
          event.preventDefault()
          props.onMenu(column, row, event.bounds.x + event.localEventX, event.bounds.y + event.localEventY)
        }}
        onItemHovered={(event) =>
          event.kind === 'cell' ? props.onHover(event.location[0], event.location[1], event.bounds.x, event.bounds.y) : props.onHover(null, null, 0, 0)
        }
        onVisibleRegionChanged={({ y, height }) => props.onVisible?.(y, y + height)}
        onHeaderClicked={(column, { bounds }) => props.onHeader?.(column, bounds.x, bounds.y + bounds.height)}
        onHeaderContextMenu={(column, event) => (event.preventDefault(), props.onHeader?.(column, event.bounds.x, event.bounds.y + event.bounds.height))}
        onColumnMoved={props.onColumnMoved}
        onColumnResize={(column, width) => props.onResize(String(column.id), Math.round(width))}
      />
      {createPortal(<div ref={editors} className={classes.editors} />, document.body)}
    </div>
  )
}

/** What the page says, in the words of Glide. */
function useGlide({ columns, cell, version, rowHeight, scheme, onEdit, onSelect }: DataGridProps) {
  // The scheme decides what the tokens are.
  const colours = useMemo(() => readColours(scheme), [scheme])
  const theme = useMemo(() => gridTheme(colours, rowHeight < 32), [colours, rowHeight])
  const glideColumns = useMemo(() => columns.map(({ id, title, width }) => ({ id, title, width })), [columns])
  const getCellContent = useCallback(
    ([column, row]: Item) => toGlide(cell(column, row), columns[column]),
    // A new function tells the grid to draw again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [cell, columns, version],
  )
  const draw = useCallback<DrawCellCallback>(
    (args, drawDefault) => {
      const { view } = args.cell as EditorCell
      if (view) drawCell(args, view, colours)
      else drawDefault()
    },
    [colours],
  )
  const edited = useCallback(
    (items: readonly EditListItem[]) => {
      onEdit(items.map(({ location: [column, row], value }) => ({ column, row, ...editOf(value) })))
      return true
    },
    [onEdit],
  )
  const select = useCallback((next: GridSelection) => onSelect(toRange(next, columns.length)), [onSelect, columns.length])
  return { theme, columns: glideColumns, getCellContent, drawCell: draw, onCellsEdited: edited, onGridSelectionChange: select }
}

/** The element that scrolls inside the grid; the page is told its position in the same frame. It comes and goes with the grid's size. */
function useScroller(box: RefObject<HTMLDivElement | null>, onScroll: (top: number) => void): void {
  // The grid is one stop of the tabulator, not its scroller too, which a browser would add.
  useEffect(() => scrollerOf(box.current)?.setAttribute('tabindex', '-1'))
  useEffect(() => {
    const element = box.current
    if (!element) return
    const tell = (event: Event) => {
      const target = event.target as HTMLElement
      if (target.classList.contains('dvn-scroller')) onScroll(target.scrollTop)
    }
    element.addEventListener('scroll', tell, { passive: true, capture: true })
    return () => element.removeEventListener('scroll', tell, { capture: true })
  }, [box, onScroll])
}

function scrollerOf(box: HTMLElement | null): HTMLElement | null {
  return box?.querySelector<HTMLElement>('.dvn-scroller') ?? null
}

/**
 * Glide takes the focus in the frame after a click: a key pressed before that frame went to the page and was lost. Here it is taken with the click itself.
 * Glide listens at the window too, and was there first: by now the cell is selected. Without a selection it would choose its first cell, so it is left alone.
 */
function useFocusAtOnce(box: RefObject<HTMLElement | null>, editor: RefObject<DataEditorRef | null>, selected: boolean): void {
  const now = useRef(selected)
  useLayoutEffect(() => {
    now.current = selected
  }, [selected])
  useEffect(() => {
    const take = (event: PointerEvent) => {
      const inside = event.target instanceof Node && box.current?.contains(event.target)
      if (inside && now.current && event.button === 0 && event.pointerType !== 'touch') editor.current?.focus()
    }
    window.addEventListener('pointerdown', take)
    return () => window.removeEventListener('pointerdown', take)
  }, [box, editor])
}

/**
 * That later frame may also come when a key has opened an editor already: the rest of what is typed would go to the grid. The editor gets the focus back,
 * unless it is being closed: then it is gone two microtasks on.
 */
function useEditorKeepsFocus(box: RefObject<HTMLDivElement | null>, editors: RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const element = box.current
    const giveBack = () => {
      const field = editors.current?.querySelector<HTMLElement>('input, textarea')
      if (field) queueMicrotask(() => queueMicrotask(() => field.isConnected && field.focus({ preventScroll: true })))
    }
    element?.addEventListener('focusin', giveBack)
    return () => element?.removeEventListener('focusin', giveBack)
  }, [box, editors])
}

function useHandle(handle: Ref<GridHandle>, editor: RefObject<DataEditorRef | null>, box: RefObject<HTMLDivElement | null>): void {
  useImperativeHandle(handle, () => ({
    focus: () => editor.current?.focus(),
    reveal: (column, row) => editor.current?.scrollTo(column, row, 'both', 0, 0),
    scrollTo: (top) => {
      const element = scrollerOf(box.current)
      if (element && Math.abs(element.scrollTop - top) > 0.5) element.scrollTop = top
      return element?.scrollTop ?? top
    },
    scrollTop: () => scrollerOf(box.current)?.scrollTop ?? 0,
    copy: () => void editor.current?.emit('copy'),
  }))
}
