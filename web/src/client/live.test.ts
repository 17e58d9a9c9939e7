/** When there is a line, and what those who listen are told when it opens. */
import { beforeEach, expect, test, vi } from 'vitest'
import { watchNode, watchSheet, type SheetChange } from './live'
import { queryClient } from './queries'

class Line extends EventTarget {
  static readonly made: Line[] = []
  closed = false
  constructor(readonly address: string) {
    super()
    Line.made.push(this)
  }
  close(): void {
    this.closed = true
  }
}

function see(hidden: boolean): void {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(hidden)
  document.dispatchEvent(new Event('visibilitychange'))
}

function hear(line: Line | undefined, name: string, id: string): void {
  line?.dispatchEvent(new MessageEvent(name, { data: '{}', lastEventId: id }))
}

const open = () => Line.made.filter((line) => !line.closed)

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('EventSource', Line)
})

test('a window that nobody sees gives its line back, and catches up when it is seen again', () => {
  const told: SheetChange[] = []
  const figures = vi.spyOn(queryClient, 'invalidateQueries').mockResolvedValue()
  const stops = [watchSheet(7, (change) => told.push(change)), watchNode(3)]
  vi.advanceTimersByTime(60)
  expect(open().map((line) => line.address)).toEqual(['/events?sheets=7&nodes=3'])
  open()[0]?.dispatchEvent(new Event('open'))
  expect(told).toMatchObject([{ sheet: 7, opened: true }])
  expect(figures).toHaveBeenCalled()
  hear(open()[0], 'ready', '41')
  figures.mockClear()

  see(true)
  vi.advanceTimersByTime(9_000)
  expect(open()).toHaveLength(1)
  vi.advanceTimersByTime(2_000)
  expect(open()).toHaveLength(0)

  see(false)
  vi.advanceTimersByTime(60)
  open()[0]?.dispatchEvent(new Event('open'))
  expect(told).toHaveLength(2)
  expect(open()[0]?.address).toBe('/events?sheets=7&nodes=3&last=41')
  expect(figures).not.toHaveBeenCalled()
  hear(open()[0], 'figures', '42')
  expect(figures).toHaveBeenCalled()

  // Somebody else on the page wants to know: what happens while the line is made anew is not lost.
  stops.push(watchNode(4))
  vi.advanceTimersByTime(60)
  expect(open().map((line) => line.address)).toEqual(['/events?sheets=7&nodes=3%2C4&last=42'])
  stops.forEach((stop) => stop())
  vi.advanceTimersByTime(60)
  expect(open()).toHaveLength(0)
})
