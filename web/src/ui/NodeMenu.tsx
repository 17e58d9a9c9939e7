/** The menu of a place of the tree, for who may arrange it, and that of a sheet, for who may make one there. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { nodeQuery, queryClient } from '~/client/queries'
import { BinMenu } from '~/ui/BinMenu'

export function NodeMenu({ nodeId }: { nodeId: number }) {
  const node = useQuery(nodeQuery(nodeId)).data
  const navigate = useNavigate()
  if (!node || node.parent_id === null || !node.capabilities.includes('arrange')) return null
  const above = node.parent_id
  const leave = async () => {
    // Away from the page first: what it shows is no longer there.
    await navigate({ to: '/portfolio', search: { node: above } })
    void queryClient.invalidateQueries({ queryKey: ['portfolio'] })
  }
  return <BinMenu thing={{ what: 'node', id: nodeId, name: node.name }} gone={leave} />
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
