/** Gives the pages of registers their place, and the panel of a row, which is another feature's. */
import { getRouteApi } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { RegisterSearch } from '~/engines/register/address'
import { NodeRegistersPage, ProjectRegisters } from '~/features/register/NodeRegistersPage'
import { RegisterPage } from '~/features/register/RegisterPage'
import { RowPanel } from '~/features/row-panel/RowPanel'

const sheetRoute = getRouteApi('/shell/sheet/$sheetId')
const acrossRoute = getRouteApi('/shell/node/$nodeId/all/$kind')
const projectRoute = getRouteApi('/shell/projects/$projectId')
const registersRoute = getRouteApi('/shell/node/$nodeId/registers')

export function SheetRoute() {
  const { sheetId } = sheetRoute.useParams()
  const navigate = sheetRoute.useNavigate()
  const write = useCallback((next: RegisterSearch) => void navigate({ search: next, replace: true, resetScroll: false }), [navigate])
  return <RegisterPage key={sheetId} place={{ sheet: sheetId }} address={sheetRoute.useSearch()} write={write} panel={RowPanel} />
}

export function AcrossRoute() {
  const { nodeId, kind } = acrossRoute.useParams()
  const navigate = acrossRoute.useNavigate()
  const write = useCallback((next: RegisterSearch) => void navigate({ search: next, replace: true, resetScroll: false }), [navigate])
  return <RegisterPage key={`${nodeId}.${kind}`} place={{ node: nodeId, kind }} address={acrossRoute.useSearch()} write={write} panel={RowPanel} />
}

export function RegistersRoute() {
  const { nodeId } = registersRoute.useParams()
  return <NodeRegistersPage nodeId={nodeId} />
}

/** The registers as a tab of their project. */
export function ProjectRegistersRoute() {
  const { projectId } = projectRoute.useParams()
  return <ProjectRegisters projectId={projectId} />
}
