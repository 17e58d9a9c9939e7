/** The rows as cards, in the order of the view: for a phone. A card opens its row as a form. */
import { useLingui } from '@lingui/react/macro'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { isEmpty, isMisfit, namesOf, shownText } from '~/engines/register/cells'
import type { Column } from '~/engines/register/columns'
import { groupFigure } from '~/engines/register/figures'
import type { Group } from '~/engines/register/lines'
import { rowAt, type RegisterRow } from '~/engines/register/slots'
import { Bone } from '~/ui/States'
import { lackOf } from './CellHint'
import classes from './Register.module.css'
import { NODE_COLUMN, type Shared } from './shared'

const HEIGHT = 112
const FACTS = 5

export function Cards(shared: Shared) {
  const { lines, state, store, selection, view, columns, words } = shared
  const { t } = useLingui()
  const box = useRef<HTMLDivElement>(null)
  // The virtualizer keeps functions of its own: the compiler of React leaves this component alone.
  // eslint-disable-next-line react-hooks/incompatible-library
  const list = useVirtualizer({ count: lines.count, getScrollElement: () => box.current, estimateSize: () => HEIGHT, overscan: 6 })
  const items = list.getVirtualItems()
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0]
  useEffect(() => {
    const slot = (line: number) => {
      const at = lines.at(line)
      return at?.kind === 'row' ? at.index : (at?.group.start ?? 0)
    }
    store.look(slot(first), slot(last))
  }, [store, lines, first, last])
  const group = columns.find((column) => column.key === view.shown.group)
  return (
    <div className={classes.cards} ref={box}>
      <ul style={{ height: list.getTotalSize() }} aria-label={t`Rows of the register`}>
        {items.map((item) => {
          const at = lines.at(item.index)
          const row = at?.kind === 'row' ? rowAt(state.slots, at.index) : undefined
          return (
            <li key={item.key} data-index={item.index} ref={list.measureElement} style={{ transform: `translateY(${item.start}px)` }}>
              {at?.kind === 'group' ? (
                <div className={classes.cardGroup}>
                  <span translate="no">{(group && shownText(group, at.group.value, words)) || t`Empty`}</span> ({at.group.count})
                  <GroupSums group={at.group} {...shared} />
                </div>
              ) : row ? (
                <Card {...shared} row={row} open={() => (selection.selectRow(row.key), view.change({ panel: true }))} />
              ) : (
                <div className={classes.card}>
                  <Bone width="60%" />
                  <Bone width="40%" />
                </div>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** What the columns that can be added come to over the group. */
function GroupSums({ group, visible, words }: Shared & { group: Group }) {
  const sums = visible.map((column) => ({ column, sum: groupFigure(column, group, words) })).filter(({ sum }) => sum !== '')
  return (
    <span className={classes.groupSums} translate="no">
      {sums.map(({ column, sum }) => (
        <span key={column.key}>
          {column.title} {sum}
        </span>
      ))}
    </span>
  )
}

function Card({ row, columns, visible, words, state, open }: Shared & { row: RegisterRow; open: () => void }) {
  const { t } = useLingui()
  const [primary, ...rest] = visible
  const facts = rest.filter((column) => column.key === NODE_COLUMN || !isEmpty(row.cells[column.key])).slice(0, FACTS)
  const lacks = columns.map((column) => ({ column, lack: column.key === NODE_COLUMN ? undefined : lackOf(row, column, words.locale) })).filter(({ lack }) => lack)
  const title = primary ? shownText(primary, row.cells[primary.key], words) : ''
  return (
    <button type="button" className={classes.card} data-fresh={state.fresh.has(row.key) || undefined} onClick={open} style={{ marginInlineStart: row.depth * 12, width: `calc(100% - ${row.depth * 12}px)` }}>
      <strong dir="auto" translate="no">
        {title || t`Without a name`}
      </strong>
      <dl translate="no">
        {facts.map((column) => (
          <div key={column.key}>
            <dt>{column.title}</dt>
            <dd data-tone={toneOf(row, column)}>{column.key === NODE_COLUMN ? row.nodeName : isMisfit(row.cells[column.key]) ? shownText(column, row.cells[column.key], words) : column.type === 'choice' ? namesOf(column, row.cells[column.key], words)[0] : shownText(column, row.cells[column.key], words)}</dd>
          </div>
        ))}
      </dl>
      {lacks.length > 0 && (
        <ul className={classes.lacks}>
          {lacks.map(({ column, lack }) => (
            <li key={column.key} dir="auto">
              <span translate="no">{column.title}</span>: {lack}
            </li>
          ))}
        </ul>
      )}
    </button>
  )
}

function toneOf(row: RegisterRow, column: Column): string | undefined {
  return row.tones?.[column.key] ?? column.choices.find((choice) => choice.value === String(row.cells[column.key]))?.tone
}
