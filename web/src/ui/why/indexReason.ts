/** Why an index is n/a, in the reader's language. */
import { useLingui } from '@lingui/react/macro'
import type { Index } from '~/client/types'
import { useMissingText } from '~/ui/why/reasonText'

export function useIndexReason(): (index: Index) => string | null {
  const { i18n } = useLingui()
  const missing = useMissingText()
  return (index) => {
    const { reason } = index
    if (!reason) return null
    return (i18n.locale === 'en' ? undefined : missing(reason.code)) ?? reason.text
  }
}
