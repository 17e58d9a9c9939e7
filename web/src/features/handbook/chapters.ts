/** The handbook as chapters of entries, each with the words by which it is found. Pure. */
import type { Handbook, Says } from '~/client/practice'

export type Told = Readonly<Record<string, string>>
export const CHAPTERS = ['phases', 'gates', 'artefacts', 'policies', 'procedures', 'roles', 'raci', 'faq'] as const
export type Chapter = (typeof CHAPTERS)[number]

export const inLanguage = (told: Told | undefined, locale: string): string => told?.[locale] ?? told?.en ?? ''

const folded = (text: string) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')

/** All the text of an entry, in the reader's language. */
function textIn(entry: unknown, locale: string): string {
  if (typeof entry === 'string') return entry
  if (Array.isArray(entry)) return entry.map((one) => textIn(one, locale)).join(' ')
  if (typeof entry !== 'object' || entry === null) return ''
  const given = entry as Record<string, unknown>
  if (typeof given.en === 'string') return inLanguage(given as Told, locale)
  return Object.values(given).map((one) => textIn(one, locale)).join(' ')
}

/** The handbook with only the entries that have all the words; chapters without one are empty. */
export function having(book: Handbook, says: Says, q: string, locale: string): { says: Says; faq: Handbook['faq'] } {
  const words = folded(q).split(/\s+/).filter(Boolean)
  if (words.length === 0) return { says, faq: book.faq }
  const has = (entry: unknown) => {
    const text = folded(textIn(entry, locale))
    return words.every((word) => text.includes(word))
  }
  const kept = <Entry>(entries: readonly Entry[]): Entry[] => entries.filter(has)
  return {
    says: { ...says, phases: kept(says.phases), gates: kept(says.gates), artefacts: kept(says.artefacts), policies: kept(says.policies), procedures: kept(says.procedures), roles: kept(says.roles), raci: kept(says.raci) },
    faq: kept(book.faq),
  }
}
