/** Name, language, time zone, and whether mentions are mailed: kept as soon as they are changed. */
import { Checkbox } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { changeAccount } from '~/client/account'
import { sessionQuery } from '~/client/queries'
import type { Session } from '~/client/types'
import { chooseLocale, type Locale } from '~/lib/i18n'
import { EditField } from '~/ui/EditField'
import { LanguageField, ZoneField } from '~/ui/LocaleFields'
import { useAct } from '~/ui/useAct'
import classes from './Account.module.css'

export type Me = NonNullable<Session['person']>

export function Profile({ me }: { me: Me }) {
  const { t, i18n } = useLingui()
  const { act } = useAct()
  const mails = useQuery(sessionQuery).data?.sign_in.forgotten
  const keep = async (patch: Parameters<typeof changeAccount>[0]) => Boolean(await act(() => changeAccount(patch), [['session'], ['person', me.id], ['people']]))
  const speak = async (locale: Locale) => {
    await chooseLocale(locale)
    await keep({ locale })
  }
  return (
    <section className={classes.section} aria-label={t`Profile`}>
      <h2>
        <Trans>Profile</Trans>
      </h2>
      <div className={classes.fields}>
        <EditField label={t`Name`} maxLength={200} autoComplete="name" value={me.name} onKeep={(name) => keep({ name })} />
        <LanguageField value={i18n.locale === 'pseudo' ? 'en' : i18n.locale} onPick={(locale) => void speak(locale)} />
        <ZoneField value={me.zone} onPick={(zone) => void keep({ zone })} />
      </div>
      {mails && <Checkbox label={t`Mail me when somebody mentions me`} checked={me.mention_mails} onChange={(event) => void keep({ mention_mails: event.currentTarget.checked })} />}
    </section>
  )
}
