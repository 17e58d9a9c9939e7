/** What the keys of a pack are called, in the language of the reader. */
import { useLingui } from '@lingui/react/macro'
import type { Says } from '~/client/practice'
import { inLanguage } from './chapters'

export interface Names {
  role: (key: string) => string
  phase: (key: string) => string
  procedure: (key: string) => string
}

export function useNames(says: Says): Names {
  const { i18n } = useLingui()
  const of = (entries: readonly { key: string; title: Record<string, string> }[]) => {
    const by = new Map(entries.map((one) => [one.key, inLanguage(one.title, i18n.locale)]))
    return (key: string) => by.get(key) ?? key
  }
  return { role: of(says.roles), phase: of(says.phases), procedure: of(says.procedures) }
}
