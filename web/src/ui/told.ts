/** Text that an office wrote in several languages, in that of the reader. */
import { useLingui } from '@lingui/react'
import { useCallback } from 'react'

export function useTold(): (told: Record<string, string> | undefined) => string {
  const { i18n } = useLingui()
  return useCallback((told) => told?.[i18n.locale] ?? told?.en ?? '', [i18n.locale])
}
