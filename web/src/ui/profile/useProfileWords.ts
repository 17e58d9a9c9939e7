/** The columns of profiles and the words of their cells, in the reader's language. */
import { useLingui } from '@lingui/react/macro'
import { plural } from '@lingui/core/macro'
import { useMemo } from 'react'
import type { ProfileColumn } from '~/client/types'
import { STANDARD_WORDS } from '~/engines/cells/durations'
import { MomentWords } from '~/engines/cells/moments'
import type { CellWords } from '~/engines/register/cells'
import { readColumns, type Column } from '~/engines/register/columns'
import { formatMoney, formatPlain } from '~/lib/format'

export interface ProfileWords {
  columns: readonly Column[]
  words: CellWords
  /** The key of the column of each role. */
  roles: Readonly<Record<string, string>>
}

function useSymbols(): (set: string, word: string) => string {
  const { t } = useLingui()
  return useMemo(() => {
    const names: Readonly<Record<string, string>> = {
      'status.G': t`Green`, 'status.A': t`Amber`, 'status.R': t`Red`, 'status.grey': t`Grey`,
      'priority.low': t`Low`, 'priority.medium': t`Medium`, 'priority.high': t`High`, 'priority.critical': t`Critical`,
      'progress.0': t`Not begun`, 'progress.25': t`A quarter`, 'progress.50': t`Half`, 'progress.75': t`Three quarters`, 'progress.100': t`Done`,
      'flag.red': t`Red flag`, 'flag.amber': t`Amber flag`, 'flag.green': t`Green flag`, 'flag.blue': t`Blue flag`, 'flag.grey': t`Grey flag`,
    } // prettier-ignore
    return (set, word) => names[`${set}.${word}`] ?? word
  }, [t])
}

export function useProfileWords(given: readonly ProfileColumn[], people: Readonly<Record<string, string>>, currency: string): ProfileWords {
  const { t, i18n } = useLingui()
  const symbol = useSymbols()
  return useMemo(() => {
    const locale = i18n.locale === 'de' ? 'de' : 'en-GB'
    const moments = new MomentWords(locale)
    const ids = new Map(Object.entries(people).map(([id, name]) => [name.toLowerCase(), Number(id)]))
    const words: CellWords = {
      locale,
      moments,
      order: moments.order,
      time: STANDARD_WORDS,
      letters: { d: t({ message: 'd', comment: 'letter for days, as in 12d' }), h: t({ message: 'h', comment: 'letter for hours' }), m: t({ message: 'm', comment: 'letter for minutes' }), s: 's' },
      number: (value, decimals) => formatPlain(value, locale, decimals),
      money: (value, unit) => formatMoney(value, unit, locale),
      person: (id) => people[String(id)],
      personId: (name) => ids.get(name.toLowerCase()),
      linked: () => null,
      notShared: t`not shared with you`,
      hidden: t`withheld`,
      yes: t`Yes`,
      no: t`No`,
      files: (count) => i18n._(plural(count, { one: '# file', other: '# files' })),
    }
    const roles: Record<string, string> = {}
    for (const column of given) if (column.role) roles[column.role] ??= column.key
    return { columns: readColumns(given, i18n.locale, symbol, currency), words, roles }
  }, [t, i18n, i18n.locale, symbol, given, people, currency]) // eslint-disable-line react-hooks/exhaustive-deps -- the locale changes what i18n says
}
