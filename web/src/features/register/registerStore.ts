/** A register in the browser, outside React: the rows that are looked at, an edit at once, the server's answer, the live changes of others by number. */
import { isApiError } from '~/client/errors'
import { watchNode, watchSheet, type SheetChange } from '~/client/live'
import { readHead, readRows, type RegisterPlace, type RowsQuery, type WindowAnswer } from '~/client/registers'
import { changesSince, type ChangeAnswer } from '~/client/sheets'
import type { Cells } from '~/engines/register/cells'
import { keyOf, NO_SLOTS, PAGE, withCells, withoutRows, withPage, type RegisterRow, type RowKey, type Slots } from '~/engines/register/slots'
import { EditQueue, type Part, type Waiting, type What } from './editQueue'
import { Observed, Stacks } from './observed'
import { Pages } from './pages'
import { decidesOrder, deltasOf, differing, isFlatQuery, isOtherOrder, isStructural, LOADING, mentioned, NO_QUERY, partsOf, rowsBetween, rowsOf, withWaiting, type RegisterState } from './registerState'

export type News =
  | { readonly kind: 'done'; readonly what: What; readonly answers: readonly ChangeAnswer[]; readonly deleted: boolean }
  | { readonly kind: 'refused'; readonly what: What; readonly error: unknown }

const FADES_AFTER = 1600
const SETTLES_AFTER = 300

export class RegisterStore extends Observed<RegisterState, News> {
  private confirmed: Slots = NO_SLOTS
  private query: RowsQuery | null = null
  private readonly queue: EditQueue
  private readonly pages: Pages
  private readonly stacks = new Stacks()
  private settling = 0
  private mayReorder = true

  constructor(readonly place: RegisterPlace) {
    super(LOADING)
    this.queue = new EditQueue({
      baseSeq: (sheet) => this.state.seqs.get(sheet),
      answered: (item, part, answer) => this.answered(item, part, answer),
      done: (item, answers) => this.done(item, answers),
      refused: (item, error) => this.refused(item, error),
      changed: () => this.set({ offline: this.queue.offline }),
    })
    this.pages = new Pages(place, () => this.query ?? NO_QUERY, {
      slots: () => this.confirmed,
      loaded: (page, answer) => this.loaded(page, answer),
      failed: (error) => this.state.status !== 'ready' && this.set({ status: 'failed', error }),
    })
  }

  /** Reads the head and follows what happens. Returns how to stop. */
  open(): () => void {
    void this.readHead()
    const { place } = this
    const stop = 'sheet' in place ? watchSheet(place.sheet, (change) => void this.take(change)) : watchNode(place.node, () => this.settle())
    const online = () => void this.queue.send()
    window.addEventListener('online', online)
    return () => {
      stop()
      window.clearTimeout(this.settling)
      window.removeEventListener('online', online)
    }
  }

  async readHead(): Promise<void> {
    try {
      const head = await readHead(this.place)
      const seqs = new Map(this.state.seqs)
      if (head.id !== undefined) seqs.set(head.id, Math.max(head.seq ?? 0, seqs.get(head.id) ?? 0))
      this.set({ head, seqs, canUndo: head.can_undo === true, canRedo: head.can_redo === true, error: undefined, ...this.readiness(head, this.state.views) })
    } catch (error) {
      if (this.state.status !== 'ready') this.set({ status: 'failed', error })
    }
  }

  /** Another view. `stay`: the same rows but for folded ones, so the place on the screen is kept. */
  ask(query: RowsQuery, stay = false): void {
    if (JSON.stringify(query) === JSON.stringify(this.query)) return
    this.query = query
    this.pages.restart()
    this.set({ turning: true, orderIsOld: false })
    void this.turn(stay && this.state.views > 0 ? this.pages.here : 0, stay)
  }

  /** The same view from anew: in the order that holds now. */
  async again(): Promise<void> {
    this.pages.restart()
    await this.turn(this.pages.here, true)
  }

  readonly look = (first: number, last: number): void => this.pages.look(first, last)

  /** All rows between two slots, loaded where they were not. */
  readonly whole = (first: number, count: number): Promise<readonly RegisterRow[]> =>
    this.pages.whole(first, count).then(() => rowsBetween(this.state.slots, first, count))

  write(changes: ReadonlyMap<RowKey, Cells>): void {
    const parts = partsOf(changes, this.state.slots)
    if (parts.length > 0) this.queue.add({ what: 'edit', parts, cells: changes, structural: false, deletes: false })
  }

  /** Rows come, go or move: the slots show at once what the server will say. */
  arrange(sheet: number, ops: readonly unknown[], slots: Slots, cells: ReadonlyMap<RowKey, Cells> = new Map()): void {
    this.confirmed = slots
    const deletes = (ops[0] as { op?: string } | undefined)?.op === 'delete'
    this.queue.add({ what: 'edit', parts: [{ sheet, ops }], cells, structural: true, deletes })
  }

  takeBack(what: 'undo' | 'redo'): void {
    const sheets = 'sheet' in this.place ? [this.place.sheet] : this.stacks.take(what)
    if (!sheets) return
    this.queue.add({ what, parts: sheets.map((sheet) => ({ sheet, ops: [] })), cells: new Map(), structural: true, deletes: false })
  }

  get slots(): Slots {
    return this.confirmed
  }

  private async turn(page: number, stay: boolean): Promise<void> {
    try {
      const answer = await this.pages.read(page)
      if (!answer) return
      if (page > 0 && answer.rows.length === 0 && answer.total > 0) return void (await this.turn(0, stay))
      this.confirmed = withPage(NO_SLOTS, page * PAGE, answer.total, rowsOf(answer, this.sheet))
      const views = this.state.views + (stay ? 0 : 1)
      this.set({ ...mentioned(this.state, answer), turning: false, orderIsOld: false, views, ...this.readiness(this.state.head, views) })
    } catch (error) {
      this.set(this.state.status === 'ready' ? { turning: false } : { status: 'failed', error })
    }
  }

  private readiness(head: RegisterState['head'], views: number): Partial<RegisterState> {
    return head && views > 0 ? { status: 'ready' } : {}
  }

  private get sheet(): number | undefined {
    return 'sheet' in this.place ? this.place.sheet : undefined
  }
  private get isFlat(): boolean {
    return this.query !== null && isFlatQuery(this.query)
  }

  /** A page that came. Rows on the screen keep their order where somebody chose one: the page says that it is old. */
  private loaded(page: number, answer: WindowAnswer): void {
    const rows = rowsOf(answer, this.sheet)
    const known = rows.filter((row) => this.confirmed.rows.has(row.key))
    const keeps = this.isFlat && !this.mayReorder && isOtherOrder(this.confirmed, page * PAGE, answer.total, rows)
    const changed = differing(this.confirmed, known)
    this.confirmed = keeps
      ? withCells(this.confirmed, known.map((row) => [row.key, row.cells] as const))
      : withPage(this.confirmed, page * PAGE, answer.total, rows)
    this.mark(changed.filter((key) => !this.state.pending.has(key)))
    this.set({ ...mentioned(this.state, answer), ...(keeps ? { groups: this.state.groups, orderIsOld: true } : {}) })
  }

  private async answered(item: Waiting, part: Part, answer: ChangeAnswer): Promise<void> {
    const mine = [...item.cells].filter(([key]) => this.state.slots.rows.get(key)?.sheet === part.sheet)
    this.confirmed = withCells(this.confirmed, mine)
    await this.absorb(part.sheet, answer, item.what !== 'edit')
  }

  private done(item: Waiting, answers: readonly ChangeAnswer[]): void {
    const last = answers.at(-1)
    if ('sheet' in this.place) {
      const known = typeof last?.can_undo === 'boolean' ? { canUndo: last.can_undo, canRedo: last.can_redo === true } : { canUndo: true, canRedo: item.what === 'undo' }
      this.set(known)
    } else {
      if (item.what === 'edit') this.stacks.did(item.parts.map((part) => part.sheet))
      this.set(this.stacks.can)
    }
    this.tell({ kind: 'done', what: item.what, answers, deleted: item.deletes })
  }

  private async refused(item: Waiting, error: unknown): Promise<void> {
    if (item.what !== 'edit' && isApiError(error, 409)) this.set({ [item.what === 'undo' ? 'canUndo' : 'canRedo']: false })
    this.tell({ kind: 'refused', what: item.what, error })
    if (item.structural || isApiError(error, 409) || isApiError(error, 404)) await this.again()
  }

  /** A change that came by the live stream. One's own was answered already, or is being answered. */
  private async take(change: SheetChange): Promise<void> {
    if (this.state.status !== 'ready' || this.sheet === undefined) return
    const seq = this.state.seqs.get(this.sheet) ?? 0
    if (change.opened) return this.catchUp(this.sheet, seq)
    if (change.seq === 0) return this.reread()
    if (change.seq <= seq || this.queue.isMine(change.client_op_id)) return
    await this.absorb(this.sheet, change as ChangeAnswer, false, true)
    this.set({})
  }

  private async absorb(sheet: number, change: ChangeAnswer, byUndo: boolean, ofOthers = false): Promise<void> {
    const seq = this.state.seqs.get(sheet)
    if (seq !== undefined && change.seq <= seq) return
    if (seq !== undefined && change.seq > seq + 1 && this.sheet !== undefined) return this.catchUp(sheet, seq)
    this.apply(sheet, change, byUndo, ofOthers)
  }

  private async catchUp(sheet: number, seq: number): Promise<void> {
    const missed = await changesSince(sheet, seq).catch(() => null)
    if (missed?.refetch) this.state = { ...this.state, seqs: new Map(this.state.seqs).set(sheet, missed.seq) }
    if (!missed || missed.refetch) return this.reread()
    for (const change of missed.changes) if (change.seq > (this.state.seqs.get(sheet) ?? 0)) this.apply(sheet, change, false, !this.queue.isMine(change.client_op_id))
    this.set({})
  }

  private apply(sheet: number, change: ChangeAnswer, byUndo: boolean, ofOthers: boolean): void {
    const deltas = deltasOf(change, sheet)
    this.confirmed = withCells(this.confirmed, deltas, change.seq)
    if (change.removed?.length) this.confirmed = withoutRows(this.confirmed, new Set(change.removed.map((id) => keyOf(sheet, id))))
    this.state = { ...this.state, seqs: new Map(this.state.seqs).set(sheet, change.seq) }
    if (ofOthers) this.mark(deltas.map(([key]) => key))
    if (change.kind === 'columns' || change.kind === 'name') void this.readHead()
    const structural = isStructural(change) || change.refetch === true
    if (byUndo) this.mayReorder = true
    if (structural && (!this.isFlat || byUndo || change.refetch)) this.reread(byUndo)
    else if (structural || (this.isFlat && decidesOrder(this.query ?? NO_QUERY, deltas))) this.state = { ...this.state, orderIsOld: true }
    this.settle(false)
  }

  private reread(mayReorder = false): void {
    this.mayReorder = mayReorder
    this.pages.outdate()
  }

  /** When it is quiet again: the totals, and across sheets the rows too. */
  private settle(rows = true): void {
    window.clearTimeout(this.settling)
    this.settling = window.setTimeout(() => {
      if (rows) this.reread()
      else void this.readTotals()
    }, SETTLES_AFTER)
  }

  private async readTotals(): Promise<void> {
    const answer = await readRows(this.place, this.query ?? NO_QUERY, 0, 0).catch(() => null)
    if (answer) this.set({ totals: answer.totals ?? {} })
  }

  private mark(rows: readonly RowKey[]): void {
    if (rows.length === 0) return
    this.state = { ...this.state, fresh: new Set([...this.state.fresh, ...rows]) }
    window.setTimeout(() => {
      const gone = new Set(rows)
      this.set({ fresh: new Set([...this.state.fresh].filter((row) => !gone.has(row))) })
    }, FADES_AFTER)
  }

  private set(part: Partial<RegisterState>): void {
    const shown = withWaiting(this.confirmed, this.queue.items.map((item) => item.cells))
    this.state = { ...this.state, ...part, ...shown, waiting: this.queue.items.length }
    this.changed()
  }
}
