/** A session that ended while the page stood: any answer 401 leads to sign-in and back to the same address afterwards. So does a role
 * that asks for a second factor from now on lead to setting one up. */
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
  if (isApiError(error, 403) && error.problem.code === 'second_factor.needed' && pathname !== '/second-factor') {
    queryClient.removeQueries({ queryKey: sessionQuery.queryKey })
    void router.navigate({ to: '/second-factor', search: { to: href } })
    return
  }
  if (!isApiError(error, 401) || pathname === '/sign-in') return
  queryClient.removeQueries({ queryKey: sessionQuery.queryKey })
  void router.navigate({ to: '/sign-in', search: { to: href } })
}
