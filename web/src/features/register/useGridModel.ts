/** The columns and cells of the grid, made of the rows and the view. */
import { useLingui } from '@lingui/react/macro'
import { useCallback, useMemo, useState } from 'react'
import { foldedRows } from '~/engines/register/address'
import { shownText } from '~/engines/register/cells'
import { alignOf, type Column } from '~/engines/register/columns'
import { groupFigure } from '~/engines/register/figures'
import { groupId } from '~/engines/register/lines'
import { rowAt } from '~/engines/register/slots'
import type { GridCellView, GridColumnView } from '~/ui/grid/model'
import { useColumnWidths } from '~/ui/grid/useColumnWidths'
import { cellView, numberView, SKELETON, type CellContext } from './cellViews'
import { editorOf } from './editors'
import type { Shared } from './shared'

const NOTHING: GridCellView = { text: '' }

export function useGridModel(shared: Shared) {
  const { t } = useLingui()
  const { state, view, visible, lines, words, rights, narrow, place } = shared
  const { widths, resize } = useColumnWidths(state.head?.kind ?? 'register')
  const { fresh, pending, slots } = state
  const learnt = useLearnt(shared)
  const root = state.head?.node.path[0]?.id ?? state.head?.node.id
  const context = useMemo<CellContext>(
    () => ({
      words: learnt.words, closed: foldedRows(view.search.fold), fresh, pending, mayEdit: rights.edit, flat: view.flat, root, nothing: t`Nothing fits. Enter keeps it as typed.`, learn: learnt.learn,
    }), // prettier-ignore
    [t, learnt, view.search.fold, view.flat, fresh, pending, rights.edit, root],
  )
  const columns = useMemo<GridColumnView[]>(() => {
    const sorted = new Map(view.shown.sort.map(([key, direction]) => [key, direction === 'asc' ? ' ↑' : ' ↓']))
    const shown = visible.map(({ key, title, width, primary }) => ({ id: key, title: `${title}${sorted.get(key) ?? ''}`, width: widths[key] ?? (narrow && primary ? 180 : width) }))
    return [{ id: '#', title: '#', width: Math.max(48, String(lines.count).length * 9 + 28) }, ...shown]
  }, [visible, widths, narrow, lines.count, view.shown.sort])
  const groupColumn = shared.columns.find((column) => column.key === view.shown.group)
  const shut = view.search.shut
  const cell = useCallback(
    (column: number, line: number): GridCellView => {
      const at = lines.at(line)
      const to = visible[column - 1]
      if (at === undefined) return column === 0 ? { text: line === lines.count ? '+' : '', tone: 'dim', align: 'right' } : newCell(to, context)
      if (at.kind === 'group') {
        if (column !== 1) return { text: to ? groupFigure(to, at.group, words) : '', heading: true, align: to && alignOf(to), tone: 'strong' }
        const name = groupColumn ? shownText(groupColumn, at.group.value, words) : ''
        return { text: `${name || t`Empty`} (${at.group.count})`, heading: true, tone: 'strong', tree: { depth: 0, open: !shut?.includes(groupId(at.group)) } }
      }
      const row = rowAt(slots, at.index)
      if (!row) return column === 0 ? { text: String(at.index + 1), align: 'right', head: true } : SKELETON
      if (column === 0) return numberView(row, at.index)
      return to ? cellView(row, to, context) : NOTHING
    },
    [lines, slots, visible, context, groupColumn, words, shut, t],
  )
  return { columns, cell, context, resize, place }
}

/** A cell of the line for a new row: empty, and ready to be typed into. */
function newCell(column: Column | undefined, context: CellContext): GridCellView {
  if (!column) return NOTHING
  return { row: null, text: '', editable: column.editable, align: alignOf(column), editor: column.editable ? () => editorOf(column, null, context) : undefined }
}

/** Names that pickers offered, until the server mentions them itself. */
function useLearnt({ words }: Shared) {
  const [names, setNames] = useState<ReadonlyMap<number, string>>(new Map())
  const [links, setLinks] = useState<ReadonlyMap<string, string>>(new Map())
  const learn = useCallback((people: readonly (readonly [number, string])[], rows: readonly (readonly [string, string])[]) => {
    if (people.length > 0) setNames((now) => new Map([...now, ...people]))
    if (rows.length > 0) setLinks((now) => new Map([...now, ...rows]))
  }, [])
  return useMemo(
    () => ({
      learn,
      words: {
        ...words,
        person: (id: number) => words.person(id) ?? names.get(id),
        linked: (link: { sheet: number; row: number }) => words.linked(link) ?? links.get(`${link.sheet}:${link.row}`),
      },
    }),
    [learn, words, names, links],
  )
}
