/** What each word of a column of choices or people means: those that are not understood come first, and every one can be said. */
import { NativeSelect } from '@mantine/core'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import type { ColumnWish, ListColumn, ListOptions, ListReport } from '~/client/lists'
import { findPeople } from '~/client/registers'
import classes from './Lists.module.css'

const AS_READ = '?'
const SHOWN = 60

interface WordsProps {
  column: ListColumn
  report: ListReport
  options: ListOptions
  set: (change: ColumnWish) => void
}

export function Words({ column, report, options, set }: WordsProps) {
  const { t } = useLingui()
  const unknown = column.words.filter((word) => word.to === null).length
  if (column.words.length === 0) return null
  const said = options.columns?.[String(column.index)]?.values ?? {}
  const say = (word: string, meaning: string) => {
    const values = Object.fromEntries(Object.entries({ ...said, [word]: meaning }).filter(([, to]) => to !== AS_READ))
    set({ to: column.to, values })
  }
  const name = column.source
  return (
    <details className={classes.words}>
      <summary>{unknown > 0 ? <Plural value={unknown} one="# value is not known" other="# values are not known" /> : <Trans>What its values mean</Trans>}</summary>
      <ul aria-label={t`What the values of ${name} mean`}>
        {column.words.slice(0, SHOWN).map((word) => (
          <Word key={word.word} word={word} column={column} report={report} meaning={said[word.word] ?? AS_READ} say={(meaning) => say(word.word, meaning)} />
        ))}
      </ul>
      {column.words.length > SHOWN && (
        <p className={classes.dim}>
          <Plural value={column.words.length - SHOWN} one="# more is not shown." other="# more are not shown." />
        </p>
      )}
    </details>
  )
}

interface WordProps {
  word: ListColumn['words'][number]
  column: ListColumn
  report: ListReport
  meaning: string
  say: (meaning: string) => void
}

function Word({ word, column, report, meaning, say }: WordProps) {
  const { t } = useLingui()
  const meanings = useMeanings(column, report)
  const read = meanings.find((one) => one.value === word.to)?.label
  const asRead = word.to === null ? t`not known, comes in marked` : word.to === '' || word.said ? t`as it is read` : (read ?? t`as it is read`)
  const named = word.word
  return (
    <li>
      <span translate="no">
        {word.word} <small>{word.count}</small>
      </span>
      <NativeSelect
        aria-label={t`${named} means`}
        data={[{ value: AS_READ, label: asRead }, ...meanings, { value: '', label: t`(empty)` }]}
        value={meaning}
        error={word.to === null && meaning === AS_READ}
        onChange={(event) => say(event.currentTarget.value)}
      />
    </li>
  )
}

/** The choices of the column that it fills, or the people whom the reader may know of. */
function useMeanings(column: ListColumn, report: ListReport): { value: string; label: string }[] {
  const { i18n } = useLingui()
  const persons = column.type === 'person' || column.type === 'people'
  const people = useQuery({ queryKey: ['lists', 'people'], queryFn: () => findPeople(''), enabled: persons, staleTime: 60_000 })
  if (persons) return (people.data?.items ?? []).map((person) => ({ value: String(person.id), label: person.name }))
  const target = report.targets.find((one) => one.key === column.to)
  return (target?.choices ?? []).map((choice) => ({ value: choice.value, label: choice.titles[i18n.locale] ?? choice.titles.en ?? choice.value }))
}
