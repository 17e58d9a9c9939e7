/** The handbook without a place: that of the highest place that one sees. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Navigate } from '@tanstack/react-router'
import { nodesQuery } from '~/client/queries'
import { PageHeader } from '~/ui/PageHeader'
import { EmptyState, ErrorState } from '~/ui/States'

export function NearestHandbook() {
  const { t } = useLingui()
  const found = useQuery(nodesQuery(null))
  const first = found.data?.items[0]
  if (first) return <Navigate to="/handbook/$nodeId" params={{ nodeId: first.id }} replace />
  return (
    <>
      <PageHeader title={t`Handbook`} />
      {found.isError ? (
        <ErrorState error={found.error} />
      ) : (
        found.data && (
          <EmptyState title={<Trans>Nothing is shared with you yet</Trans>}>
            <Trans>Once you work somewhere, the method of that place stands here.</Trans>
          </EmptyState>
        )
      )}
    </>
  )
}
