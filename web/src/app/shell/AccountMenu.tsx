/** Who is signed in; theme, language, keys and the way out. */
import { Menu, useMantineColorScheme } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { sessionQuery } from '~/client/queries'
import { signOut } from '~/client/signIn'
import { chooseLocale } from '~/lib/i18n'
import classes from './Sidebar.module.css'

const tick = <IconCheck size={14} stroke={2} />

export function AccountMenu({ folded }: { folded: boolean }) {
  const { t } = useLingui()
  const session = useQuery(sessionQuery)
  const name = session.data?.person?.name ?? ''
  return (
    <Menu position={folded ? 'right-end' : 'top-start'} width={220} shadow="md">
      <Menu.Target>
        <button type="button" className={classes.account} aria-label={t`Account of ${name}`}>
          <span className={classes.initials} aria-hidden="true" translate="no">
            {initials(name)}
          </span>
          {!folded && <span translate="no">{name}</span>}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <ThemeItems />
        <Menu.Divider />
        <LanguageItems />
        <Menu.Divider />
        <Menu.Item onClick={() => void signOut()}>
          <Trans>Sign out</Trans>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function ThemeItems() {
  const { t } = useLingui()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const themes = [
    ['light', t`Light`],
    ['dark', t`Dark`],
    ['auto', t`As the system`],
  ] as const
  return (
    <>
      <Menu.Label>
        <Trans>Theme</Trans>
      </Menu.Label>
      {themes.map(([scheme, label]) => (
        <Menu.Item key={scheme} role="menuitemradio" aria-checked={colorScheme === scheme} rightSection={colorScheme === scheme ? tick : null} onClick={() => setColorScheme(scheme)}>
          {label}
        </Menu.Item>
      ))}
    </>
  )
}

function LanguageItems() {
  const { i18n } = useLingui()
  const languages = [
    ['en', 'English'],
    ['de', 'Deutsch'],
  ] as const
  return (
    <>
      <Menu.Label>
        <Trans>Language</Trans>
      </Menu.Label>
      {languages.map(([locale, name]) => (
        <Menu.Item key={locale} role="menuitemradio" aria-checked={i18n.locale === locale} lang={locale} translate="no" rightSection={i18n.locale === locale ? tick : null} onClick={() => void chooseLocale(locale)}>
          {name}
        </Menu.Item>
      ))}
    </>
  )
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean)
  return [words[0], words.length > 1 ? words.at(-1) : ''].map((word) => [...(word ?? '')][0] ?? '').join('')
}
