/** What stands on hover: the whole of a name that was cut, a date with weekday and time, why a value was not understood. */
import { Portal } from '@mantine/core'
import type { CellWords } from '~/engines/plan/cellText'
import { isMisfit, type Row } from '~/engines/plan/rows'
import classes from './PlanPage.module.css'

export interface Hint {
  readonly row: Row
  readonly column: string
  readonly x: number
  readonly y: number
}

const LONG = 34

export function CellHint({ hint, words }: { hint: Hint; words: CellWords }) {
  const text = hintText(hint, words)
  if (!text) return null
  return (
    <Portal>
      <div className={classes.hint} style={{ left: Math.min(hint.x, window.innerWidth - 330), top: hint.y + 40 }} aria-hidden="true" dir="auto">
        {text}
      </div>
    </Portal>
  )
}

function hintText({ row, column }: Hint, words: CellWords): string {
  const value = row.cells[column]
  if (isMisfit(value)) return value.problem
  if (column === 'name') return String(value ?? '').length > LONG ? String(value) : ''
  return words.moments.full(value)
}
