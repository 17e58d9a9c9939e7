/** Names for what the kit draws by itself: the cross of a notification has none of its own. */
import { MantineThemeProvider } from '@mantine/core'
import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'

export function NamedThings({ children }: { children: ReactNode }) {
  const { t } = useLingui()
  const close = { closeButtonProps: { 'aria-label': t`Close` } }
  return <MantineThemeProvider theme={{ components: { Notification: { defaultProps: close } } }}>{children}</MantineThemeProvider>
}
