/** The addresses of requests, below the shell. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { rootRoute, shellRoute } from '~/app/router'
import { readIntakeSearch, readNewSearch, readRequestSearch } from '~/features/intake/search'

const nodeParams = {
  parse: (raw: { nodeId: string }) => ({ nodeId: Number(raw.nodeId) }),
  stringify: (known: { nodeId: number }) => ({ nodeId: String(known.nodeId) }),
}

export function intakeRoutes(shell: typeof shellRoute) {
  const nearestIntakeRoute = createRoute({
    getParentRoute: () => shell,
    path: '/intake',
    component: lazyRouteComponent(() => import('~/features/intake/NearestIntake'), 'NearestIntake'),
  })

  const intakeRoute = createRoute({
    getParentRoute: () => shell,
    path: '/intake/$nodeId',
    params: nodeParams,
    validateSearch: readIntakeSearch,
    component: lazyRouteComponent(() => import('~/app/IntakeRoutes'), 'IntakeRoute'),
  })

  const newRequestRoute = createRoute({
    getParentRoute: () => shell,
    path: '/request/new',
    validateSearch: readNewSearch,
    component: lazyRouteComponent(() => import('~/app/IntakeRoutes'), 'NewRequestRoute'),
  })

  const requestRoute = createRoute({
    getParentRoute: () => shell,
    path: '/request/$sheetId/$rowId',
    params: {
      parse: ({ sheetId, rowId }) => ({ sheetId: Number(sheetId), rowId: Number(rowId) }),
      stringify: ({ sheetId, rowId }) => ({ sheetId: String(sheetId), rowId: String(rowId) }),
    },
    validateSearch: readRequestSearch,
    component: lazyRouteComponent(() => import('~/app/IntakeRoutes'), 'RequestRoute'),
  })

  return [nearestIntakeRoute, intakeRoute, newRequestRoute, requestRoute] as const
}

/** Open to whoever has the link, signed in or not. */
export function publicFormRoute(root: typeof rootRoute) {
  return createRoute({ getParentRoute: () => root, path: '/form/$token', component: lazyRouteComponent(() => import('~/app/PublicFormRoute'), 'PublicFormRoute') })
}
