/** What can be done with a place of the tree as a whole: ask who can see it, and move it to the bin for who may arrange it. And the menu of a sheet, for who may make one there. */
import { Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { nodeQuery, queryClient } from '~/client/queries'
import { BinMenu } from '~/ui/BinMenu'
import { ShareButton } from '~/ui/rights/ShareButton'

export function NodeMenu({ nodeId }: { nodeId: number }) {
  const node = useQuery(nodeQuery(nodeId)).data
  const navigate = useNavigate()
  if (!node) return null
  const above = node.parent_id
  const leave = async () => {
    // Away from the page first: what it shows is no longer there.
    await navigate({ to: '/portfolio', search: { node: above ?? undefined } })
    void queryClient.invalidateQueries({ queryKey: ['portfolio'] })
  }
  return (
    <Group gap={4} wrap="nowrap">
      <ShareButton nodeId={nodeId} />
      {above !== null && node.capabilities.includes('arrange') && <BinMenu thing={{ what: 'node', id: nodeId, name: node.name }} gone={leave} />}
    </Group>
  )
}

export interface SheetMenuProps {
  nodeId: number
  sheet: { readonly id: number; readonly kind: string; readonly name: string }
  /** Left out: to the list of registers. */
  gone?: () => void | Promise<void>
}

/** The profile of a project goes with its project, and so has none. */
export function SheetMenu({ nodeId, sheet, gone }: SheetMenuProps) {
  const node = useQuery(nodeQuery(nodeId)).data
  const navigate = useNavigate()
  if (!node?.capabilities.includes('create') || sheet.kind === 'project') return null
  const leave = async () => {
    if (gone) await gone()
    else await navigate({ to: '/node/$nodeId/registers', params: { nodeId } })
    void queryClient.invalidateQueries({ queryKey: ['registers', nodeId] })
  }
  return <BinMenu thing={{ what: 'sheet', id: sheet.id, name: sheet.name }} gone={leave} />
}
