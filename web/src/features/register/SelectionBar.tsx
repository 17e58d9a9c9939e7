/** Below the rows: how many there are, what the selection amounts to, and what can be done with it. */
import { Button } from '@mantine/core'
import { Plural, Trans } from '@lingui/react/macro'
import { shownText } from '~/engines/register/cells'
import { selectionFigures } from '~/engines/register/figures'
import { BulkEdit } from './BulkEdit'
import { lackOf } from './CellHint'
import classes from './Register.module.css'
import { rowsBetween } from './registerState'
import { NODE_COLUMN, type Shared } from './shared'

export function SelectionBar(shared: Shared) {
  const { state, selection, words, actions, rights } = shared
  const rows = selection.slots ? rowsBetween(state.slots, selection.slots.first, selection.slots.count) : []
  const figures = selectionFigures(rows.map((row) => row.cells), selection.columns)
  const many = figures.cells > 1
  const total = state.slots.keys.length
  const write = (value: number) => (figures.like ? shownText(figures.like, value, words) : String(value))
  return (
    <div className={classes.bar}>
      <span>{many && (selection.slots?.count ?? 0) > 1 ? <Plural value={selection.slots?.count ?? 0} one="# row selected" other="# rows selected" /> : <Plural value={total} one="# row" other="# rows" />}</span>
      {many && figures.counted > 0 && (
        <>
          <span>
            <Trans>
              Count <strong>{figures.counted}</strong>
            </Trans>
          </span>
          {figures.sum !== null && (
            <span>
              <Trans>
                Sum <strong>{write(figures.sum)}</strong>
              </Trans>
            </span>
          )}
          {figures.average !== null && (
            <span>
              <Trans>
                Average <strong>{write(Math.round(figures.average * 100) / 100)}</strong>
              </Trans>
            </span>
          )}
        </>
      )}
      {!many && <Total {...shared} />}
      <Lack {...shared} />
      <span className={classes.space} />
      {(selection.slots?.count ?? 0) > 1 && rights.edit && (
        <span className={classes.group}>
          <BulkEdit {...shared} />
          {rights.remove && (
            <Button size="compact-sm" variant="subtle" color="red" onClick={actions.remove}>
              <Trans>Delete</Trans>
            </Button>
          )}
        </span>
      )}
    </div>
  )
}

/** What the cell that one is in lacks, for those who do not hover. */
function Lack({ selection, words }: Shared) {
  const { active } = selection
  const lack = active && active.column.key !== NODE_COLUMN && lackOf(active.row, active.column, words.locale)
  return (
    <span role="status" className={lack ? classes.lack : undefined} dir="auto">
      {lack}
    </span>
  )
}

/** Over all rows of the view: the total of the column that one is in. */
function Total({ state, selection, words }: Shared) {
  const { column } = selection
  const sum = column ? state.totals[column.key]?.['sum'] : undefined
  if (!column || typeof sum !== 'number') return null
  return (
    <span>
      <Trans>
        {column.title} in all <strong>{shownText(column, sum, words)}</strong>
      </Trans>
    </span>
  )
}
