/** The profiles of projects in the list: what a cell is called, sorted by and filtered by. Pure. */
import type { PortfolioItem } from '~/client/types'
import { isEmpty, isMisfit, shownText, type CellWords } from '~/engines/register/cells'
import type { Column } from '~/engines/register/columns'
import type { Condition } from '~/features/portfolio/search'

export interface Profiles {
  columns: readonly Column[]
  byKey: ReadonlyMap<string, Column>
  words: CellWords | null
  /** The key of the column of each role. */
  roles: Readonly<Record<string, string>>
  people: readonly string[]
}

export const NO_PROFILES: Profiles = { columns: [], byKey: new Map(), words: null, roles: {}, people: [] }
/** Roles that columns of the page show already; those cells are edited there. */
export const SHOWN_ELSEWHERE: Readonly<Record<string, string>> = { name: 'name', manager: 'manager', stated_status: 'stated' }

/** The key of a column of the profile as it stands in the address, without its mark. */
export function bare(key: string): string {
  return key.startsWith('p.') ? key.slice(2) : ''
}

/** The columns that can be added to the page. */
export function offered(profiles: Profiles): Column[] {
  const elsewhere = new Set(Object.keys(SHOWN_ELSEWHERE).map((role) => profiles.roles[role]))
  return profiles.columns.filter((column) => !elsewhere.has(column.key))
}

export function valueName(column: Column, value: unknown, profiles: Profiles): string {
  return profiles.words ? shownText(column, value, profiles.words) : ''
}

/** Choices stand in their own order, amounts and dates by size, all else by what is read; null stands last. */
export function sortValue(column: Column, value: unknown, profiles: Profiles): number | string | null {
  if (isEmpty(value) || isMisfit(value)) return null
  if (column.choices.length > 0) {
    const place = column.choices.findIndex((choice) => choice.value === String(value))
    return place < 0 ? column.choices.length : place
  }
  if (typeof value === 'number' && !column.type.startsWith('person')) return value
  if (column.type === 'date' || column.type === 'datetime') return String(value)
  return valueName(column, value, profiles).toLocaleLowerCase()
}

const RANGED: ReadonlySet<string> = new Set(['number', 'money', 'percent', 'date', 'datetime', 'duration', 'auto'])

/** Whether a column is filtered by bounds; any other by its values. */
export function isRanged(column: Column): boolean {
  return RANGED.has(column.type)
}

export function fitsConditions(item: PortfolioItem, conditions: readonly Condition[], profiles: Profiles): boolean {
  return conditions.every((condition) => fits(item, condition, profiles))
}

function fits(item: PortfolioItem, condition: Condition, profiles: Profiles): boolean {
  const column = profiles.byKey.get(condition[0])
  if (!column) return true
  const value = item.cells[column.key]
  if (condition[1] === 'empty') return isEmpty(value)
  if (condition[1] === 'not_empty') return !isEmpty(value)
  if (condition[1] === 'any_of') return condition[2].includes(valueName(column, value, profiles))
  if (condition[1] !== 'between' || isEmpty(value) || isMisfit(value)) return false
  const [from, to] = condition[2]
  const held = typeof value === 'number' ? value : String(value)
  return (from === null || held >= from) && (to === null || held <= to)
}

/** The values that stand in a column, with how many projects have each; the most frequent first. */
export function valuesOf(items: readonly PortfolioItem[], column: Column, profiles: Profiles): [name: string, count: number][] {
  const counts = new Map<string, number>()
  for (const item of items) {
    const name = valueName(column, item.cells[column.key], profiles)
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts].sort(([a, n], [b, m]) => m - n || a.localeCompare(b))
}

/** What the reader may change in a cell of a project. */
export function mayEdit(item: PortfolioItem, column: Column, profiles: Profiles): boolean {
  if (!column.editable || item.profile_id === null) return false
  const role = Object.entries(profiles.roles).find(([, key]) => key === column.key)?.[0]
  if (role === 'stated_status' || role === 'stated_reason') return item.may.includes('state')
  return item.may.includes(role === 'name' ? 'arrange' : 'edit')
}
