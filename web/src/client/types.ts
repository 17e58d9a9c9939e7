/** Short names for what the API answers, so that a feature reads like the domain. */
import type { paths } from '~/client/schema'

type Answer<Operation> = Operation extends { responses: { 200: { content: { 'application/json': infer Body } } } } ? Body : never

export type Session = Answer<paths['/api/v1/session']['get']>
export type Portfolio = Answer<paths['/api/v1/portfolio']['get']>
export type PortfolioItem = Portfolio['items'][number]
export type Money = PortfolioItem['money']
export type ProfileColumn = Portfolio['columns'][number]
export type Trend = Answer<paths['/api/v1/portfolio/trend']['get']>
export type ProjectTrend = Trend['projects'][number]
export type Reason = PortfolioItem['reasons'][number]
export type Index = PortfolioItem['spi_t']
export type Milestone = NonNullable<PortfolioItem['next_milestone']>
export type ProjectDetail = Answer<paths['/api/v1/projects/{node_id}']['get']>
export type SCurve = Answer<paths['/api/v1/projects/{node_id}/s-curve']['get']>
export type Found = Answer<paths['/api/v1/search']['get']>['items'][number]
export type TreeNode = Answer<paths['/api/v1/nodes']['get']>['items'][number]
export type NodeDetail = Answer<paths['/api/v1/nodes/{node_id}']['get']>
export type Crumb = NodeDetail['path'][number]
export type ImportReport = Answer<paths['/api/v1/imports/plans/check']['post']>
