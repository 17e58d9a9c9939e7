/** The language and the time zone of a person: for themselves, and for who manages people. */
import { NativeSelect, Select } from '@mantine/core'
import { useLingui } from '@lingui/react/macro'
import { LOCALES, type Locale } from '~/lib/i18n'
import { zones } from '~/lib/zones'

const NAMES: Record<string, string> = { en: 'English', de: 'Deutsch' }

interface FieldProps<T extends string> {
  value: string
  onPick: (value: T) => void
}

/** A language that this client does not speak stays shown until another is picked. */
export function LanguageField({ value, onPick }: FieldProps<Locale>) {
  const { t } = useLingui()
  const known: readonly string[] = LOCALES
  const offered = known.includes(value) ? known : [value, ...known]
  return (
    <NativeSelect
      label={t`Language`}
      translate="no"
      labelProps={{ translate: 'yes' }}
      value={value}
      data={offered.map((locale) => ({ value: locale, label: NAMES[locale] ?? locale }))}
      onChange={(event) => onPick(event.currentTarget.value as Locale)}
    />
  )
}

export function ZoneField({ value, onPick }: FieldProps<string>) {
  const { t } = useLingui()
  const known = zones()
  return (
    <Select
      label={t`Time zone`}
      searchable
      allowDeselect={false}
      translate="no"
      labelProps={{ translate: 'yes' }}
      data={known.includes(value) ? [...known] : [value, ...known]}
      value={value}
      onChange={(zone) => zone && onPick(zone)}
      nothingFoundMessage={t`No time zone has this name.`}
    />
  )
}
