/** What of a register was read: its head, and the rows of the view that was asked for, page by page as they are looked at. */
import { readHead, readRows, type RegisterPlace, type RowsQuery, type WindowAnswer } from '~/client/registers'
import type { ChangeAnswer } from '~/client/sheets'
import type { Cells } from '~/engines/register/cells'
import { NO_SLOTS, PAGE, withCells, withFacts, withPage, type RegisterRow, type RowKey, type Slots } from '~/engines/register/slots'
import type { Held, What } from './editQueue'
import { Marks, Observed } from './observed'
import { Pages } from './pages'
import { differing, groupsNow, isFlatQuery, isOtherOrder, knownFrom, LOADING, mentioned, NO_QUERY, rowsBetween, rowsOf, withWaiting, type RegisterState } from './registerState'

export type News =
  | { readonly kind: 'done'; readonly what: What; readonly answers: readonly ChangeAnswer[]; readonly deleted: boolean }
  | { readonly kind: 'refused'; readonly what: What; readonly error: unknown; readonly held: Held }
  /** Another view could not be read: the rows are still those from before. */
  | { readonly kind: 'stayed'; readonly error: unknown }

const FADES_AFTER = 1600
const SETTLES_AFTER = 300

export abstract class RegisterRows extends Observed<RegisterState, News> {
  /** What the server confirmed. */
  protected confirmed: Slots = NO_SLOTS
  protected query: RowsQuery | null = null
  protected readonly marks = new Marks<RowKey>(FADES_AFTER, () => this.set({}))
  protected settling = 0
  protected mayReorder = true
  /** What the rows on the screen answer. */
  private shown: RowsQuery | null = null
  /** Views that are being read. */
  private turns = 0
  /** Something changed while a view was read. */
  private outdated = false
  private readonly pages: Pages

  constructor(readonly place: RegisterPlace) {
    super(LOADING)
    this.pages = new Pages(place, () => this.query ?? NO_QUERY, {
      slots: () => this.confirmed,
      quiet: () => this.quiet(),
      arranged: () => this.arranged,
      loaded: (page, answer) => this.loaded(page, answer),
      failed: (error) => this.state.status !== 'ready' && this.set({ status: 'failed', error }),
    })
  }

  /** Cells on their way to the server. */
  protected abstract get onTheWay(): readonly ReadonlyMap<RowKey, Cells>[]
  /** Once no row comes, goes or moves on its way to the server: how often rows did so far. */
  protected abstract quiet(): Promise<number>
  protected abstract get arranged(): number
  /** Head and rows are there. */
  protected abstract arrived(): Promise<void>

  async readHead(): Promise<void> {
    try {
      const head = await readHead(this.place)
      // Once there are rows, only changes move their number on: one that came with a later head would never be shown.
      const seqs = this.state.status === 'ready' ? this.state.seqs : knownFrom(this.state.seqs, head.id, head.seq)
      this.set({ head, seqs, canUndo: head.can_undo === true, canRedo: head.can_redo === true, error: undefined, ...this.readiness(head, this.state.views) })
      void this.arrived()
    } catch (error) {
      if (this.state.status !== 'ready') this.set({ status: 'failed', error })
    }
  }

  /** Another view. `stay`: the same rows but for folded ones, so the place on the screen is kept. */
  ask(query: RowsQuery, stay = false): void {
    if (JSON.stringify(query) === JSON.stringify(this.query)) return
    this.query = query
    this.restart()
    this.set({ turning: true, stayed: null, orderIsOld: false })
    void this.turn(stay && this.state.views > 0 ? this.pages.here : 0, stay)
  }

  /** The same view from anew: in the order that holds now. */
  async again(): Promise<void> {
    this.restart()
    await this.turn(this.pages.here, true)
  }

  /** The view that could not be read, once more. */
  readonly retry = (): void => {
    const { stayed } = this.state
    if (stayed === null || JSON.stringify(stayed) === JSON.stringify(this.query)) void this.again()
    else this.ask(stayed)
  }

  readonly look = (first: number, last: number): void => this.pages.look(first, last)

  /** All rows between two slots, loaded where they were not. */
  readonly whole = (first: number, count: number): Promise<readonly RegisterRow[]> =>
    this.pages.whole(first, count).then(() => rowsBetween(this.state.slots, first, count))

  get slots(): Slots {
    return this.confirmed
  }

  private restart(): void {
    this.outdated = false
    this.pages.restart()
  }

  private async turn(page: number, stay: boolean): Promise<void> {
    this.turns += 1
    const { query } = this
    try {
      const answer = await this.pages.read(page)
      if (!answer) return
      if (page > 0 && answer.rows.length === 0 && answer.total > 0) return void (await this.turn(0, stay))
      this.confirmed = withPage(NO_SLOTS, page * PAGE, answer.total, rowsOf(answer, this.sheet))
      this.shown = query
      const views = stay && this.state.views > 0 ? this.state.views : this.state.views + 1
      const seqs = this.state.status === 'ready' ? this.state.seqs : knownFrom(this.state.seqs, this.sheet, answer.seq)
      this.set({ ...mentioned(this.state, answer), seqs, turning: false, stayed: null, orderIsOld: false, views, ...this.readiness(this.state.head, views) })
      void this.arrived()
    } catch (error) {
      this.stayed(error, query ?? NO_QUERY)
    } finally {
      this.turns -= 1
      if (this.turns === 0 && this.outdated) this.reread(this.mayReorder)
    }
  }

  private stayed(error: unknown, wanted: RowsQuery): void {
    if (this.state.status !== 'ready') return this.set({ status: 'failed', error })
    this.query = this.shown
    this.outdated = true
    this.set({ turning: false, stayed: wanted })
    this.tell({ kind: 'stayed', error })
  }

  private readiness(head: RegisterState['head'], views: number): Partial<RegisterState> {
    return head && views > 0 ? { status: 'ready' } : {}
  }

  protected get sheet(): number | undefined {
    return 'sheet' in this.place ? this.place.sheet : undefined
  }
  protected get isFlat(): boolean {
    return this.query !== null && isFlatQuery(this.query)
  }

  /** A page that came. Rows on the screen keep their order where somebody chose one: the page says that it is old. */
  private loaded(page: number, answer: WindowAnswer): void {
    const rows = rowsOf(answer, this.sheet)
    const known = rows.filter((row) => row.seq >= (this.confirmed.rows.get(row.key)?.seq ?? Infinity))
    const keeps = this.isFlat && !this.mayReorder && isOtherOrder(this.confirmed, page * PAGE, answer.total, rows)
    const changed = differing(this.confirmed, known)
    this.confirmed = keeps
      ? withCells(this.confirmed, known.map((row) => [row.key, row.cells] as const))
      : withPage(this.confirmed, page * PAGE, answer.total, rows)
    this.marks.add(changed.filter((key) => !this.state.pending.has(key)))
    this.set({ ...mentioned(this.state, answer), ...(keeps ? { groups: this.state.groups, orderIsOld: true } : {}) })
  }

  /** The columns may be others too, and nothing tells which of it. */
  protected readAll(): void {
    void this.readHead()
    this.reread()
  }

  /** A view that is on its way is let come, however much goes on in the register, and read again then. */
  protected reread(mayReorder = false): void {
    this.mayReorder = mayReorder
    this.outdated = this.turns > 0
    if (!this.outdated) this.pages.outdate()
  }

  /** When it is quiet again: the totals, and across sheets the rows too. */
  protected settle(rows = true): void {
    window.clearTimeout(this.settling)
    this.settling = window.setTimeout(() => {
      if (rows) this.reread()
      else void this.readFacts()
    }, SETTLES_AFTER)
  }

  /** What follows from cells: sums, and of the rows on the screen colours and marks. */
  private async readFacts(): Promise<void> {
    const answer = await readRows(this.place, this.query ?? NO_QUERY, this.pages.here * PAGE, PAGE).catch(() => null)
    if (!answer) return
    this.confirmed = withFacts(this.confirmed, rowsOf(answer, this.sheet))
    this.set({ totals: answer.totals ?? {}, groups: groupsNow(this.state.groups, answer.groups ?? []) })
  }

  protected set(part: Partial<RegisterState>): void {
    const shown = withWaiting(this.confirmed, this.onTheWay)
    this.state = { ...this.state, ...part, ...shown, fresh: this.marks.now, waiting: this.onTheWay.length }
    this.changed()
  }
}
