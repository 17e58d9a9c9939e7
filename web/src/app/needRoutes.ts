/** The addresses of need and maturity of a place, below the shell. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { shellRoute } from '~/app/router'
import { readAssessSearch, readMaturitySearch } from '~/features/maturity/search'
import { readNeedSearch } from '~/features/need/search'

const nodeParams = {
  parse: (raw: { nodeId: string }) => ({ nodeId: Number(raw.nodeId) }),
  stringify: (known: { nodeId: number }) => ({ nodeId: String(known.nodeId) }),
}

export function needRoutes(shell: typeof shellRoute) {
  const needRoute = createRoute({
    getParentRoute: () => shell,
    path: '/office/$nodeId/need',
    params: nodeParams,
    validateSearch: readNeedSearch,
    component: lazyRouteComponent(() => import('~/features/need/NeedPage'), 'NeedPage'),
  })

  const maturityRoute = createRoute({
    getParentRoute: () => shell,
    path: '/office/$nodeId/maturity',
    params: nodeParams,
    validateSearch: readMaturitySearch,
    component: lazyRouteComponent(() => import('~/features/maturity/MaturityPage'), 'MaturityPage'),
  })

  const assessRoute = createRoute({
    getParentRoute: () => shell,
    path: '/office/$nodeId/maturity/$assessmentId',
    params: {
      parse: (raw: { nodeId: string; assessmentId: string }) => ({ nodeId: Number(raw.nodeId), assessmentId: Number(raw.assessmentId) }),
      stringify: (known: { nodeId: number; assessmentId: number }) => ({ nodeId: String(known.nodeId), assessmentId: String(known.assessmentId) }),
    },
    validateSearch: readAssessSearch,
    component: lazyRouteComponent(() => import('~/features/maturity/AssessPage'), 'AssessPage'),
  })

  return [needRoute, maturityRoute, assessRoute] as const
}
