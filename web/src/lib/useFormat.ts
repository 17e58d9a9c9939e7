/** The formats of `format.ts`, bound to the language that the client speaks now. */
import { useLingui } from '@lingui/react'
import { useMemo } from 'react'
import * as format from '~/lib/format'

export function useFormat() {
  const { i18n } = useLingui()
  const { locale } = i18n
  return useMemo(
    () => ({
      locale,
      number: (value: number, decimals?: number) => format.formatNumber(value, locale, decimals),
      percent: (value: number, decimals?: number) => format.formatPercent(value, locale, decimals),
      amount: (value: number, unit: string) => format.formatAmount(value, unit, locale),
      compact: (value: number, unit: string) => format.formatCompact(value, unit, locale),
      date: (moment: string) => format.formatDate(moment, locale),
      moment: (moment: string) => format.formatMoment(moment, locale),
      month: (moment: string) => format.formatMonth(moment, locale),
      duration: format.formatDuration,
      slip: (days: number) => format.formatSlip(days, locale),
      size: (bytes: number) => format.formatSize(bytes, locale),
    }),
    [locale],
  )
}

export type Format = ReturnType<typeof useFormat>
