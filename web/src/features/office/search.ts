/** What the addresses of the office pages hold. */
export const TABS = ['overview', 'people', 'raci', 'authority', 'projects'] as const
export type Tab = (typeof TABS)[number]

export interface OfficeSearch {
  tab?: Exclude<Tab, 'overview'>
}

export function readOfficeSearch(raw: Record<string, unknown>): OfficeSearch {
  const tab = TABS.find((one) => one !== 'overview' && one === raw.tab)
  return tab && tab !== 'overview' ? { tab } : {}
}

export interface SetupSearch {
  /** The set-up to go on with. */
  setup?: number
  /** The step that is open; without it the one that comes next. */
  step?: string
  /** Where a new one shall begin. */
  node?: number
}

const id = (raw: unknown) => (Number.isSafeInteger(Number(raw)) && Number(raw) > 0 ? Number(raw) : undefined)

export function readSetupSearch(raw: Record<string, unknown>): SetupSearch {
  const [setup, node] = [id(raw.setup), id(raw.node)]
  return { ...(setup ? { setup } : {}), ...(node ? { node } : {}), ...(typeof raw.step === 'string' ? { step: raw.step.slice(0, 20) } : {}) }
}
