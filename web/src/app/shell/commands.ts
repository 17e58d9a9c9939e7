/** What can be done from every page, by key or by Ctrl+K. */
import { useLingui } from '@lingui/react/macro'
import { spotlight } from '@mantine/spotlight'
import { useMantineColorScheme } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { sessionQuery } from '~/client/queries'
import { signOut } from '~/client/signIn'
import { chooseLocale } from '~/lib/i18n'
import { showAsk } from '~/ui/ask'
import { useCommands, type Command } from '~/ui/commands'

interface Sides {
  foldSidebar: () => void
  foldInspector: () => void
  showKeys: (shown: boolean) => void
}

/** Puts the caret where this page filters; the page marks the place with `data-page-filter`. */
function focusFilter(): void {
  document.querySelector<HTMLInputElement>('main input[data-page-filter]')?.focus()
}

export function useShellCommands({ foldSidebar, foldInspector, showKeys }: Sides): void {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { setColorScheme } = useMantineColorScheme()
  const may = useQuery(sessionQuery).data?.person?.may ?? []
  const knowsPeople = may.includes('directory') || may.includes('people') || may.includes('share')
  const commands = useMemo<Command[]>(
    () => [
      { id: 'find', label: t`Find anything, run any action`, keys: 'mod+k', run: () => spotlight.open() },
      { id: 'go-home', label: t`Go to Home`, keys: 'g h', run: () => void navigate({ to: '/' }) },
      { id: 'ask', label: t`Ask the office`, keys: 'g o', run: () => showAsk(true) },
      { id: 'go-questions', label: t`Go to the questions`, keys: 'g q', run: () => void navigate({ to: '/ask' }) },
      { id: 'go-handbook', label: t`Go to the handbook`, keys: 'g k', run: () => void navigate({ to: '/handbook' }) },
      { id: 'go-training', label: t`Go to the training`, keys: 'g t', run: () => void navigate({ to: '/training' }) },
      { id: 'go-portfolio', label: t`Go to the portfolio`, keys: 'g p', run: () => void navigate({ to: '/portfolio' }) },
      { id: 'go-intake', label: t`Go to the requests`, keys: 'g r', run: () => void navigate({ to: '/intake' }) },
      { id: 'new-request', label: t`New request`, keys: 'n r', run: () => void navigate({ to: '/request/new' }) },
      { id: 'go-import', label: t`Import a plan`, keys: 'g i', run: () => void navigate({ to: '/import' }) },
      { id: 'go-list', label: t`Import a list`, keys: 'g l', run: () => void navigate({ to: '/lists/new' }) },
      ...(knowsPeople ? [{ id: 'go-people', label: t`Go to people`, keys: 'g e', run: () => void navigate({ to: '/people' }) }] : []),
      { id: 'go-account', label: t`Go to your account`, keys: 'g a', run: () => void navigate({ to: '/account' }) },
      { id: 'go-bin', label: t`Go to the bin`, keys: 'g b', run: () => void navigate({ to: '/bin' }) },
      { id: 'filter', label: t`Filter this page`, keys: '/', run: focusFilter },
      { id: 'fold-sidebar', label: t`Fold or unfold the sidebar`, keys: '[', run: foldSidebar },
      { id: 'fold-inspector', label: t`Fold or unfold the inspector`, keys: ']', run: foldInspector },
      { id: 'keys', label: t`Show the keys`, keys: '?', run: () => showKeys(true) },
      { id: 'theme-light', label: t`Use the light theme`, run: () => setColorScheme('light') },
      { id: 'theme-dark', label: t`Use the dark theme`, run: () => setColorScheme('dark') },
      { id: 'theme-system', label: t`Use the theme of the system`, run: () => setColorScheme('auto') },
      { id: 'speak-en', label: t`Speak English`, run: () => void chooseLocale('en') },
      { id: 'speak-de', label: t`Speak German`, run: () => void chooseLocale('de') },
      { id: 'sign-out', label: t`Sign out`, run: () => void signOut() },
    ],
    [t, navigate, setColorScheme, foldSidebar, foldInspector, showKeys, knowsPeople],
  )
  useCommands(commands)
}
