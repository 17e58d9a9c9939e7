/** The places of the tree in which something may stand; a project may not stand in a project, a register may. */
import { queryOptions } from '@tanstack/react-query'
import { nodesQuery, queryClient } from '~/client/queries'
import type { TreeNode } from '~/client/types'

export interface Place {
  readonly node: TreeNode
  /** How many levels below the root. */
  readonly depth: number
}

/** Beyond so many one finds a place by its name. */
const MOST_LOOKED_BELOW = 60

export function mayHold(node: Pick<TreeNode, 'kind' | 'capabilities'>, projects = false): boolean {
  return (projects || node.kind !== 'project') && node.capabilities.includes('create')
}

/** Every place in which one may create, in the order of the tree; in a large tree the upper levels. */
export const placesQuery = (projects: boolean) => queryOptions({ queryKey: ['nodes', 'places', projects], queryFn: () => allPlaces(projects), staleTime: 30_000 })

async function allPlaces(projects: boolean): Promise<Place[]> {
  const childrenOf = new Map<number | null, TreeNode[]>()
  let level: (number | null)[] = [null]
  while (level.length > 0) {
    const looked = level.slice(0, Math.max(1, MOST_LOOKED_BELOW - childrenOf.size))
    const found = await Promise.all(looked.map((id) => queryClient.fetchQuery(nodesQuery(id))))
    found.forEach((page, index) => childrenOf.set(looked[index] ?? null, page.items))
    const below = found.flatMap((page) => page.items).filter((node) => node.has_children && node.kind !== 'project')
    level = childrenOf.size < MOST_LOOKED_BELOW ? below.map((node) => node.id) : []
  }
  return inOrder(childrenOf, null, 0, projects)
}

function inOrder(childrenOf: ReadonlyMap<number | null, TreeNode[]>, parent: number | null, depth: number, projects: boolean): Place[] {
  return (childrenOf.get(parent) ?? []).flatMap((node) => [...(mayHold(node, projects) ? [{ node, depth }] : []), ...inOrder(childrenOf, node.id, depth + 1, projects)])
}
