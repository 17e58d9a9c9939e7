/** Asks for what the first address surely needs, before the router knows it: session, project, plan and the code of its page come side by side. */
import { askAhead } from '~/client/ahead'
import { nodeQuery, owesFactor, projectQuery, queryClient, sessionQuery } from '~/client/queries'

const PROJECT = /^\/projects\/(\d+)(\/plan)?\/?$/

export async function readAhead(path: string): Promise<void> {
  const [, project, plan] = PROJECT.exec(path) ?? []
  if (plan) void import('~/app/PlanRoute')
  const session = await queryClient.fetchQuery(sessionQuery).catch(() => null)
  if (!session?.person || !project || owesFactor(session.person)) return
  void queryClient.prefetchQuery(nodeQuery(Number(project)))
  const found = await queryClient.fetchQuery(projectQuery(Number(project))).catch(() => null)
  if (plan && found?.sheet_id) askAhead(`/api/v1/sheets/${found.sheet_id}`)
}
