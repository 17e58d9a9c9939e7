import { afterEach, describe, expect, it, vi } from 'vitest'
import { rowAt, withInserted } from '~/engines/register/slots'
import { newRow } from './needs'
import { NO_QUERY } from './registerState'
import type { News } from './registerRows'
import { RegisterStore } from './registerStore'

/** Stands in for the stream of live changes: `tell` says what it says. */
const live = vi.hoisted((): { tell: (change?: object) => void } => ({ tell: () => undefined }))
vi.mock('~/client/live', () => {
  const watch = (_id: number, watcher: (change?: object) => void) => ((live.tell = watcher), () => undefined)
  return { watchSheet: watch, watchNode: watch }
})

const HEAD = { id: 1, kind: 'raid', name: 'RAID log', seq: 4, columns: [], node: { id: 2, name: 'House', kind: 'project', path: [] }, views: [], may: ['edit'], can_undo: false, can_redo: false }
const ROWS = { seq: 4, seqs: { 1: 4 }, total: 1, offset: 0, rows: [{ id: 7, sheet_id: 1, parent_id: null, depth: 0, has_children: false, cells: { name: 'Ground water' } }], groups: [], totals: {}, names: {}, links: {} }

type Answers = Partial<Record<'edits' | 'head' | 'rows' | 'changes', () => Response | Promise<Response>>>

/** A server that answers as it is told to. */
function serverThat(told: Answers): void {
  const answers = { head: () => Response.json(HEAD), rows: () => Response.json(ROWS), changes: () => Response.json({ seq: 4, refetch: false, changes: [] }), edits: () => Response.json({ seq: 5 }), ...told }
  vi.stubGlobal('fetch', (path: string, { method }: { method: string }) => {
    const asked = method === 'PATCH' ? 'edits' : path.includes('/changes') ? 'changes' : path.includes('/head') ? 'head' : 'rows'
    return Promise.resolve().then(answers[asked])
  })
}

const rowNamed = (name: string, seq: number) => Response.json({ ...ROWS, seq, seqs: { 1: seq }, rows: [{ ...ROWS.rows[0], cells: { name } }] })

/** An answer that comes when it is let come. */
function held(): { answer: Promise<Response>; come: (response: Response) => void } {
  let come: (response: Response) => void = () => undefined
  const answer = new Promise<Response>((resolve) => (come = resolve))
  return { answer, come }
}

function newsOf(store: RegisterStore): News[] {
  const news: News[] = []
  store.onNews((one) => news.push(one))
  return news
}

async function opened(): Promise<RegisterStore> {
  const store = new RegisterStore({ sheet: 1 })
  store.open()
  store.ask(NO_QUERY)
  await vi.waitFor(() => expect(store.getState().status).toBe('ready'))
  return store
}

const rowsWith = (...ids: number[]) => Response.json({ ...ROWS, seq: 5, seqs: { 1: 5 }, total: ids.length, rows: ids.map((id) => ({ ...ROWS.rows[0], id })) })
const add = (store: RegisterStore, id: number) => store.arrange(1, [{ op: 'insert', row: id }], withInserted(store.slots, store.slots.keys.length, [newRow(1, id, null, 0, {})]))
const keysIn = (store: RegisterStore) => store.getState().slots.keys

const nameIn = (store: RegisterStore) => rowAt(store.getState().slots, 0)?.cells['name']

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('an edit', () => {
  it('shows at once and stays when the server has taken it', async () => {
    serverThat({ edits: () => Response.json({ seq: 5, deltas: { 7: { name: 'High ground water', score: 16 } }, can_undo: true }) })
    const store = await opened()
    store.write(new Map([['1:7', { name: 'High ground water' }]]))
    expect(nameIn(store)).toBe('High ground water')
    expect(store.getState().pending.has('1:7')).toBe(true)
    await vi.waitFor(() => expect(store.getState().waiting).toBe(0))
    expect(rowAt(store.getState().slots, 0)?.cells).toEqual({ name: 'High ground water', score: 16 })
    expect(store.getState().canUndo).toBe(true)
  })

  it('goes back when the server refuses it, and says so', async () => {
    serverThat({ edits: () => Response.json({ code: 'sheet.too_much', detail: 'Too much.' }, { status: 422 }) })
    const store = await opened()
    const news = newsOf(store)
    store.write(new Map([['1:7', { name: 'Other' }]]))
    await vi.waitFor(() => expect(news).toMatchObject([{ kind: 'refused', held: 'nothing' }]))
    await vi.waitFor(() => expect(nameIn(store)).toBe('Ground water'))
  })

  it('is kept while the line is down, and sent once it is back', async () => {
    let down = true
    const edits = () => {
      if (down) throw new TypeError('no line')
      return Response.json({ seq: 5, deltas: { 7: { name: 'Kept' } } })
    }
    serverThat({ edits })
    const store = await opened()
    store.write(new Map([['1:7', { name: 'Kept' }]]))
    await vi.waitFor(() => expect(store.getState().offline).toBe(true))
    expect(nameIn(store)).toBe('Kept')
    down = false
    window.dispatchEvent(new Event('online'))
    await vi.waitFor(() => expect(store.getState()).toMatchObject({ offline: false, waiting: 0 }))
  })

  it('is kept where a proxy finds nobody behind it', async () => {
    const statuses = [502, 504]
    serverThat({ edits: () => (statuses.length > 0 ? Response.json(null, { status: statuses.shift() }) : Response.json({ seq: 5, deltas: { 7: { name: 'Kept' } } })) })
    const store = await opened()
    const news = newsOf(store)
    vi.useFakeTimers()
    store.write(new Map([['1:7', { name: 'Kept' }]]))
    await vi.advanceTimersByTimeAsync(5000)
    expect(news.map((one) => one.kind)).toEqual(['done'])
    expect(nameIn(store)).toBe('Kept')
  })

  it('that the server fails on again and again is given up, and what the server has is read', async () => {
    let rows = 'Ground water'
    const edits = vi.fn(() => ((rows = 'Saved all the same'), Response.json(null, { status: 500 })))
    serverThat({ edits, rows: () => rowNamed(rows, rows === 'Ground water' ? 4 : 5) })
    const store = await opened()
    const news = newsOf(store)
    vi.useFakeTimers()
    store.write(new Map([['1:7', { name: 'Saved all the same' }]]))
    await vi.advanceTimersByTimeAsync(5000)
    expect(edits).toHaveBeenCalledTimes(3)
    expect(news).toMatchObject([{ kind: 'refused', held: 'unknown' }])
    expect(nameIn(store)).toBe('Saved all the same')
  })

  it('that is answered late leaves what a colleague wrote after it', async () => {
    const late = held()
    const mine = { seq: 5, deltas: { 7: { name: 'Mine' } } }
    serverThat({ edits: () => late.answer, changes: () => Response.json({ seq: 6, refetch: false, changes: [mine, { seq: 6, deltas: { 7: { name: 'Hers' } } }] }) })
    const store = await opened()
    store.write(new Map([['1:7', { name: 'Mine' }]]))
    live.tell({ sheet: 1, seq: 6, client_op_id: 'hers', deltas: { 7: { name: 'Hers' } } })
    await vi.waitFor(() => expect(store.getState().seqs.get(1)).toBe(6))
    late.come(Response.json(mine))
    await vi.waitFor(() => expect(store.getState().waiting).toBe(0))
    expect(nameIn(store)).toBe('Hers')
  })
})

describe('a row that was just added', () => {
  it('stays when rows that were asked for before it arrive after it, and they are read again once the server has it', async () => {
    const [before, edit] = [held(), held()]
    let rows: () => Response | Promise<Response> = () => Response.json(ROWS)
    serverThat({ rows: () => rows(), edits: () => edit.answer })
    const store = await opened()
    rows = () => before.answer.then((response) => response.clone())
    live.tell({ sheet: 1, seq: 0 })
    await Promise.resolve()
    add(store, 8)
    before.come(Response.json(ROWS))
    live.tell({ sheet: 1, seq: 0 })
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(keysIn(store)).toEqual(['1:7', '1:8'])
    rows = () => rowsWith(6, 7, 8)
    edit.come(Response.json({ seq: 5, inserted: [{ id: 8, parent_id: null, cells: {} }] }))
    await vi.waitFor(() => expect(keysIn(store)).toEqual(['1:6', '1:7', '1:8']))
  })

  it('stays in a view that was asked for meanwhile', async () => {
    const edit = held()
    serverThat({ rows: () => Response.json(ROWS), edits: () => edit.answer })
    const store = await opened()
    store.ask({ ...NO_QUERY, search: 'water' })
    add(store, 8)
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(keysIn(store)).toEqual(['1:7', '1:8'])
    expect(store.getState().turning).toBe(true)
    edit.come(Response.json({ seq: 5 }))
    await vi.waitFor(() => expect(store.getState().turning).toBe(false))
    expect(keysIn(store)).toEqual(['1:7'])
  })

  it('goes when the server refuses it, and the next one is sent all the same', async () => {
    const edits = vi.fn(() => (edits.mock.calls.length === 1 ? Response.json({ code: 'sheet.too_much', detail: 'Too much.' }, { status: 422 }) : Response.json({ seq: 5 })))
    serverThat({ edits, rows: () => (edits.mock.calls.length < 2 ? Response.json(ROWS) : rowsWith(7, 9)) })
    const store = await opened()
    add(store, 8)
    add(store, 9)
    await vi.waitFor(() => expect(keysIn(store)).toEqual(['1:7', '1:9']))
    expect(store.getState().waiting).toBe(0)
  })
})

describe('a register', () => {
  it('that could not be loaded comes when it is tried again', async () => {
    let fails = true
    serverThat({ rows: () => (fails ? Response.json(null, { status: 500 }) : Response.json(ROWS)) })
    const store = new RegisterStore({ sheet: 1 })
    store.open()
    store.ask(NO_QUERY)
    await vi.waitFor(() => expect(store.getState()).toMatchObject({ status: 'failed', head: { id: 1 } }))
    fails = false
    await store.again()
    expect(store.getState().status).toBe('ready')
  })

  it('comes although something changes below its node meanwhile, and is read again', async () => {
    const slow = held()
    const rows = vi.fn(() => (rows.mock.calls.length === 1 ? slow.answer : rowNamed('Of later', 5)))
    serverThat({ rows })
    const store = new RegisterStore({ kind: 'raid', node: 2 })
    store.open()
    store.ask(NO_QUERY)
    await vi.waitFor(() => expect(store.getState().head).not.toBeNull())
    vi.useFakeTimers()
    live.tell()
    await vi.advanceTimersByTimeAsync(400)
    slow.come(Response.json(ROWS))
    await vi.advanceTimersByTimeAsync(10)
    expect(store.getState()).toMatchObject({ status: 'ready', turning: false })
    expect(nameIn(store)).toBe('Of later')
  })

  it('asks for what the stream told before the first rows were there', async () => {
    const slow = held()
    serverThat({ rows: () => slow.answer, head: () => Response.json({ ...HEAD, seq: 5 }), changes: () => Response.json({ seq: 5, refetch: false, changes: [{ seq: 5, deltas: { 7: { name: 'Told early' } } }] }) })
    const store = new RegisterStore({ sheet: 1 })
    store.open()
    store.ask(NO_QUERY)
    await vi.waitFor(() => expect(store.getState().head).not.toBeNull())
    live.tell({ sheet: 1, seq: 5, client_op_id: 'hers', deltas: { 7: { name: 'Told early' } } })
    slow.come(Response.json(ROWS))
    await vi.waitFor(() => expect(nameIn(store)).toBe('Told early'))
  })

  it('keeps the view from before where another cannot be read, and says so', async () => {
    let fails = false
    serverThat({ rows: () => (fails ? Response.json(null, { status: 503 }) : Response.json(ROWS)) })
    const store = await opened()
    const news = newsOf(store)
    fails = true
    store.ask({ ...NO_QUERY, search: 'water' })
    await vi.waitFor(() => expect(news.map((one) => one.kind)).toEqual(['stayed']))
    expect(store.getState()).toMatchObject({ status: 'ready', turning: false, stayed: { search: 'water' } })
    expect(nameIn(store)).toBe('Ground water')
    fails = false
    store.retry()
    await vi.waitFor(() => expect(store.getState()).toMatchObject({ turning: false, stayed: null }))
  })

  it('shows a column that came while nobody looked', async () => {
    let columns: object[] = []
    serverThat({ head: () => Response.json({ ...HEAD, columns }), changes: () => Response.json({ seq: 5, refetch: true, changes: [] }) })
    const store = await opened()
    columns = [{ key: 'c1', title: 'Owner', type: 'text' }]
    live.tell({ sheet: 1, seq: 0, client_op_id: null, opened: true })
    await vi.waitFor(() => expect(store.getState().head?.columns).toHaveLength(1))
  })
})
