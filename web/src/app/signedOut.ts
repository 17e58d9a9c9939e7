/** A session that ended while the page stood: any answer 401 leads to sign-in and back to the same address afterwards. */
import { isApiError } from '~/client/errors'
import { queryClient, sessionQuery } from '~/client/queries'
import { router } from '~/app/router'

export function leaveWhenSignedOut(): void {
  queryClient.getQueryCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'error') toSignIn(event.action.error)
  })
  queryClient.getMutationCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'error') toSignIn(event.action.error)
  })
}

function toSignIn(error: unknown): void {
  const { pathname, href } = router.state.location
  if (!isApiError(error, 401) || pathname === '/sign-in') return
  queryClient.removeQueries({ queryKey: sessionQuery.queryKey })
  void router.navigate({ to: '/sign-in', search: { to: href } })
}
