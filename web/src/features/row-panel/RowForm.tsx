/** All cells of the row, edited where they stand: Enter or leaving the field saves, Esc takes back. */
import { notifications } from '@mantine/notifications'
import { useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { queryClient } from '~/client/queries'
import { mentionableQuery, rowKey, rowQuery, type RowDetail, type RowPlace } from '~/client/rows'
import { changeSheet, newCallId } from '~/client/sheets'
import { shownText } from '~/engines/register/cells'
import { TYPES, type Column } from '~/engines/register/columns'
import { useErrorText } from '~/ui/errorText'
import { Field } from './Field'
import classes from './RowPanel.module.css'
import { useColumns, useRowWords } from './useRowWords'

const OF_PEOPLE: ReadonlySet<string> = new Set(['person', 'people'])

export function RowForm({ row, place }: { row: RowDetail; place: RowPlace }) {
  const { t } = useLingui()
  const mayEdit = row.may.includes('edit')
  const known = row.columns.filter((column) => (TYPES as readonly string[]).includes(column.type))
  const columns = useColumns(known)
  const asked = mayEdit && columns.some((column) => OF_PEOPLE.has(column.type) && column.editable)
  const people = useQuery({ ...mentionableQuery(place), enabled: asked }).data?.items
  const words = useRowWords({ names: row.names, links: row.links, people })
  const save = useSave(row, place)
  // A plan has columns that only its grid can edit, and many that are empty for most rows.
  const shown = columns.filter((column) => !column.hidden || shownText(column, row.cells[column.key], words) !== '')
  return (
    <div className={classes.form} role="group" aria-label={t`Cells of the row`}>
      {shown.map((column) => (
        <Field key={column.key} column={column} value={row.cells[column.key]} words={words} people={people ?? []} place={place} editable={mayEdit && column.editable && column.type !== 'link'} save={save} />
      ))}
    </div>
  )
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
