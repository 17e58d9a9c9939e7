/** Why an index is n/a, in the reader's language. */
import { useLingui } from '@lingui/react/macro'
import type { Index } from '~/client/types'
import { useMissingText } from '~/ui/why/reasonText'

export function useIndexReason(): (index: Index) => string | null {
  const { i18n } = useLingui()
  const missing = useMissingText()
  return (index) => {
    const { reason } = index
    if (reason === null || reason === undefined || typeof reason === 'string') return reason ?? null
    const coded = reason as { code: string; text: string }
    return (i18n.locale === 'en' ? undefined : missing(coded.code)) ?? coded.text
  }
}
