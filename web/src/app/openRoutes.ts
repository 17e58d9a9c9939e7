/** The addresses that are open to whoever has the link, signed in or not. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { rootRoute } from '~/app/router'

export function openRoutes(root: typeof rootRoute) {
  const joinRoute = createRoute({
    getParentRoute: () => root,
    path: '/join/$token',
    component: lazyRouteComponent(() => import('~/features/join/JoinPage'), 'JoinPage'),
  })

  const passwordRoute = createRoute({
    getParentRoute: () => root,
    path: '/password/$token',
    component: lazyRouteComponent(() => import('~/features/join/PasswordPage'), 'PasswordPage'),
  })

  const forgottenRoute = createRoute({
    getParentRoute: () => root,
    path: '/forgotten',
    component: lazyRouteComponent(() => import('~/features/join/ForgottenPage'), 'ForgottenPage'),
  })

  return [joinRoute, passwordRoute, forgottenRoute] as const
}
