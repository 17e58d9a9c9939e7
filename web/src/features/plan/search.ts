/** What the address of the plan page holds: the view, so that a link shows a colleague the same. */
import { COLUMN_BY_KEY } from '~/engines/plan/columns'
import { isZoom, type Zoom } from '~/engines/gantt/zoom'

export const SHOWS = ['critical', 'late', 'open'] as const
export type Show = (typeof SHOWS)[number]
export const PANES = ['both', 'grid', 'chart'] as const
export type Pane = (typeof PANES)[number]

export interface PlanSearch {
  /** Text to filter by. */
  q?: string
  show?: Show
  zoom?: Zoom
  /** Keys of the columns, in order, joined by dots. */
  cols?: string
  /** Ids of collapsed rows in base 36, joined by dots. */
  fold?: string
  /** The selected row and column. */
  row?: number
  col?: string
  inspect?: boolean
  /** Comments, files and history of the selected row. */
  panel?: boolean
  /** False: critical path not coloured. */
  critical?: boolean
  /** False: no baseline bars. */
  baseline?: boolean
  pane?: Pane
  compact?: boolean
}

/** Reads the address; anything that does not fit is left out. */
export function readPlanSearch(raw: Record<string, unknown>): PlanSearch {
  const text = (key: string) => (typeof raw[key] === 'string' && raw[key] !== '' ? (raw[key] as string) : undefined)
  const off = (key: string) => (raw[key] === false ? false : undefined)
  const on = (key: string) => (raw[key] === true ? true : undefined)
  const one = <T extends string>(key: string, known: readonly T[]) => known.find((each) => each === raw[key])
  const found: PlanSearch = {
    q: raw.q === undefined ? undefined : String(raw.q) || undefined,
    show: one('show', SHOWS),
    zoom: isZoom(raw.zoom) ? raw.zoom : undefined,
    cols: text('cols')?.split('.').filter((key) => COLUMN_BY_KEY.has(key)).join('.') || undefined,
    fold: text('fold'),
    row: Number.isSafeInteger(raw.row) ? (raw.row as number) : undefined,
    col: text('col'),
    inspect: on('inspect'),
    panel: on('panel'),
    critical: off('critical'),
    baseline: off('baseline'),
    pane: one('pane', PANES),
    compact: on('compact'),
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined))
}

export function foldedRows(fold: string | undefined): ReadonlySet<number> {
  return new Set((fold ?? '').split('.').map((part) => Number.parseInt(part, 36)).filter(Number.isSafeInteger))
}

export function foldText(rows: ReadonlySet<number>): string | undefined {
  return rows.size > 0 ? [...rows].map((row) => row.toString(36)).join('.') : undefined
}
