/** One column of the list: what it fills, how it is read, its first cells, and what is open or wrong in it. */
import { NativeSelect } from '@mantine/core'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { ColumnWish, ListColumn, ListOptions, ListReport } from '~/client/lists'
import { usePlaceName } from '~/features/lists/names'
import { withColumn } from '~/features/lists/useList'
import { Words } from '~/features/lists/Words'
import classes from './Lists.module.css'

const TYPES = ['text', 'number', 'money', 'percent', 'date', 'datetime', 'check', 'choice', 'person', 'url', 'duration'] as const

interface ColumnRowProps {
  column: ListColumn
  report: ListReport
  options: ListOptions
  correct: (change: Partial<ListOptions>) => void
  typeName: (type: string) => string
}

export function ColumnRow({ column, report, options, correct, typeName }: ColumnRowProps) {
  const { t } = useLingui()
  const set = (change: ColumnWish) => correct(withColumn(options, column.index, change))
  const own = column.to === '+'
  const name = column.source
  return (
    <tr data-out={column.to === '' || undefined}>
      <th scope="row" translate="no">
        {column.source}
      </th>
      <td>
        <NativeSelect aria-label={t`${name} becomes`} data={useTargets(column, report)} value={column.to} onChange={(event) => set({ to: event.currentTarget.value })} />
      </td>
      <td>
        {own ? (
          <NativeSelect aria-label={t`${name} is read as`} data={TYPES.map((type) => ({ value: type, label: typeName(type) }))} value={column.type} onChange={(event) => set({ to: '+', type: event.currentTarget.value as ColumnWish['type'] })} />
        ) : (
          <span>{column.to === '' ? '' : typeName(column.type)}</span>
        )}
        <Style column={column} set={set} />
      </td>
      <td className={classes.samples}>
        <span translate="no">{column.samples.join(' · ')}</span>
        <Wrong column={column} />
        <Words column={column} report={report} options={options} set={set} />
      </td>
    </tr>
  )
}

function useTargets(column: ListColumn, report: ListReport) {
  const { t, i18n } = useLingui()
  const placeName = usePlaceName()
  const taken = new Set(report.columns.filter((other) => other.index !== column.index).map((other) => other.to))
  const places = report.kind === 'project' ? ['@unit', '@portfolio', '@programme'] : []
  return [
    { value: '', label: t`left out` },
    { value: '+', label: t`a new column` },
    ...(column.to === '@as_of' ? [{ value: '@as_of', label: t`date of the report` }] : []),
    ...places.filter((place) => !taken.has(place)).map((place) => ({ value: place, label: placeName(place.slice(1)) })),
    ...report.targets.filter((target) => !taken.has(target.key)).map((target) => ({ value: target.key, label: target.titles[i18n.locale] ?? target.title })),
  ]
}

/** Days and numbers that could be read either way: the reader says which. */
function Style({ column, set }: { column: ListColumn; set: (change: ColumnWish) => void }) {
  const { t } = useLingui()
  const name = column.source
  if (column.order_open > 0) {
    const ways = [
      { value: 'dmy', label: t`day before month` },
      { value: 'mdy', label: t`month before day` },
    ]
    return <NativeSelect aria-label={t`Order of day and month in ${name}`} data={ways} value={column.order} onChange={(event) => set({ order: event.currentTarget.value as 'dmy' | 'mdy' })} />
  }
  if (column.decimal_open > 0) {
    const ways = [
      { value: '.', label: t`1.5 is one and a half` },
      { value: ',', label: t`1,5 is one and a half` },
    ]
    return <NativeSelect aria-label={t`Decimal sign in ${name}`} data={ways} value={column.decimal} onChange={(event) => set({ decimal: event.currentTarget.value as '.' | ',' })} />
  }
  return null
}

function Wrong({ column }: { column: ListColumn }) {
  const wrong = column.problems + 0
  if (!wrong) return null
  return (
    <small className={classes.wrong}>
      <Plural value={wrong} one="# cell to look at" other="# cells to look at" />
      {column.failed > 0 && (
        <>
          {' '}
          <Trans>({column.failed} failed formulas)</Trans>
        </>
      )}
    </small>
  )
}
