/** The panel of who can see a place, wherever the address asks for it. */
import { useSearch } from '@tanstack/react-router'
import { SharePanel } from '~/ui/rights/SharePanel'
import { useShare } from '~/ui/rights/useShare'

export function ShareHost() {
  const { share } = useSearch({ from: '/shell' })
  const open = useShare()
  return <SharePanel nodeId={share} onClose={() => open(undefined)} />
}
