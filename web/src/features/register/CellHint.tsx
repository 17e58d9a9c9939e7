/** What stands on hover: why a value was not understood, what a cell lacks, the whole of a text that was cut, a date with its weekday, where a flat row stands. */
import { Portal } from '@mantine/core'
import { Trans } from '@lingui/react/macro'
import { isMisfit, isWithheld, shownText, type CellWords } from '~/engines/register/cells'
import { textOf, type Column } from '~/engines/register/columns'
import type { RegisterRow } from '~/engines/register/slots'
import classes from './Register.module.css'

export interface Hint {
  readonly row: RegisterRow
  readonly column: Column
  readonly x: number
  readonly y: number
}

/** Pixels of a letter, roughly: a text that may have been cut is shown whole. */
const LETTER = 6.5

export function CellHint({ hint, words, flat }: { hint: Hint; words: CellWords; flat: boolean }) {
  const text = hintText(hint, words, flat)
  const withheld = isWithheld(hint.row.cells[hint.column.key])
  if (!text && !withheld) return null
  return (
    <Portal>
      <div className={classes.hint} style={{ left: Math.min(hint.x, window.innerWidth - 340), top: hint.y + 38 }} aria-hidden="true" dir="auto">
        {withheld ? <Trans>Withheld: it would tell of rows that are not shared with you.</Trans> : text}
      </div>
    </Portal>
  )
}

/** Why a value was not understood, or what the cell lacks. */
export function lackOf(row: RegisterRow, column: Column, locale: string): string | undefined {
  const value = row.cells[column.key]
  return isMisfit(value) ? value.problem : textOf(row.marks?.[column.key], locale)
}

function hintText({ row, column }: Hint, words: CellWords, flat: boolean): string {
  const value = row.cells[column.key]
  const lack = lackOf(row, column, words.locale)
  if (lack) return lack
  if (column.type === 'date' || column.type === 'datetime') return typeof value === 'string' ? words.moments.full(value.length === 10 ? `${value}T00:00` : value).replace(/, 00:00$/, '') : ''
  const text = shownText(column, value, words)
  const cut = text.length * LETTER > column.width - 16 || text.includes('\n') ? text : ''
  return column.primary && flat && row.above?.length ? [row.above.join(' › '), cut].filter(Boolean).join('\n') : cut
}
