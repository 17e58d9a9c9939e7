/** What a project forecast, report by report; reads it when it is shown. */
import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { trendQuery } from '~/client/profiles'
import { TrendFigures } from '~/ui/profile/TrendFigures'
import { Bone, ErrorState } from '~/ui/States'
import { Formula } from '~/ui/why/Facts'

export function ProjectTrendView({ projectId }: { projectId: number }) {
  const trend = useQuery(trendQuery(projectId, undefined))
  if (trend.isError) return <ErrorState error={trend.error} />
  const found = trend.data?.projects.find((one) => one.id === projectId)
  if (trend.isPending) return <Bone height={160} />
  if (!found || found.points.length === 0) return <Formula><Trans>The profile says no finish and no cost yet. From then on every change of them is kept and shown here.</Trans></Formula>
  return <TrendFigures trend={found} />
}
