/** What happened to the row, newest first; values are written as their columns are. */
import { Button } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { historyQuery, type HistoryEntry, type HistoryPage, type RowPlace } from '~/client/rows'
import { shownText, type CellWords } from '~/engines/register/cells'
import type { Column } from '~/engines/register/columns'
import { ErrorState } from '~/ui/States'
import { partsOf } from './mentions'
import classes from './RowPanel.module.css'
import { useMoment } from './useMoment'
import { useColumns, useRowWords } from './useRowWords'

export function History({ place }: { place: RowPlace }) {
  const { t } = useLingui()
  const found = useInfiniteQuery(historyQuery(place))
  const pages = useMemo(() => found.data?.pages ?? [], [found.data])
  const names = useMemo(() => Object.assign({}, ...pages.map((page) => page.names)) as Record<string, string>, [pages])
  const columns = useColumns(useMemo(() => columnsOf(pages), [pages]))
  const words = useRowWords({ names })
  if (found.isError) return <ErrorState error={found.error} retry={() => void found.refetch()} />
  const byKey = new Map(columns.map((column) => [column.key, column]))
  return (
    <>
      <ol className={classes.list} aria-label={t`History`}>
        {pages.flatMap((page) => page.items).map((entry) => (
          <Entry key={`${entry.what}-${entry.seq}-${entry.id ?? ''}`} entry={entry} columns={byKey} words={words} />
        ))}
      </ol>
      {found.hasNextPage && (
        <Button variant="default" size="xs" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          <Trans>Show what was before</Trans>
        </Button>
      )}
    </>
  )
}

function columnsOf(pages: readonly HistoryPage[]) {
  const known = new Map(pages.flatMap((page) => Object.entries(page.columns)))
  return [...known].map(([key, column]) => ({ key, ...column }))
}

interface EntryProps {
  entry: HistoryEntry
  columns: ReadonlyMap<string, Column>
  words: CellWords
}

function Entry({ entry, columns, words }: EntryProps) {
  const moment = useMoment()
  const said = useSentence()(entry)
  return (
    <li>
      <div className={classes.head}>
        <strong translate="no">{entry.by ?? '—'}</strong>
        <span>{said}</span>
        <span className={classes.space} />
        <time dateTime={entry.at}>{moment(entry.at)}</time>
      </div>
      {entry.what === 'commented' && (
        <p className={classes.text} dir="auto" translate="no">
          {partsOf(entry.text).map((part) => part.text).join('')}
        </p>
      )}
      {entry.cells.length > 0 && (
        <ul className={classes.cells} translate="no">
          {entry.cells.map(({ key, old, new: next }) => (
            <li key={key}>
              {columns.get(key)?.title ?? key}: <del dir="auto">{written(columns.get(key), old, words)}</del> → <span dir="auto">{written(columns.get(key), next, words)}</span>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

function written(column: Column | undefined, value: unknown, words: CellWords): string {
  const text = column ? shownText(column, value, words) : typeof value === 'string' ? value : ''
  return text === '[object Object]' ? '…' : text || '—'
}

function useSentence(): (entry: HistoryEntry) => string {
  const { t } = useLingui()
  return ({ what, kind, text }) => {
    switch (what) {
      case 'created':
        return t`made this row`
      case 'changed':
        return kind === 'undo' ? t`took a change back` : kind === 'redo' ? t`did a change again` : t`changed`
      case 'moved':
        return text ? t`moved it below “${text}”` : t`moved it`
      case 'deleted':
        return t`deleted it`
      case 'restored':
        return t`restored it`
      case 'commented':
        return t`said`
      case 'attached':
        return t`attached ${text}`
      case 'file_deleted':
        return t`deleted the file ${text}`
    }
  }
}
