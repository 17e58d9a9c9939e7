/** What the address of the people page holds: the tab, what is looked for, and the panel that is open. */
export const TABS = ['people', 'invites', 'groups', 'roles'] as const
export type Tab = (typeof TABS)[number]

export interface PeopleSearch {
  readonly tab?: Tab
  readonly q?: string
  /** Those who left instead of those who are here. */
  readonly left?: true
  readonly team?: number
  /** The key of a role, or `new`. */
  readonly role?: string
  /** The invite panel is open, for this place; 0 leaves the place open. */
  readonly invite?: number
}

export function readPeopleSearch(raw: Record<string, unknown>): PeopleSearch {
  const tab = TABS.find((each) => each === raw.tab)
  const q = typeof raw.q === 'string' || typeof raw.q === 'number' ? String(raw.q).slice(0, 200) : ''
  return {
    ...(tab && tab !== 'people' ? { tab } : {}),
    ...(q ? { q } : {}),
    ...(raw.left === true ? { left: true } : {}),
    ...whole('team', raw.team, 1),
    ...(typeof raw.role === 'string' && /^[a-z0-9_]{1,40}$/.test(raw.role) ? { role: raw.role } : {}),
    ...whole('invite', raw.invite, 0),
  }
}

function whole(key: 'team' | 'invite', value: unknown, least: number): object {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= least ? { [key]: value } : {}
}
