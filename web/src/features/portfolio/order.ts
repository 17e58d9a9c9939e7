/** Which projects stand in the list, in which order and groups: pure, so that the address alone decides what is seen. */
import type { PortfolioItem } from '~/client/types'
import { bare, fitsConditions, NO_PROFILES, sortValue, valueName, type Profiles } from '~/features/portfolio/profiles'
import type { Group, PortfolioSearch, Sort, StatusFilter } from '~/features/portfolio/search'
import { colourOf } from '~/ui/StatusMark'

export type ListLine = { kind: 'group'; key: string; name: string | null; items: PortfolioItem[] } | { kind: 'project'; key: string; item: PortfolioItem }

const SEVERITY: Record<StatusFilter, number> = { R: 3, A: 2, G: 1, grey: 0 }

/** What a project is sorted by; null always stands last, whichever way the list runs. */
const ACCESS: Readonly<Record<string, (item: PortfolioItem) => number | string | null>> = {
  status: (item) => -SEVERITY[colourOf(item.proposed_status)],
  finish: (item) => item.finish,
  slip: (item) => item.slip_days,
  spi_t: (item) => item.spi_t.value,
  cpi: (item) => item.cpi.value,
  complete: (item) => item.percent_complete,
  milestone: (item) => item.next_milestone?.finish ?? null,
  growth: (item) => item.money.growth_percent,
}

export function listed(items: readonly PortfolioItem[], search: PortfolioSearch, profiles: Profiles = NO_PROFILES): PortfolioItem[] {
  const words = (search.q ?? '').toLocaleLowerCase().split(/\s+/).filter(Boolean)
  const wanted = items.filter((item) => fits(item, search, words) && fitsConditions(item, search.where ?? [], profiles))
  return wanted.sort(comparer(search.sort ?? 'status', search.down === true, profiles))
}

function fits(item: PortfolioItem, search: PortfolioSearch, words: readonly string[]): boolean {
  if (search.status && !search.status.includes(colourOf(item.proposed_status))) return false
  if (search.late && !((item.slip_days ?? 0) > 0)) return false
  if (words.length === 0) return true
  const text = [item.name, item.code, item.unit, item.portfolio, item.programme, item.manager?.name].join(' ').toLocaleLowerCase()
  return words.every((word) => text.includes(word))
}

function comparer(sort: Sort, down: boolean, profiles: Profiles): (a: PortfolioItem, b: PortfolioItem) => number {
  const byName = (a: PortfolioItem, b: PortfolioItem) => a.name.localeCompare(b.name) || a.id - b.id
  const way = down ? -1 : 1
  if (sort === 'name') return (a, b) => way * byName(a, b)
  const column = profiles.byKey.get(bare(sort))
  const value = ACCESS[sort] ?? ((item: PortfolioItem) => (column ? sortValue(column, item.cells[column.key], profiles) : null))
  return (a, b) => {
    const [left, right] = [value(a), value(b)]
    if (left === null || right === null) return left === right ? byName(a, b) : left === null ? 1 : -1
    if (left === right) return sort === 'status' ? worstFirst(a, b) || byName(a, b) : byName(a, b)
    return way * (left < right ? -1 : 1)
  }
}

/** Within one colour the one that slips most stands first. */
function worstFirst(a: PortfolioItem, b: PortfolioItem): number {
  return (b.slip_days ?? -Infinity) - (a.slip_days ?? -Infinity) || 0
}

/** The lines of the list: projects, under a line for each group where there are groups. */
export function grouped(items: readonly PortfolioItem[], group: Group | undefined, profiles: Profiles = NO_PROFILES): ListLine[] {
  if (!group) return items.map(line)
  const groups = new Map<string, { name: string | null; items: PortfolioItem[] }>()
  for (const item of items) {
    const name = groupName(item, group, profiles)
    const found = groups.get(name ?? '') ?? { name, items: [] }
    found.items.push(item)
    groups.set(name ?? '', found)
  }
  const ordered = [...groups].sort(([a], [b]) => (group === 'status' ? severity(b) - severity(a) : a === '' ? 1 : b === '' ? -1 : a.localeCompare(b)))
  return ordered.flatMap(([key, found]) => [{ kind: 'group' as const, key: `group-${key}`, ...found }, ...found.items.map(line)])
}

function line(item: PortfolioItem): ListLine {
  return { kind: 'project', key: `project-${item.id}`, item }
}

function severity(colour: string): number {
  return SEVERITY[colour as StatusFilter] ?? 0
}

function groupName(item: PortfolioItem, group: Group, profiles: Profiles): string | null {
  const column = profiles.byKey.get(bare(group))
  if (group.startsWith('p.')) return (column && valueName(column, item.cells[column.key], profiles)) || null
  if (group === 'status') return colourOf(item.proposed_status)
  if (group === 'manager') return item.manager?.name ?? null
  return item[group as 'unit' | 'portfolio' | 'programme']
}
