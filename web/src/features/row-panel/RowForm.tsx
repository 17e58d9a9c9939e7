/** All cells of the row, edited where they stand: Enter or leaving the field saves, Esc takes back. */
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { Plural, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useState, type KeyboardEvent } from 'react'
import { queryClient } from '~/client/queries'
import { mentionableQuery, rowKey, rowQuery, type RowDetail, type RowPlace } from '~/client/rows'
import { changeSheet, newCallId } from '~/client/sheets'
import { shownText } from '~/engines/register/cells'
import { textOf, TYPES, type Column } from '~/engines/register/columns'
import { useErrorText } from '~/ui/errorText'
import { Field } from './Field'
import classes from './RowPanel.module.css'
import { useColumns, useRowWords } from './useRowWords'

const OF_PEOPLE: ReadonlySet<string> = new Set(['person', 'people'])

export function RowForm({ row, place }: { row: RowDetail; place: RowPlace }) {
  const { t, i18n } = useLingui()
  const root = row.node.path[0]?.id ?? row.node.id
  const mayEdit = row.may.includes('edit')
  const known = row.columns.filter((column) => (TYPES as readonly string[]).includes(column.type))
  const columns = useColumns(known)
  const asked = mayEdit && columns.some((column) => OF_PEOPLE.has(column.type) && column.editable)
  const people = useQuery({ ...mentionableQuery(place), enabled: asked }).data?.items
  const words = useRowWords({ names: row.names, links: row.links, people })
  const save = useSave(row, place)
  // A plan has columns that only its grid can edit, and many that are empty for most rows.
  const [all, setAll] = useState(false)
  const isEditable = (column: Column) => mayEdit && (column.editable || isFileCell(column, row))
  const isUsual = (column: Column) => !column.hidden || shownText(column, row.cells[column.key], words) !== ''
  const shown = columns.filter((column) => isUsual(column) || (all && isEditable(column)))
  const more = all ? 0 : columns.filter((column) => !isUsual(column) && isEditable(column)).length
  return (
    <div className={classes.form} role="group" aria-label={t`Cells of the row`} onKeyDownCapture={escapeNearer}>
      {shown.map((column) => (
        <Field key={column.key} column={column} value={row.cells[column.key]} words={words} people={people ?? []} place={place} root={root} lack={textOf(row.marks[column.key], i18n.locale)} editable={isEditable(column)} save={save} />
      ))}
      {more > 0 && (
        <Button className={classes.more} size="compact-xs" variant="subtle" onClick={() => setAll(true)}>
          <Plural value={more} one="# more cell" other="# more cells" />
        </Button>
      )}
    </div>
  )
}

/** Esc closes an open list first, and only the next one the panel. */
function escapeNearer(event: KeyboardEvent): void {
  if (event.key === 'Escape' && (event.target as HTMLElement).getAttribute('aria-expanded') === 'true') event.preventDefault()
}

/** The grid cannot attach a file; the form can, where the column is nobody else's to fill. */
function isFileCell({ key, type }: Column, row: RowDetail): boolean {
  return type === 'file' && row.columns.find((column) => column.key === key)?.computed !== true
}

export type Save = (column: Column, value: unknown) => void

/** Shows the value at once; what the server makes of it, or why it refuses, follows. */
function useSave(row: RowDetail, place: RowPlace): Save {
  const { t } = useLingui()
  const errorText = useErrorText()
  const { seq } = row
  return useCallback(
    (column, value) => {
      const key = rowQuery(place).queryKey
      const put = (next: unknown) => queryClient.setQueryData(key, (now) => (now ? { ...now, cells: { ...now.cells, [column.key]: next } } : now))
      const before = queryClient.getQueryData(key)?.cells[column.key]
      void queryClient.cancelQueries({ queryKey: key })
      put(value)
      changeSheet(place.sheetId, [{ op: 'set', row: place.rowId, cells: { [column.key]: value } }], newCallId(), seq)
        .then((answer) => {
          const told = [...(answer.notices ?? []).map((notice) => notice.text), ...(answer.overwritten ?? []).map(({ name }) => (name ? t`${name} had just changed the same cell; both values are in its history.` : t`Somebody had just changed the same cell; both values are in its history.`))]
          if (told.length > 0) notifications.show({ id: 'row-news', message: told.join(' '), color: 'gray', withBorder: true })
        })
        .catch((error: unknown) => {
          put(before)
          notifications.show({ id: 'row-news', message: `${errorText(error)} ${t`Your edit was taken back.`}`, color: 'red', withBorder: true })
        })
        .finally(() => void queryClient.invalidateQueries({ queryKey: rowKey(place) }))
    },
    [place, seq, t, errorText],
  )
}
