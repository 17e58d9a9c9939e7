/** A project's row and a group's row. */
import { Plural, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import type { PortfolioItem } from '~/client/types'
import type { ColumnSpec } from '~/features/portfolio/columns'
import { useGroupName } from '~/features/portfolio/groupName'
import type { ListLine } from '~/features/portfolio/order'
import { useChangeSearch, usePortfolioSearch } from '~/features/portfolio/usePortfolio'
import { usePage } from '~/features/portfolio/profileContext'
import { mayEdit } from '~/features/portfolio/profiles'
import { useFormat } from '~/lib/useFormat'
import { ProfileEditor } from '~/ui/profile/ProfileEditor'
import classes from './ProjectList.module.css'

interface Place {
  index: number
  top: number
  /** The column of the Tab stop, where it stands in this row. */
  stop: number | null
}

const tabIndex = (stop: number | null, column: number) => (stop === column ? 0 : -1)

/** A cell that is being edited: its column, and the key that began it in place of what stood there. */
export interface Editing {
  column: number
  begun?: string
}

interface ProjectRowProps extends Place {
  item: PortfolioItem
  columns: readonly ColumnSpec[]
  editing: Editing | null
  done: (item: PortfolioItem, key: string, value: { value: unknown } | undefined, on: boolean) => void
}

/** Drawn once and kept while the list scrolls: its props are plain values. */
export const ProjectRow = memo(function ProjectRow({ item, index: row, top, stop, columns, editing, done }: ProjectRowProps) {
  const { open, figure } = usePortfolioSearch()
  const { profiles, past } = usePage()
  const at = (column: number) => ({ 'data-row': row, 'data-column': column, 'aria-colindex': column + 1 })
  return (
    <div role="row" aria-rowindex={row + 2} className={classes.row} data-open={open === item.id || undefined} style={{ transform: `translateY(${top}px)` }}>
      <div role="rowheader" {...at(0)}>
        <Link to="/projects/$projectId" params={{ projectId: item.id }} tabIndex={tabIndex(stop, 0)} title={item.name} translate="no">
          {item.name}
        </Link>
      </div>
      {columns.map((column, index) => {
        const { edits } = column
        const editable = edits !== undefined && past === null && mayEdit(item, edits, profiles)
        if (editable && editing?.column === index + 1 && profiles.words) {
          return (
            <div key={column.key} role="gridcell" {...at(index + 1)} tabIndex={-1} data-editing>
              <ProfileEditor column={edits} value={item.cells[edits.key]} words={profiles.words} people={profiles.people} begun={editing.begun} done={(value, on) => done(item, edits.key, value, on)} />
            </div>
          )
        }
        return (
          <div key={column.key} role="gridcell" {...at(index + 1)} data-right={column.right} aria-readonly={edits && !editable ? true : undefined} tabIndex={column.figure ? undefined : tabIndex(stop, index + 1)} translate={column.figure ? undefined : 'no'}>
            <Cell item={item} column={column} tabIndex={tabIndex(stop, index + 1)} chosen={open === item.id && figure === column.figure} />
          </div>
        )
      })}
    </div>
  )
})

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

export function GroupRow({ line, index, top, stop, span }: Place & { line: Extract<ListLine, { kind: 'group' }>; span: number }) {
  const name = useGroupName()(line.name)
  return (
    <div role="row" aria-rowindex={index + 2} className={classes.group} style={{ transform: `translateY(${top}px)` }}>
      <div role="rowheader" aria-colspan={span} data-row={index} data-column={0} tabIndex={stop === null ? -1 : 0}>
        <strong translate="no">{name}</strong>
        <span data-dim>
          <Plural value={line.items.length} one="# project" other="# projects" />
        </span>
      </div>
    </div>
  )
}
