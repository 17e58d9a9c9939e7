import { afterEach, describe, expect, it, vi } from 'vitest'
import { rowAt } from '~/engines/register/slots'
import { NO_QUERY } from './registerState'
import { RegisterStore, type News } from './registerStore'

vi.mock('~/client/live', () => ({ watchSheet: () => () => undefined, watchNode: () => () => undefined }))

const HEAD = { id: 1, kind: 'raid', name: 'RAID log', seq: 4, columns: [], node: { id: 2, name: 'House', kind: 'project', path: [] }, views: [], may: ['edit'], can_undo: false, can_redo: false }
const ROWS = { seq: 4, seqs: { 1: 4 }, total: 1, offset: 0, rows: [{ id: 7, sheet_id: 1, parent_id: null, depth: 0, has_children: false, cells: { name: 'Ground water' } }], groups: [], totals: {}, names: {}, links: {} }

/** A server that answers edits as it is told to. */
function serverThat(answersEdits: () => Response): void {
  vi.stubGlobal('fetch', (path: string, { method }: { method: string }) => {
    if (method === 'PATCH') return Promise.resolve().then(answersEdits)
    return Promise.resolve(Response.json(path.endsWith('/head') ? HEAD : ROWS))
  })
}

async function opened(): Promise<RegisterStore> {
  const store = new RegisterStore({ sheet: 1 })
  store.open()
  store.ask(NO_QUERY)
  await vi.waitFor(() => expect(store.getState().status).toBe('ready'))
  return store
}

const nameIn = (store: RegisterStore) => rowAt(store.getState().slots, 0)?.cells['name']

afterEach(() => vi.unstubAllGlobals())

describe('an edit', () => {
  it('shows at once and stays when the server has taken it', async () => {
    serverThat(() => Response.json({ seq: 5, deltas: { 7: { name: 'High ground water', score: 16 } }, can_undo: true }))
    const store = await opened()
    store.write(new Map([['1:7', { name: 'High ground water' }]]))
    expect(nameIn(store)).toBe('High ground water')
    expect(store.getState().pending.has('1:7')).toBe(true)
    await vi.waitFor(() => expect(store.getState().waiting).toBe(0))
    expect(rowAt(store.getState().slots, 0)?.cells).toEqual({ name: 'High ground water', score: 16 })
    expect(store.getState().canUndo).toBe(true)
  })

  it('goes back when the server refuses it, and says so', async () => {
    serverThat(() => Response.json({ code: 'sheet.too_much', detail: 'Too much.' }, { status: 422 }))
    const store = await opened()
    const news: News[] = []
    store.onNews((one) => news.push(one))
    store.write(new Map([['1:7', { name: 'Other' }]]))
    await vi.waitFor(() => expect(news.map((one) => one.kind)).toEqual(['refused']))
    await vi.waitFor(() => expect(nameIn(store)).toBe('Ground water'))
  })

  it('is kept while the line is down, and sent once it is back', async () => {
    let down = true
    serverThat(() => {
      if (down) throw new TypeError('no line')
      return Response.json({ seq: 5, deltas: { 7: { name: 'Kept' } } })
    })
    const store = await opened()
    store.write(new Map([['1:7', { name: 'Kept' }]]))
    await vi.waitFor(() => expect(store.getState().offline).toBe(true))
    expect(nameIn(store)).toBe('Kept')
    down = false
    window.dispatchEvent(new Event('online'))
    await vi.waitFor(() => expect(store.getState()).toMatchObject({ offline: false, waiting: 0 }))
  })
})
