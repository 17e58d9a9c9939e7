/** What the addresses of the method's pages hold. */
export const TABS = ['cycle', 'artefacts', 'policies', 'procedures', 'roles', 'burden', 'versions', 'draft'] as const
export type Tab = (typeof TABS)[number]

export interface PackSearch {
  readonly tab?: Tab
  readonly version?: number
  /** The place at which it shall be taken up; 0 leaves it open. */
  readonly at?: number
}

export interface ProjectMethodSearch {
  /** The key of the document that is open. */
  readonly document?: string
}

const whole = (value: unknown, least: number) => (typeof value === 'number' && Number.isSafeInteger(value) && value >= least ? value : undefined)

export function readPackSearch(raw: Record<string, unknown>): PackSearch {
  const tab = TABS.find((each) => each === raw.tab)
  const version = whole(raw.version, 1)
  const at = whole(raw.at, 0)
  return { ...(tab && tab !== 'cycle' ? { tab } : {}), ...(version === undefined ? {} : { version }), ...(at === undefined ? {} : { at }) }
}

export function readProjectMethodSearch(raw: Record<string, unknown>): ProjectMethodSearch {
  return typeof raw.document === 'string' && /^[a-z][a-z0-9_]{0,39}$/.test(raw.document) ? { document: raw.document } : {}
}
