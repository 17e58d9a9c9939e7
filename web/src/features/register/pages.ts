/** Loads the rows that are on the screen, page by page: what is looked at now comes first, and what was scrolled past is not asked for any more. */
import { readRows, type RegisterPlace, type RowsQuery, type WindowAnswer } from '~/client/registers'
import { missingPages, PAGE, type Slots } from '~/engines/register/slots'

const AHEAD = 60
const AT_ONCE = 2

interface Listener {
  slots: () => Slots
  /** Once no row comes, goes or moves on its way to the server: how often rows did so far. */
  quiet: () => Promise<number>
  arranged: () => number
  loaded: (page: number, answer: WindowAnswer) => void
  failed: (error: unknown) => void
}

export class Pages {
  private first = 0
  private last = PAGE - 1
  private readonly loading = new Set<number>()
  private readonly stale = new Set<number>()
  private round = 0

  constructor(
    private readonly place: RegisterPlace,
    private readonly query: () => RowsQuery,
    private readonly listener: Listener,
  ) {}

  /** The rows on the screen are these. */
  look(first: number, last: number): void {
    this.first = first
    this.last = last
    this.pump()
  }

  /** Another query: answers of the one before are not wanted any more. */
  restart(): void {
    this.round += 1
    this.loading.clear()
    this.stale.clear()
  }

  /** Everything that is loaded may be old: what is on the screen is read again at once, the rest when it is looked at. */
  outdate(): void {
    const pages = Math.ceil(this.listener.slots().keys.length / PAGE)
    for (let page = 0; page < Math.max(1, pages); page += 1) this.stale.add(page)
    this.round += 1
    this.loading.clear()
    this.pump()
  }

  /** The page that the top of the screen is in. */
  get here(): number {
    return Math.floor(Math.max(0, this.first) / PAGE)
  }

  /**
   * Null where meanwhile something else was asked for: then it does not matter either whether this came or failed.
   * Rows that come, go or move show at once, and an answer that was begun before the server had it would take them back: it is asked for again once it has.
   */
  async read(page: number): Promise<WindowAnswer | null> {
    const round = this.round
    for (;;) {
      const known = await this.listener.quiet()
      if (round !== this.round) return null
      try {
        const answer = await readRows(this.place, this.query(), page * PAGE, PAGE)
        if (round !== this.round) return null
        if (known === this.listener.arranged()) return answer
      } catch (error) {
        if (round !== this.round) return null
        if (known === this.listener.arranged()) throw error
      }
    }
  }

  /** Loads what is missing of so many rows, one page after the other. */
  async whole(first: number, count: number): Promise<void> {
    for (const page of missingPages(this.listener.slots(), this.stale, first, first + count - 1)) await this.load(page)
  }

  private pump(): void {
    const slots = this.listener.slots()
    const wanted = missingPages(slots, this.stale, this.first - AHEAD, this.last + AHEAD).filter((page) => !this.loading.has(page))
    for (const page of slots.keys.length === 0 && this.stale.has(0) && !this.loading.has(0) ? [0] : wanted) {
      if (this.loading.size >= AT_ONCE) return
      void this.load(page)
    }
  }

  private async load(page: number): Promise<void> {
    const round = this.round
    this.loading.add(page)
    try {
      const answer = await this.read(page)
      if (answer === null) return
      this.stale.delete(page)
      this.listener.loaded(page, answer)
    } catch (error) {
      this.listener.failed(error)
      return
    } finally {
      if (round === this.round) this.loading.delete(page)
    }
    this.pump()
  }
}
