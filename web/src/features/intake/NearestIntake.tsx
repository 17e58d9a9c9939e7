/** Without a place: the one whose requests were looked at last, else the top of what one sees. */
import { useQuery } from '@tanstack/react-query'
import { Navigate } from '@tanstack/react-router'
import { nodesQuery } from '~/client/queries'
import { Bone, ErrorState } from '~/ui/States'
import { lastPlace } from './lastPlace'

export function NearestIntake() {
  const last = lastPlace()
  const top = useQuery({ ...nodesQuery(null), enabled: last === 0 })
  const nodeId = last || top.data?.items[0]?.id
  if (top.isError) return <ErrorState error={top.error} />
  return nodeId ? <Navigate to="/intake/$nodeId" params={{ nodeId }} replace /> : <Bone width={320} height={20} />
}
