/** Who is signed in; theme, language, keys and the way out. */
import { Menu, useMantineColorScheme } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { sessionQuery } from '~/client/queries'
import { signOut } from '~/client/signIn'
import { chooseLocale } from '~/lib/i18n'
import classes from './Sidebar.module.css'

export function AccountMenu({ folded }: { folded: boolean }) {
  const { t } = useLingui()
  const session = useQuery(sessionQuery)
  const name = session.data?.person?.name ?? ''
  return (
    <Menu position={folded ? 'right-end' : 'top-start'} width={220} shadow="md">
      <Menu.Target>
        <button type="button" className={classes.account} aria-label={folded ? t`Account of ${name}` : undefined}>
          <span className={classes.initials} aria-hidden="true" translate="no">
            {initials(name)}
          </span>
          {!folded && (
            <>
              <span className="mp-visually-hidden">
                <Trans>Account of</Trans>
              </span>
              <span translate="no">{name}</span>
            </>
          )}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component={Link} to="/account">
          <Trans>Your account</Trans>
        </Menu.Item>
        <Menu.Divider />
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
        <Menu.RadioItem key={scheme} value={scheme} checked={colorScheme === scheme} onChange={() => setColorScheme(scheme)}>
          {label}
        </Menu.RadioItem>
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
        <Menu.RadioItem key={locale} value={locale} checked={i18n.locale === locale} onChange={() => void chooseLocale(locale)} lang={locale} translate="no">
          {name}
        </Menu.RadioItem>
      ))}
    </>
  )
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean)
  return [words[0], words.length > 1 ? words.at(-1) : ''].map((word) => [...(word ?? '')][0] ?? '').join('')
}
