/** Numbers, dates and durations as a person reads them: pure, the locale is an argument. */

const DAY_SECONDS = 8 * 3600
const MINUS = '\u2212'
const cache = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>()

/** The locale that Intl knows: the pseudo-locale formats as English. */
function known(locale: string): string {
  return locale === 'pseudo' ? 'en-GB' : locale === 'en' ? 'en-GB' : locale
}

function numbers(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `n${locale}${JSON.stringify(options)}`
  let format = cache.get(key)
  if (!format) cache.set(key, (format = new Intl.NumberFormat(known(locale), options)))
  return format as Intl.NumberFormat
}

function dates(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `d${locale}${JSON.stringify(options)}`
  let format = cache.get(key)
  if (!format) cache.set(key, (format = new Intl.DateTimeFormat(known(locale), { ...options, timeZone: 'UTC' })))
  return format as Intl.DateTimeFormat
}

/** A number with a fixed count of decimals and a real minus sign. */
export function formatNumber(value: number, locale: string, decimals = 0): string {
  const text = numbers(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value)
  return text.replace('-', MINUS)
}

/** Percent from 0 to 100, as the API gives it. */
export function formatPercent(value: number, locale: string, decimals = 0): string {
  return numbers(locale, { style: 'percent', minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value / 100).replace('-', MINUS)
}

/** Money with its currency, or an amount of work hours where a plan has no cost. */
export function formatAmount(value: number, unit: string, locale: string): string {
  if (unit === 'hours') return `${formatNumber(value, locale)} h`
  return numbers(locale, { style: 'currency', currency: unit, maximumFractionDigits: 0 }).format(value).replace('-', MINUS)
}

/** The same on an axis, where space is short: `250k €`, `1.2k h`. */
export function formatCompact(value: number, unit: string, locale: string): string {
  const options: Intl.NumberFormatOptions = { notation: 'compact', maximumFractionDigits: 1 }
  if (unit === 'hours') return `${numbers(locale, options).format(value)} h`
  return numbers(locale, { ...options, style: 'currency', currency: unit, currencyDisplay: 'narrowSymbol' }).format(value)
}

/** Wall-clock moments of a plan are never shifted to the viewer's zone: they are read as if they were UTC and written the same. */
export function wallClock(moment: string): Date {
  const full = moment.length === 10 ? `${moment}T00:00` : moment
  return new Date(full.endsWith('Z') ? full : `${full}Z`)
}

/** `2 Mar 2026` */
export function formatDate(moment: string, locale: string): string {
  return dates(locale, { day: 'numeric', month: 'short', year: 'numeric' }).format(wallClock(moment))
}

/** `Mon, 2 Mar 2026, 08:00`: what stands on hover and in the inspector. */
export function formatMoment(moment: string, locale: string): string {
  const time = moment.length > 10 ? ({ hour: '2-digit', minute: '2-digit' } as const) : {}
  return dates(locale, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', ...time }).format(wallClock(moment))
}

/** `Mar 2026`: an axis of months. */
export function formatMonth(moment: string, locale: string): string {
  return dates(locale, { month: 'short', year: '2-digit' }).format(wallClock(moment))
}

/** Seconds of work as `12d 4h`, `3h 30m` or `0d`; a day has eight hours unless the calendar says otherwise. */
export function formatDuration(seconds: number, daySeconds = DAY_SECONDS): string {
  const whole = Math.abs(Math.round(seconds / 60) * 60)
  const days = Math.floor(whole / daySeconds)
  const hours = Math.floor((whole % daySeconds) / 3600)
  const minutes = Math.round((whole % 3600) / 60)
  const parts = [days && `${days}d`, hours && `${hours}h`, minutes && `${minutes}m`].filter(Boolean)
  return (seconds < 0 && parts.length ? MINUS : '') + (parts.slice(0, 2).join(' ') || '0d')
}

/** A slip in working days with its sign: `+12d`, `−3d`, `0d`. */
export function formatSlip(days: number, locale: string): string {
  const rounded = Math.round(days * 10) / 10
  const text = `${formatNumber(Math.abs(rounded), locale, Number.isInteger(rounded) ? 0 : 1)}d`
  return rounded > 0 ? `+${text}` : rounded < 0 ? MINUS + text : text
}

/** Bytes as a person reads them. */
export function formatSize(bytes: number, locale: string): string {
  if (bytes < 1000) return `${formatNumber(bytes, locale)} B`
  if (bytes < 1_000_000) return `${formatNumber(bytes / 1000, locale)} kB`
  return `${formatNumber(bytes / 1_000_000, locale, 1)} MB`
}

/** A number with as many decimals as its column says, else with those that it has, at most four. */
export function formatPlain(value: number, locale: string, decimals?: number): string {
  const options = decimals === undefined ? { maximumFractionDigits: 4 } : { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
  return numbers(locale, options).format(value).replace('-', MINUS)
}

/** An amount with two decimals, whatever it is: the amounts of a column stand below each other. Without a currency, the bare number. */
export function formatMoney(value: number, currency: string | undefined, locale: string): string {
  if (!currency) return formatNumber(value, locale, 2)
  return numbers(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).format(value).replace('-', MINUS)
}
