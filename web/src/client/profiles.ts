/** The list of projects: forecasts over time, and edits of profiles, each of which is a sheet of one row. */
import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '~/client/api'
import { queryClient } from '~/client/queries'
import { changeSheet, newCallId, takeBack } from '~/client/sheets'
import type { Portfolio, PortfolioItem, ProjectDetail } from '~/client/types'

export const trendQuery = (node: number | null, day: string | undefined) =>
  queryOptions({
    queryKey: ['portfolio', 'trend', node, day ?? null],
    queryFn: () => answer(api.GET('/api/v1/portfolio/trend', { params: { query: { ...(node === null ? {} : { node }), ...(day ? { day } : {}) } } as never })),
  })

type Profiled = Pick<PortfolioItem, 'id' | 'profile_id'>

/** Shown at once, then written; what the server made of it is read again. */
export async function writeProfile(project: Profiled, cells: Record<string, unknown>): Promise<void> {
  if (project.profile_id === null) return
  show(project.id, cells)
  try {
    await changeSheet(project.profile_id, [{ op: 'set', row: project.id, cells }], newCallId())
  } finally {
    await readAgain(project.id)
  }
}

export async function undoProfile(project: Profiled): Promise<void> {
  if (project.profile_id === null) return
  await takeBack(project.profile_id, 'undo', newCallId())
  await readAgain(project.id)
}

function show(id: number, cells: Record<string, unknown>): void {
  const written = <T extends { id: number; cells: Record<string, unknown> }>(item: T): T => (item.id === id ? { ...item, cells: { ...item.cells, ...cells } } : item)
  queryClient.setQueriesData<Portfolio>({ queryKey: ['portfolio'] }, (old) => (old && 'items' in old ? { ...old, items: old.items.map(written) } : old))
  queryClient.setQueryData<ProjectDetail>(['project', id], (old) => (old ? written(old) : old))
}

async function readAgain(id: number): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: ['portfolio'] }),
    queryClient.invalidateQueries({ queryKey: ['project', id] }),
    queryClient.invalidateQueries({ queryKey: ['node', id] }),
  ])
}
