/** Opens the panel of who can see a place, for who may know it. */
import { ActionIcon, Tooltip } from '@mantine/core'
import { useLingui } from '@lingui/react/macro'
import { IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { nodeQuery } from '~/client/queries'
import { useShare } from '~/ui/rights/useShare'

export function ShareButton({ nodeId }: { nodeId: number }) {
  const { t } = useLingui()
  const node = useQuery(nodeQuery(nodeId)).data
  const share = useShare()
  if (!node?.capabilities.includes('directory')) return null
  return (
    <Tooltip label={t`Who can see this`}>
      <ActionIcon size={32} aria-label={t`Who can see ${node.name}`} onClick={() => share(nodeId)}>
        <IconUsers size={18} stroke={1.75} />
      </ActionIcon>
    </Tooltip>
  )
}
