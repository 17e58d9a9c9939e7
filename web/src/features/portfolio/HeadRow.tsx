/** The head of the list: a name sorts, a second time the other way. */
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useColumnName, type ColumnSpec } from '~/features/portfolio/columns'
import type { Column, Sort } from '~/features/portfolio/search'
import type { GridPlace } from '~/features/portfolio/useGridWalk'
import { useChangeSearch, usePortfolioSearch } from '~/features/portfolio/usePortfolio'
import classes from './ProjectList.module.css'

export function HeadRow({ columns, active }: { columns: readonly ColumnSpec[]; active: GridPlace }) {
  return (
    <div role="rowgroup" className={classes.head}>
      <div role="row" aria-rowindex={1} className={classes.row}>
        <Head column="name" sort="name" index={0} active={active} />
        {columns.map((column, index) => (
          <Head key={column.key} column={column.key} sort={column.sort} right={column.right} index={index + 1} active={active} />
        ))}
      </div>
    </div>
  )
}

interface HeadProps {
  column: Column | 'name'
  sort?: Sort
  right?: boolean
  index: number
  active: GridPlace
}

function Head({ column, sort, right, index, active }: HeadProps) {
  const name = useColumnName()(column)
  const search = usePortfolioSearch()
  const change = useChangeSearch()
  const chosen = sort !== undefined && (search.sort ?? 'status') === sort
  const tabIndex = active.row === -1 && active.column === index ? 0 : -1
  const place = { 'data-row': -1, 'data-column': index, 'data-right': right, 'aria-colindex': index + 1 }
  if (!sort) {
    return (
      <div role="columnheader" {...place} tabIndex={tabIndex}>
        {name}
      </div>
    )
  }
  const turn = () => change(chosen ? { sort, down: search.down ? undefined : true } : { sort, down: undefined })
  const Arrow = search.down ? IconArrowDown : IconArrowUp
  return (
    <div role="columnheader" {...place} aria-sort={chosen ? (search.down ? 'descending' : 'ascending') : 'none'}>
      <button type="button" tabIndex={tabIndex} onClick={turn}>
        {name}
        {chosen && <Arrow size={12} stroke={2} aria-hidden="true" />}
      </button>
    </div>
  )
}
