/** A moment in the reader's own zone: `2 Mar 2026, 09:14`. */
import { useLingui } from '@lingui/react'
import { useCallback } from 'react'

export function useMoment(): (at: string) => string {
  const { i18n } = useLingui()
  const locale = i18n.locale === 'de' ? 'de' : 'en-GB'
  return useCallback((at) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at)), [locale])
}
