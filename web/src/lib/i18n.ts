/** Which language the client speaks, and how it is changed: catalogues are loaded when they are wanted. */
import { i18n, type Messages } from '@lingui/core'

export const LOCALES = ['en', 'de'] as const
export type Locale = (typeof LOCALES)[number] | 'pseudo'

type Catalogue = { messages: Messages }
const CATALOGUES: Record<Locale, () => Promise<Catalogue[]>> = {
  en: () => Promise.all([import('~/locales/en.po'), import('~/features/plan/locales/en.po'), import('~/features/register/locales/en.po'), import('~/features/people/locales/en.po'), import('~/features/lists/locales/en.po'), import('~/features/home/locales/en.po'), import('~/features/method/locales/en.po'), import('~/features/intake/locales/en.po'), import('~/features/findings/locales/en.po'), import('~/features/office/locales/en.po'), import('~/features/maturity/locales/en.po')]),
  de: () => Promise.all([import('~/locales/de.po'), import('~/features/plan/locales/de.po'), import('~/features/register/locales/de.po'), import('~/features/people/locales/de.po'), import('~/features/lists/locales/de.po'), import('~/features/home/locales/de.po'), import('~/features/method/locales/de.po'), import('~/features/intake/locales/de.po'), import('~/features/findings/locales/de.po'), import('~/features/office/locales/de.po'), import('~/features/maturity/locales/de.po')]),
  pseudo: () => Promise.all([import('~/locales/pseudo.po'), import('~/features/plan/locales/pseudo.po'), import('~/features/register/locales/pseudo.po'), import('~/features/people/locales/pseudo.po'), import('~/features/lists/locales/pseudo.po'), import('~/features/home/locales/pseudo.po'), import('~/features/method/locales/pseudo.po'), import('~/features/intake/locales/pseudo.po'), import('~/features/findings/locales/pseudo.po'), import('~/features/office/locales/pseudo.po'), import('~/features/maturity/locales/pseudo.po')]),
}
const KEPT = 'milepost.locale'

/** The language to start with: the one chosen on this device, else the browser's, else English. */
export function firstLocale(languages: readonly string[] = navigator.languages): Locale {
  const chosen = readChoice()
  if (chosen) return chosen
  const known = languages.map((language) => language.slice(0, 2)).find((language) => LOCALES.some((locale) => locale === language))
  return (known as Locale | undefined) ?? 'en'
}

export async function speak(locale: Locale): Promise<void> {
  const catalogues = await CATALOGUES[locale]()
  i18n.loadAndActivate({ locale, messages: Object.assign({}, ...catalogues.map((catalogue) => catalogue.messages)) })
  document.documentElement.lang = locale === 'pseudo' ? 'en' : locale
}

export async function chooseLocale(locale: Locale): Promise<void> {
  localStorage.setItem(KEPT, locale)
  await speak(locale)
}

function readChoice(): Locale | null {
  const kept = localStorage.getItem(KEPT)
  return kept !== null && kept in CATALOGUES ? (kept as Locale) : null
}
