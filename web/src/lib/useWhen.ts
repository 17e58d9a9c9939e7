/** Moments as the person reads them: in their own language and time zone. */
import { useLingui } from '@lingui/react'
import { useMemo } from 'react'

export interface When {
  day: (moment: string | Date) => string
  moment: (moment: string | Date) => string
}

/** Without a zone, that of the browser. */
export function useWhen(zone?: string): When {
  const { i18n } = useLingui()
  return useMemo(() => {
    const locale = i18n.locale === 'de' ? 'de' : 'en-GB'
    const format = (options: Intl.DateTimeFormatOptions) => {
      const made = new Intl.DateTimeFormat(locale, { ...options, ...(zone ? { timeZone: zone } : {}) })
      return (moment: string | Date) => made.format(new Date(moment))
    }
    return { day: format({ dateStyle: 'medium' }), moment: format({ dateStyle: 'medium', timeStyle: 'short' }) }
  }, [i18n.locale, zone])
}
