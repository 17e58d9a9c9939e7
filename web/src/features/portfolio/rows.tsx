/** A project's row and a group's row. */
import { Plural, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { PortfolioItem } from '~/client/types'
import type { ColumnSpec } from '~/features/portfolio/columns'
import { useGroupName } from '~/features/portfolio/groupName'
import type { ListLine } from '~/features/portfolio/order'
import type { GridPlace } from '~/features/portfolio/useGridWalk'
import { useChangeSearch, usePortfolioSearch } from '~/features/portfolio/usePortfolio'
import { useFormat } from '~/lib/useFormat'
import classes from './ProjectList.module.css'

interface Place {
  index: number
  top: number
  active: GridPlace
}

const stop = (place: Place, column: number) => (place.active.row === place.index && place.active.column === column ? 0 : -1)

export function ProjectRow({ item, place, columns }: { item: PortfolioItem; place: Place; columns: readonly ColumnSpec[] }) {
  const { open, figure } = usePortfolioSearch()
  const at = (column: number) => ({ 'data-row': place.index, 'data-column': column, 'aria-colindex': column + 1 })
  return (
    <div role="row" aria-rowindex={place.index + 2} className={classes.row} data-open={open === item.id || undefined} style={{ transform: `translateY(${place.top}px)` }}>
      <div role="rowheader" {...at(0)}>
        <Link to="/projects/$projectId" params={{ projectId: item.id }} tabIndex={stop(place, 0)} title={item.name} translate="no">
          {item.name}
        </Link>
      </div>
      {columns.map((column, index) => (
        <div key={column.key} role="gridcell" {...at(index + 1)} data-right={column.right} tabIndex={column.figure ? undefined : stop(place, index + 1)} translate={column.figure ? undefined : 'no'}>
          <Cell item={item} column={column} tabIndex={stop(place, index + 1)} chosen={open === item.id && figure === column.figure} />
        </div>
      ))}
    </div>
  )
}

/** A figure is a button: it opens what it was computed from. */
function Cell({ item, column, tabIndex, chosen }: { item: PortfolioItem; column: ColumnSpec; tabIndex: number; chosen: boolean }) {
  const { t } = useLingui()
  const format = useFormat()
  const change = useChangeSearch()
  const content = column.cell(item, format) || <span className={classes.none}>{t`n/a`}</span>
  if (!column.figure) return content
  const { figure } = column
  return (
    <button type="button" className={classes.figure} tabIndex={tabIndex} aria-pressed={chosen} onClick={() => change({ open: item.id, figure, tile: undefined })}>
      {content}
    </button>
  )
}

export function GroupRow({ line, place, span }: { line: Extract<ListLine, { kind: 'group' }>; place: Place; span: number }) {
  const name = useGroupName()(line.name)
  return (
    <div role="row" aria-rowindex={place.index + 2} className={classes.group} style={{ transform: `translateY(${place.top}px)` }}>
      <div role="rowheader" aria-colspan={span} data-row={place.index} data-column={0} tabIndex={stop(place, place.active.column)}>
        <strong translate="no">{name}</strong>
        <span data-dim>
          <Plural value={line.items.length} one="# project" other="# projects" />
        </span>
      </div>
    </div>
  )
}
