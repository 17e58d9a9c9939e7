/** Name, language and time zone: kept as soon as they are changed. */
import { NativeSelect, Select } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { changeAccount } from '~/client/account'
import type { Session } from '~/client/types'
import { chooseLocale, LOCALES, type Locale } from '~/lib/i18n'
import { zones } from '~/lib/zones'
import { EditField } from '~/ui/EditField'
import { useAct } from '~/ui/useAct'
import classes from './Account.module.css'

export type Me = NonNullable<Session['person']>

const NAMES: Record<string, string> = { en: 'English', de: 'Deutsch' }

export function Profile({ me }: { me: Me }) {
  const { t, i18n } = useLingui()
  const { act } = useAct()
  const keep = async (patch: Parameters<typeof changeAccount>[0]) => Boolean(await act(() => changeAccount(patch), [['session'], ['person', me.id], ['people']]))
  const speak = async (locale: Locale) => {
    await chooseLocale(locale)
    await keep({ locale })
  }
  const known = zones()
  return (
    <section className={classes.section} aria-label={t`Profile`}>
      <h2>
        <Trans>Profile</Trans>
      </h2>
      <div className={classes.fields}>
        <EditField label={t`Name`} maxLength={200} autoComplete="name" value={me.name} onKeep={(name) => keep({ name })} />
        <NativeSelect
          label={t`Language`}
          translate="no"
          labelProps={{ translate: 'yes' }}
          value={i18n.locale === 'pseudo' ? 'en' : i18n.locale}
          data={LOCALES.map((locale) => ({ value: locale, label: NAMES[locale] ?? locale }))}
          onChange={(event) => void speak(event.currentTarget.value as Locale)}
        />
        <Select
          label={t`Time zone`}
          searchable
          allowDeselect={false}
          translate="no"
          labelProps={{ translate: 'yes' }}
          data={known.includes(me.zone) ? [...known] : [me.zone, ...known]}
          value={me.zone}
          onChange={(zone) => zone && void keep({ zone })}
          nothingFoundMessage={t`No time zone has this name.`}
        />
      </div>
    </section>
  )
}
