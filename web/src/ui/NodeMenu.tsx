/** What can be done with a node as a whole, for who may arrange the tree. */
import { ActionIcon, Menu } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconDots, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { nodeQuery, queryClient } from '~/client/queries'
import { useDelete } from '~/ui/useDelete'

export function NodeMenu({ nodeId }: { nodeId: number }) {
  const { t } = useLingui()
  const node = useQuery(nodeQuery(nodeId)).data
  const remove = useDelete()
  const navigate = useNavigate()
  if (!node || node.parent_id === null || !node.capabilities.includes('arrange')) return null
  const toBin = async () => {
    const above = node.parent_id as number
    if (!(await remove({ what: 'node', id: nodeId, name: node.name }))) return
    // Away from the page first: what it shows is no longer there.
    await navigate({ to: '/portfolio', search: { node: above } })
    void queryClient.invalidateQueries({ queryKey: ['portfolio'] })
  }
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={32} aria-label={t`More about ${node.name}`}>
          <IconDots size={18} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconTrash size={16} stroke={1.75} />} onClick={() => void toBin()}>
          <Trans>Move to the bin</Trans>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
