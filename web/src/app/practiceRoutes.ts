/** The addresses of questions, handbook and training, below the shell. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { shellRoute } from '~/app/router'
import { readAskSearch } from '~/features/ask/search'
import { readHandbookSearch } from '~/features/handbook/search'
import { readTrainingSearch } from '~/features/training/search'

export function practiceRoutes(shell: typeof shellRoute) {
  const askRoute = createRoute({
    getParentRoute: () => shell,
    path: '/ask',
    validateSearch: readAskSearch,
    component: lazyRouteComponent(() => import('~/features/ask/AskPage'), 'AskPage'),
  })

  const nearestHandbookRoute = createRoute({
    getParentRoute: () => shell,
    path: '/handbook',
    component: lazyRouteComponent(() => import('~/features/handbook/NearestHandbook'), 'NearestHandbook'),
  })

  const handbookRoute = createRoute({
    getParentRoute: () => shell,
    path: '/handbook/$nodeId',
    params: {
      parse: (raw: { nodeId: string }) => ({ nodeId: Number(raw.nodeId) }),
      stringify: (known: { nodeId: number }) => ({ nodeId: String(known.nodeId) }),
    },
    validateSearch: readHandbookSearch,
    component: lazyRouteComponent(() => import('~/features/handbook/HandbookPage'), 'HandbookPage'),
  })

  const trainingRoute = createRoute({
    getParentRoute: () => shell,
    path: '/training',
    validateSearch: readTrainingSearch,
    component: lazyRouteComponent(() => import('~/features/training/TrainingPage'), 'TrainingPage'),
  })

  return [askRoute, nearestHandbookRoute, handbookRoute, trainingRoute] as const
}
