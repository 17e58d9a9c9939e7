/** The list as a grid: only the rows on the screen are drawn, one Tab stop, arrows walk the cells, Enter opens what a cell holds. */
import { useLingui } from '@lingui/react/macro'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { NAME_COLUMN, useShownColumns } from '~/features/portfolio/columns'
import { GroupRow, ProjectRow } from '~/features/portfolio/rows'
import { HeadRow } from '~/features/portfolio/HeadRow'
import type { ListLine } from '~/features/portfolio/order'
import { useCellEditing } from '~/features/portfolio/useCellEditing'
import { useGridWalk } from '~/features/portfolio/useGridWalk'
import classes from './ProjectList.module.css'

const ROW = 36

export function ProjectList({ lines }: { lines: readonly ListLine[] }) {
  const { t } = useLingui()
  const scroller = useRef<HTMLDivElement>(null)
  const columns = useShownColumns()
  // eslint-disable-next-line react-hooks/incompatible-library -- the rows are drawn here and nowhere memoised
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
    scrollPaddingStart: ROW,
    getItemKey: (index) => lines[index]?.key ?? index,
  })
  const walk = useGridWalk(scroller, lines.length, columns.length + 1, (index) => virtual.scrollToIndex(index))
  const edit = useCellEditing(lines, columns, walk)
  const sizes = [NAME_COLUMN, ...columns]
  const tracks = sizes.map(({ min, grow }) => (grow ? `minmax(${min}px, ${grow}fr)` : `${min}px`)).join(' ')
  const minWidth = sizes.reduce((sum, { min }) => sum + min, 0)
  return (
    <div ref={scroller} className={classes.scroller}>
      <div
        role="grid"
        aria-label={t`Projects`}
        aria-rowcount={lines.length + 1}
        aria-colcount={columns.length + 1}
        className={classes.grid}
        style={{ '--tracks': tracks, minWidth } as React.CSSProperties}
        onKeyDown={edit.onKeyDown}
        onDoubleClick={edit.onDoubleClick}
        onFocus={walk.onFocus}
        tabIndex={-1}
      >
        <HeadRow columns={columns} active={walk.at} />
        <div role="rowgroup" className={classes.rows} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, key, start }) => {
            const line = lines[index]
            if (!line) return null
            const place = { index, top: start, stop: walk.at.row === index ? walk.at.column : null }
            return line.kind === 'group' ? <GroupRow key={key} line={line} {...place} span={columns.length + 1} /> : <ProjectRow key={key} item={line.item} {...place} columns={columns} editing={edit.at?.row === index ? edit.at : null} done={edit.done} />
          })}
        </div>
      </div>
    </div>
  )
}
