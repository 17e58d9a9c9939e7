/** The addresses of methods: all packs, one of them, and the method of a project. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { projectRoute, shellRoute } from '~/app/router'
import { readPackSearch, readProjectMethodSearch } from '~/features/method/search'

export function methodRoutes(shell: typeof shellRoute) {
  const methodRoute = createRoute({
    getParentRoute: () => shell,
    path: '/method',
    component: lazyRouteComponent(() => import('~/features/method/MethodPage'), 'MethodPage'),
  })

  const packRoute = createRoute({
    getParentRoute: () => shell,
    path: '/method/$packKey',
    validateSearch: readPackSearch,
    component: lazyRouteComponent(() => import('~/features/method/PackPage'), 'PackPage'),
  })

  return [methodRoute, packRoute] as const
}

export function projectMethodRoute(project: typeof projectRoute) {
  return createRoute({
    getParentRoute: () => project,
    path: '/method',
    validateSearch: readProjectMethodSearch,
    component: lazyRouteComponent(() => import('~/app/ProjectMethodRoute'), 'ProjectMethodRoute'),
  })
}
