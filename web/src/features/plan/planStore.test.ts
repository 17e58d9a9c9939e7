/** What the plan knows after its line opened: nothing that happened before may be missing. */
import { beforeEach, expect, test, vi } from 'vitest'
import type { SheetChange } from '~/client/live'
import { PlanStore } from './planStore'
import { changesSince, readSheet, type SheetSnapshot } from './sheetApi'

const watchers: ((change: SheetChange) => void)[] = []
vi.mock('~/client/live', () => ({ watchSheet: (_id: number, watcher: (change: SheetChange) => void) => (watchers.push(watcher), () => undefined) }))
vi.mock('./sheetApi', () => ({ readSheet: vi.fn(), changesSince: vi.fn(), changeSheet: vi.fn(), takeBack: vi.fn() }))

const SNAPSHOT: SheetSnapshot = {
  id: 1, node_id: 2, name: 'Plan', seq: 4, settings: {}, rows: [{ id: 10, parent_id: null, cells: { name: 'Dig' } }],
  capabilities: [], calendars: [], resources: [], can_undo: false, can_redo: false,
} // prettier-ignore
const OPENED: SheetChange = { sheet: 1, seq: 0, actor_id: null, client_op_id: null, opened: true }

beforeEach(() => {
  watchers.length = 0
})

test('a change between the first reading and the opening of the line is asked for', async () => {
  let read: (snapshot: SheetSnapshot) => void = () => undefined
  vi.mocked(readSheet).mockReturnValue(new Promise((resolve) => (read = resolve)))
  vi.mocked(changesSince).mockResolvedValue({ seq: 5, refetch: false, changes: [{ seq: 5, deltas: { 10: { name: 'Dig deeper' } } }] })
  const store = new PlanStore(1)
  store.open()
  watchers[0]?.(OPENED)
  expect(changesSince).not.toHaveBeenCalled()
  read(SNAPSHOT)
  await vi.waitFor(() => expect(store.getState().seq).toBe(5))
  expect(changesSince).toHaveBeenCalledWith(1, 4)
  expect(store.getState().rows.rows.get(10)?.cells['name']).toBe('Dig deeper')
  expect(readSheet).toHaveBeenCalledTimes(1)
})
