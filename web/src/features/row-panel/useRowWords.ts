/** What writing and reading the cells of one row depends on, in the reader's language. */
import { useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import type { Person } from '~/client/rows'
import { STANDARD_WORDS } from '~/engines/cells/durations'
import { MomentWords } from '~/engines/cells/moments'
import type { CellWords } from '~/engines/register/cells'
import { readColumns, type Column, type ServerColumn } from '~/engines/register/columns'

interface Known {
  readonly names?: Readonly<Record<string, string>>
  readonly links?: Readonly<Record<string, { readonly name: string } | null>>
  readonly people?: readonly Person[]
}

export function useRowWords({ names, links, people }: Known): CellWords {
  const { t, i18n } = useLingui()
  const locale = i18n.locale === 'de' ? 'de' : 'en-GB'
  const moments = useMemo(() => new MomentWords(locale), [locale])
  return useMemo(() => {
    const written = (value: number, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options).format(value).replace('-', '\u2212')
    return {
      locale,
      moments,
      order: moments.order,
      time: STANDARD_WORDS,
      letters: { d: t({ message: 'd', comment: 'letter for days, as in 12d' }), h: t({ message: 'h', comment: 'letter for hours' }), m: t({ message: 'm', comment: 'letter for minutes' }), s: 's' },
      number: (value, decimals) => written(value, decimals === undefined ? { maximumFractionDigits: 10 } : { minimumFractionDigits: decimals, maximumFractionDigits: decimals }),
      money: (value, currency) => (currency ? written(value, { style: 'currency', currency, maximumFractionDigits: 2 }) : written(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 })),
      person: (id) => names?.[String(id)] ?? people?.find((person) => person.id === id)?.name,
      personId: (name) => people?.find((person) => person.name.toLowerCase() === name.toLowerCase())?.id,
      linked: (link) => {
        const known = links?.[`${link.sheet}:${link.row}`]
        return known === undefined || known === null ? known : known.name
      },
      notShared: t`not shared with you`,
      hidden: t`not shared with you`,
      yes: t`Yes`,
      no: t`No`,
      files: (count) => (count === 1 ? t`1 file` : t`${count} files`),
    }
  }, [locale, moments, names, links, people, t])
}

export function useColumns(given: readonly ServerColumn[]): Column[] {
  const { t, i18n } = useLingui()
  return useMemo(() => {
    const symbols: Readonly<Record<string, string>> = {
      G: t`Green`, A: t`Amber`, R: t`Red`, grey: t`Grey`, critical: t`Critical`, high: t`High`, medium: t`Medium`, low: t`Low`,
      red: t`Red`, amber: t`Amber`, green: t`Green`, blue: t`Blue`,
    } // prettier-ignore
    return readColumns(given, i18n.locale, (set, word) => (set === 'progress' ? `${word} %` : (symbols[word] ?? word)))
  }, [given, t, i18n.locale])
}
