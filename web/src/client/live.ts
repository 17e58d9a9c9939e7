/**
 * The live stream: one EventSource for each window that can be seen, opened anew when what is watched changes.
 * A browser holds six connections to a server over HTTP/1.1, for all its windows: one that nobody sees gives its own back, and catches up when it is seen again.
 */
import { queryClient } from '~/client/queries'
import type { ChangeAnswer } from '~/client/sheets'

/** A change of a sheet. Without a number (0): `refetch`, read the sheet anew, or `opened`, the line has just opened: ask for what was changed since what you know. */
export interface SheetChange extends ChangeAnswer {
  readonly sheet: number
  readonly opened?: boolean
}

type Watcher = (change: SheetChange) => void

const STREAM = '/events'
/** Somebody who only looks something up in another window comes back to a line that still stands. */
const UNSEEN_AFTER = 10_000
const sheets = new Map<number, Set<Watcher>>()
const nodes = new Map<number, Set<object>>()
const figureWatchers = new Set<() => void>()
let source: EventSource | null = null
let opening: ReturnType<typeof setTimeout> | null = null
/** The last event that came, by any line: the next line is sent what was missed since. */
let last = ''

/** Calls back for every change of a sheet, one's own too (told by `client_op_id`). Returns how to stop. */
export function watchSheet(id: number, watcher: Watcher): () => void {
  const watchers = sheets.get(id) ?? new Set<Watcher>()
  sheets.set(id, watchers.add(watcher))
  reopen()
  return () => {
    watchers.delete(watcher)
    if (watchers.size === 0) sheets.delete(id)
    reopen()
  }
}

/** Keeps the figures at and below a node fresh while something shows them, and calls back when something changed there. Returns how to stop. */
export function watchNode(id: number, watcher?: () => void): () => void {
  const here = {}
  const watchers = nodes.get(id) ?? new Set<object>()
  nodes.set(id, watchers.add(here))
  if (watcher) figureWatchers.add(watcher)
  reopen()
  return () => {
    watchers.delete(here)
    if (watcher) figureWatchers.delete(watcher)
    if (watchers.size === 0) nodes.delete(id)
    reopen()
  }
}

/** Several watchers come and go while a page changes: one new stream for all of them. */
function reopen(after = 50): void {
  if (opening) clearTimeout(opening)
  opening = setTimeout(open, after)
}

document.addEventListener('visibilitychange', () => {
  if (document.hidden) reopen(UNSEEN_AFTER)
  else if (!source || opening) reopen()
})

function open(): void {
  opening = null
  source?.close()
  source = null
  if (sheets.size + nodes.size === 0 || document.hidden) return
  const query = new URLSearchParams()
  if (sheets.size) query.set('sheets', [...sheets.keys()].join(','))
  if (nodes.size) query.set('nodes', [...nodes.keys()].join(','))
  if (last) query.set('last', last)
  const line = new EventSource(`${STREAM}?${query.toString()}`)
  const on = (name: string, heard: (data: string) => void) =>
    line.addEventListener(name, ({ data, lastEventId }: MessageEvent<string>) => {
      last = lastEventId || last
      heard(data)
    })
  line.addEventListener('open', onOpen, { once: true })
  on('ready', () => undefined)
  on('change', (data) => onChange(JSON.parse(data) as SheetChange))
  on('figures', onFigures)
  on('row', (data) => onRow(JSON.parse(data) as { sheet: number; row: number | null }))
  on('mention', () => void queryClient.invalidateQueries({ queryKey: ['mentions'] }))
  on('resync', onResync)
  source = line
}

/** Nobody listened from the first reading until now. Of what happened between two lines, the server tells by the last event. */
function onOpen(): void {
  sheets.forEach((_watchers, sheet) => tell(sheet, { opened: true }))
  if (!last) onFigures()
}

function tell(sheet: number, what: Pick<SheetChange, 'refetch' | 'opened'>): void {
  sheets.get(sheet)?.forEach((watcher) => watcher({ sheet, seq: 0, actor_id: null, client_op_id: null, ...what }))
}

function onChange(change: SheetChange): void {
  sheets.get(change.sheet)?.forEach((watcher) => watcher(change))
}

/** A comment or a file came to a row, or went. */
function onRow({ sheet, row }: { sheet: number; row: number | null }): void {
  void queryClient.invalidateQueries({ queryKey: row === null ? ['row', sheet] : ['row', sheet, row] })
}

function onFigures(): void {
  figureWatchers.forEach((watcher) => watcher())
  void queryClient.invalidateQueries({ queryKey: ['portfolio'] })
  void queryClient.invalidateQueries({ queryKey: ['project'] })
}

/** The server could not replay what was missed: everything on the screen is read again. */
function onResync(): void {
  void queryClient.invalidateQueries()
  figureWatchers.forEach((watcher) => watcher())
  sheets.forEach((_watchers, sheet) => tell(sheet, { refetch: true }))
}
