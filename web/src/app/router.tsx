/** Every address of the client. Pages are loaded when they are visited; what an address may hold is checked here. */
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { openRoutes } from '~/app/openRoutes'
import { needRoutes } from '~/app/needRoutes'
import { NotFound, RouteError } from '~/app/RouteStates'
import { intakeRoutes, publicFormRoute } from '~/app/intakeRoutes'
import { practiceRoutes } from '~/app/practiceRoutes'
import { methodRoutes, projectMethodRoute } from '~/app/methodRoutes'
import { Shell } from '~/app/shell/Shell'
import { owesFactor, queryClient, sessionQuery } from '~/client/queries'
import { readRegisterSearch } from '~/engines/register/address'
import { readBinSearch } from '~/features/bin/search'
import { readFindingsSearch } from '~/features/findings/search'
import { readHomeSearch } from '~/features/home/search'
import { readImportSearch } from '~/features/import/search'
import { readListsSearch } from '~/features/lists/search'
import { readOfficeSearch, readSetupSearch } from '~/features/office/search'
import { readPeopleSearch } from '~/features/people/search'
import { readPlanSearch } from '~/features/plan/search'
import { readPortfolioSearch } from '~/features/portfolio/search'
import { readOverviewSearch, readProjectSearch } from '~/features/project/search'
import { readShareSearch } from '~/ui/rights/share'

export const rootRoute = createRootRoute({ notFoundComponent: NotFound, errorComponent: RouteError })

/** An address of ours to go to afterwards, never one elsewhere. */
const ownAddress = (raw: unknown) => (typeof raw === 'string' && /^\/(?![/\\])/.test(raw) ? raw : undefined)

/** What a page was wanted for by who is not signed in. A place that vouches for people sends a refusal to the page that was wanted: it is told at sign-in. */
function wanted(href: string): { to: string; error?: string } {
  const { pathname, searchParams, hash } = new URL(href, window.location.origin)
  const error = searchParams.get('error_process') === 'login' ? (searchParams.get('error') ?? undefined) : undefined
  if (!error) return { to: href }
  searchParams.delete('error')
  searchParams.delete('error_process')
  return { to: `${pathname}${searchParams.size > 0 ? `?${searchParams.toString()}` : ''}${hash}`, error }
}

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (raw: Record<string, unknown>): { to?: string; error?: string } => ({
    to: ownAddress(raw.to),
    error: typeof raw.error === 'string' ? raw.error.slice(0, 60) : undefined,
  }),
  component: lazyRouteComponent(() => import('~/features/sign-in/SignInPage'), 'SignInPage'),
})

/** The only page for who is signed in and has to set up a second factor first. */
const secondFactorRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/second-factor',
  validateSearch: (raw: Record<string, unknown>): { to?: string } => ({ to: ownAddress(raw.to) }),
  component: lazyRouteComponent(() => import('~/features/account/SetUpPage'), 'SetUpPage'),
  beforeLoad: async ({ search }) => {
    const session = await queryClient.ensureQueryData(sessionQuery)
    if (!session.person) throw redirect({ to: '/sign-in', search })
    if (!owesFactor(session.person)) throw redirect({ href: search.to ?? '/' })
  },
})

/** Every other page stands in the shell, and only for somebody who is signed in. Who can see a place can be asked on any of them. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  validateSearch: readShareSearch,
  component: Shell,
  beforeLoad: async ({ location }) => {
    const session = await queryClient.ensureQueryData(sessionQuery)
    if (!session.person) throw redirect({ to: '/sign-in', search: wanted(location.href) })
    if (owesFactor(session.person)) throw redirect({ to: '/second-factor', search: { to: location.href } })
  },
})

const homeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  validateSearch: readHomeSearch,
  component: lazyRouteComponent(() => import('~/features/home/HomePage'), 'HomePage'),
})

const portfolioRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/portfolio',
  validateSearch: readPortfolioSearch,
  component: lazyRouteComponent(() => import('~/features/portfolio/PortfolioPage'), 'PortfolioPage'),
})

const importRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/import',
  validateSearch: readImportSearch,
  component: lazyRouteComponent(() => import('~/features/import/ImportPage'), 'ImportPage'),
})

const listsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/lists/new',
  validateSearch: readListsSearch,
  component: lazyRouteComponent(() => import('~/features/lists/ListsPage'), 'ListsPage'),
})

const binRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/bin',
  validateSearch: readBinSearch,
  component: lazyRouteComponent(() => import('~/features/bin/BinPage'), 'BinPage'),
})

const peopleRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/people',
  validateSearch: readPeopleSearch,
  component: lazyRouteComponent(() => import('~/features/people/PeoplePage'), 'PeoplePage'),
})

const personRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/people/$personId',
  params: {
    parse: ({ personId }) => ({ personId: Number(personId) }),
    stringify: ({ personId }) => ({ personId: String(personId) }),
  },
  component: lazyRouteComponent(() => import('~/features/people/PersonPage'), 'PersonPage'),
})

const accountRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/account',
  component: lazyRouteComponent(() => import('~/features/account/AccountPage'), 'AccountPage'),
})

export const projectRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/projects/$projectId',
  params: {
    parse: ({ projectId }) => ({ projectId: Number(projectId) }),
    stringify: ({ projectId }) => ({ projectId: String(projectId) }),
  },
  validateSearch: readProjectSearch,
  component: lazyRouteComponent(() => import('~/features/project/ProjectLayout'), 'ProjectLayout'),
})

const overviewRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/',
  validateSearch: readOverviewSearch,
  component: lazyRouteComponent(() => import('~/features/project/OverviewPage'), 'OverviewPage'),
})

const planRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/plan',
  validateSearch: readPlanSearch,
  component: lazyRouteComponent(() => import('~/app/PlanRoute'), 'PlanRoute'),
})

const projectRegistersRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/registers',
  component: lazyRouteComponent(() => import('~/app/RegisterRoutes'), 'ProjectRegistersRoute'),
})

const nodeParams = {
  parse: (raw: { nodeId: string }) => ({ nodeId: Number(raw.nodeId) }),
  stringify: (known: { nodeId: number }) => ({ nodeId: String(known.nodeId) }),
}

const registersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/node/$nodeId/registers',
  params: nodeParams,
  component: lazyRouteComponent(() => import('~/app/RegisterRoutes'), 'RegistersRoute'),
})

const findingsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/node/$nodeId/findings',
  params: nodeParams,
  validateSearch: readFindingsSearch,
  component: lazyRouteComponent(() => import('~/features/findings/FindingsPage'), 'FindingsPage'),
})

const sheetRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/sheet/$sheetId',
  params: {
    parse: ({ sheetId }) => ({ sheetId: Number(sheetId) }),
    stringify: ({ sheetId }) => ({ sheetId: String(sheetId) }),
  },
  validateSearch: readRegisterSearch,
  component: lazyRouteComponent(() => import('~/app/RegisterRoutes'), 'SheetRoute'),
})

const acrossRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/node/$nodeId/all/$kind',
  params: {
    parse: ({ nodeId, kind }) => ({ nodeId: Number(nodeId), kind }),
    stringify: ({ nodeId, kind }) => ({ nodeId: String(nodeId), kind }),
  },
  validateSearch: readRegisterSearch,
  component: lazyRouteComponent(() => import('~/app/RegisterRoutes'), 'AcrossRoute'),
})

const officesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/office',
  component: lazyRouteComponent(() => import('~/features/office/OfficesPage'), 'OfficesPage'),
})

const officeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/office/$nodeId',
  params: nodeParams,
  validateSearch: readOfficeSearch,
  component: lazyRouteComponent(() => import('~/features/office/OfficePage'), 'OfficePage'),
})

const setupRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/office/new',
  validateSearch: readSetupSearch,
  component: lazyRouteComponent(() => import('~/features/office/SetupPage'), 'SetupPage'),
})

const routeTree = rootRoute.addChildren([
  signInRoute,
  ...openRoutes(rootRoute),
  publicFormRoute(rootRoute),
  secondFactorRoute,
  shellRoute.addChildren([...needRoutes(shellRoute), ...practiceRoutes(shellRoute), ...methodRoutes(shellRoute), officesRoute, setupRoute, officeRoute, ...intakeRoutes(shellRoute), peopleRoute, personRoute, accountRoute, homeRoute, portfolioRoute, importRoute, listsRoute, binRoute, registersRoute, findingsRoute, sheetRoute, acrossRoute, projectRoute.addChildren([overviewRoute, planRoute, projectRegistersRoute, projectMethodRoute(projectRoute)])]),
])

export const router = createRouter({ routeTree, defaultPreload: 'intent', scrollRestoration: true, defaultNotFoundComponent: NotFound })

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
