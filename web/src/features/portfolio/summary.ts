/** The figures of the strip and of the title, from the projects that one may see. Sums are added, indices are never averaged. */
import type { PortfolioItem } from '~/client/types'
import { colourOf, type Colour } from '~/ui/StatusMark'

export interface Summary {
  count: number
  byStatus: Record<Colour, number>
  offTrack: PortfolioItem[]
  late: PortfolioItem[]
  withBaseline: number
  worst: PortfolioItem | null
  last: PortfolioItem | null
  /** Projects that say something better than their figures do. */
  rosier: PortfolioItem[]
  progress: { earned: number; planned: number; unit: string } | 'none' | 'mixed'
}

const SEVERITY: Record<Colour, number> = { R: 3, A: 2, G: 1, grey: 0 }

export function summarise(items: readonly PortfolioItem[]): Summary {
  const byStatus: Record<Colour, number> = { G: 0, A: 0, R: 0, grey: 0 }
  for (const item of items) byStatus[colourOf(item.proposed_status)] += 1
  const slipping = items.filter((item) => item.slip_days !== null)
  const late = bySlip(slipping.filter((item) => (item.slip_days ?? 0) > 0))
  return {
    count: items.length,
    byStatus,
    offTrack: bySlip(items.filter((item) => SEVERITY[colourOf(item.proposed_status)] >= 2)),
    late,
    withBaseline: slipping.length,
    worst: late[0] ?? null,
    last: latest(items),
    rosier: items.filter((item) => item.agreement === 'rosier'),
    progress: progressOf(items),
  }
}

function bySlip(items: readonly PortfolioItem[]): PortfolioItem[] {
  return [...items].sort((a, b) => (b.slip_days ?? -Infinity) - (a.slip_days ?? -Infinity) || 0)
}

function latest(items: readonly PortfolioItem[]): PortfolioItem | null {
  return items.reduce<PortfolioItem | null>((last, item) => (item.finish && (!last?.finish || item.finish > last.finish) ? item : last), null)
}

/** Earned and planned value as shares of the budget, where all budgets are in one unit. */
function progressOf(items: readonly PortfolioItem[]): Summary['progress'] {
  const measured = items.filter((item) => item.bac !== null && item.ev !== null && item.pv !== null && item.bac > 0)
  if (measured.length === 0) return 'none'
  const units = new Set(measured.map(unitOf))
  const [unit] = units
  if (units.size > 1 || unit === undefined) return 'mixed'
  const sum = (key: 'bac' | 'ev' | 'pv') => measured.reduce((total, item) => total + (item[key] ?? 0), 0)
  const budget = sum('bac')
  return { earned: (100 * sum('ev')) / budget, planned: (100 * sum('pv')) / budget, unit }
}

export function unitOf(item: PortfolioItem): string {
  return item.currency ?? 'hours'
}
