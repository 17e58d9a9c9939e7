/** Where the client starts: language, theme, data, addresses. */
import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import '@mantine/spotlight/styles.layer.css'
import '~/ui/fonts.css'
import '~/ui/tokens.css'
import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { MantineProvider } from '@mantine/core'
import { ModalsProvider } from '@mantine/modals'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { NamedThings } from '~/app/NamedThings'
import { readAhead } from '~/app/readAhead'
import { router } from '~/app/router'
import { leaveWhenSignedOut } from '~/app/signedOut'
import { queryClient } from '~/client/queries'
import { firstLocale, speak } from '~/lib/i18n'
import { cssVariablesResolver, theme } from '~/ui/theme'

function Milepost() {
  return (
    <I18nProvider i18n={i18n}>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto">
        <NamedThings>
          <QueryClientProvider client={queryClient}>
            <ModalsProvider>
              <Notifications position="bottom-right" limit={3} transitionDuration={120} />
              <RouterProvider router={router} />
            </ModalsProvider>
          </QueryClientProvider>
        </NamedThings>
      </MantineProvider>
    </I18nProvider>
  )
}

/** No `await` at the top of the module: the bundler would keep each module that a page shares with the client in a file of its own. */
async function start(): Promise<void> {
  leaveWhenSignedOut()
  readAhead(window.location.pathname)
  await speak(firstLocale())
  const root = document.getElementById('root')
  if (!root) return
  createRoot(root).render(
    <StrictMode>
      <Milepost />
    </StrictMode>,
  )
}

void start()
