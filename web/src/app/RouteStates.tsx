/** What an address shows that leads nowhere, or whose page failed. */
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { EmptyState, ErrorState } from '~/ui/States'

export function NotFound() {
  return (
    <EmptyState title={<Trans>There is no page at this address</Trans>} action={<Link to="/portfolio"><Trans>Go to the portfolio</Trans></Link>}>
      <Trans>The link may be old or mistyped. Nothing was changed.</Trans>
    </EmptyState>
  )
}

export function RouteError({ error, reset }: { error: unknown; reset: () => void }) {
  return <ErrorState error={error} retry={reset} />
}
