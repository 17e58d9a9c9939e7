/** Catalogues: English is the source, German is complete, "pseudo" shows text that is in no catalogue. */
import { defineConfig } from '@lingui/cli'
import { formatter } from '@lingui/format-po'

export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'de', 'pseudo'],
  pseudoLocale: 'pseudo',
  fallbackLocales: { default: 'en' },
  format: formatter({ lineNumbers: false }),
  catalogs: [
    { path: 'src/features/plan/locales/{locale}', include: ['src/features/plan'] },
    { path: 'src/features/lists/locales/{locale}', include: ['src/features/lists'] },
    { path: 'src/features/register/locales/{locale}', include: ['src/features/register'] },
    { path: 'src/features/people/locales/{locale}', include: ['src/features/people', 'src/features/account', 'src/features/join', 'src/ui/rights'] },
    { path: 'src/features/home/locales/{locale}', include: ['src/features/home', 'src/features/ask', 'src/features/handbook', 'src/features/training'] },
    { path: 'src/features/office/locales/{locale}', include: ['src/features/office', 'src/ui/office'] },
    { path: 'src/features/findings/locales/{locale}', include: ['src/features/findings', 'src/ui/findings'] },
    { path: 'src/features/intake/locales/{locale}', include: ['src/features/intake'] },
    { path: 'src/features/method/locales/{locale}', include: ['src/features/method', 'src/ui/method'] },
    { path: 'src/features/maturity/locales/{locale}', include: ['src/features/maturity', 'src/features/need', 'src/ui/maturityErrorText.ts', 'src/ui/NeedLinks.tsx'] },
    { path: 'src/locales/{locale}', include: ['src'], exclude: ['src/features/maturity/**', 'src/features/need/**', 'src/ui/maturityErrorText.ts', 'src/ui/NeedLinks.tsx', 'src/features/method/**', 'src/ui/method/**', 'src/features/intake/**', 'src/features/office/**', 'src/ui/office/**', 'src/features/people/**', 'src/features/account/**', 'src/features/join/**', 'src/ui/rights/**', 'src/features/plan/**', 'src/features/register/**', 'src/features/lists/**', 'src/features/home/**', 'src/features/ask/**', 'src/features/handbook/**', 'src/features/training/**', 'src/features/findings/**', 'src/ui/findings/**', '**/*.test.*'] },
  ],
})
