/** The words of cells in the reader's language, with the people and linked rows that the register mentions. */
import { useLingui } from '@lingui/react/macro'
import { plural } from '@lingui/core/macro'
import { useCallback, useMemo } from 'react'
import { STANDARD_WORDS } from '~/engines/cells/durations'
import { MomentWords } from '~/engines/cells/moments'
import { linkKey } from '~/engines/register/slots'
import type { CellWords } from '~/engines/register/cells'
import { formatMoney, formatPlain } from '~/lib/format'
import type { RegisterState } from './registerState'

export function useSymbolName(): (set: string, word: string) => string {
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

export function useCellWords(names: RegisterState['names'], links: RegisterState['links']): CellWords {
  const { t, i18n } = useLingui()
  // English dates are written as everywhere in this client: day, month, year.
  const locale = i18n.locale === 'de' ? 'de' : 'en-GB'
  const moments = useMemo(() => new MomentWords(locale), [locale])
  const files = useCallback((count: number) => i18n._(plural(count, { one: '# file', other: '# files' })), [i18n])
  return useMemo(() => {
    const ids = new Map([...names].map(([id, name]) => [name.toLowerCase(), id]))
    return {
      locale,
      moments,
      order: moments.order,
      time: STANDARD_WORDS,
      letters: { d: t({ message: 'd', comment: 'letter for days, as in 12d' }), h: t({ message: 'h', comment: 'letter for hours' }), m: t({ message: 'm', comment: 'letter for minutes' }), s: 's' },
      number: (value, decimals) => formatPlain(value, locale, decimals),
      money: (value, currency) => formatMoney(value, currency, locale),
      person: (id) => names.get(id),
      personId: (name) => ids.get(name.toLowerCase()),
      linked: (link) => links.get(linkKey(link)),
      notShared: t`not shared with you`,
      hidden: t`withheld`,
      yes: t`Yes`,
      no: t`No`,
      files,
    }
  }, [t, locale, moments, files, names, links])
}
