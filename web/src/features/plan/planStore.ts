/**
 * The plan in the browser: shows an edit at once, sends edits one after the other, takes the server's answer and the live changes of others by their number.
 * It stands outside React and tells its listeners that something changed.
 */
import { isApiError, isLineDown } from '~/client/errors'
import { watchSheet, type SheetChange } from '~/client/live'
import { newCallId } from '~/client/sheets'
import type { Operation } from '~/engines/plan/operations'
import { NO_ROWS, type RowId, type RowSet } from '~/engines/plan/rows'
import { afterChange, differing, fromSnapshot, LOADING, touched, withPending, type PlanState } from './planState'
import { changesSince, changeSheet, readSheet, takeBack, type ChangeAnswer } from './sheetApi'

/** What the page tells the person: an edit came through (with what the server had to say), or it was refused. */
export type News =
  | { readonly kind: 'done'; readonly ops: readonly Operation[]; readonly answer: ChangeAnswer; readonly what: 'edit' | 'undo' | 'redo' }
  | { readonly kind: 'refused'; readonly ops: readonly Operation[]; readonly error: unknown }
  /** The row that was typed into is not there any more. */
  | { readonly kind: 'missed' }

interface Waiting {
  readonly id: string
  readonly what: 'edit' | 'undo' | 'redo'
  readonly ops: readonly Operation[]
}

const FADES_AFTER = 1600
const MOST_PATIENCE = 30_000

export class PlanStore {
  private state: PlanState = LOADING
  private confirmed: RowSet = NO_ROWS
  private queue: Waiting[] = []
  private sending = false
  private patience = 1000
  private mine = new Set<string>()
  private listeners = new Set<() => void>()
  private newsListeners = new Set<(news: News) => void>()
  private loading: Promise<void> | null = null

  constructor(readonly sheetId: number) {}

  readonly getState = (): PlanState => this.state
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
  readonly onNews = (listener: (news: News) => void): (() => void) => {
    this.newsListeners.add(listener)
    return () => this.newsListeners.delete(listener)
  }

  /** Reads the sheet and follows it. Returns how to stop. */
  open(): () => void {
    void this.load()
    const stop = watchSheet(this.sheetId, (change) => void this.take(change))
    const online = () => void this.send()
    window.addEventListener('online', online)
    return () => {
      stop()
      window.removeEventListener('online', online)
    }
  }

  edit(ops: readonly Operation[]): void {
    if (ops.length > 0 && this.state.mayEdit) this.enqueue({ id: newCallId(), what: 'edit', ops })
  }

  missed(): void {
    this.tell({ kind: 'missed' })
  }

  undo(): void {
    if (this.state.mayEdit) this.enqueue({ id: newCallId(), what: 'undo', ops: [] })
  }

  redo(): void {
    if (this.state.mayEdit) this.enqueue({ id: newCallId(), what: 'redo', ops: [] })
  }

  /** Reads everything anew; what is on its way stays on top. Calls at the same time share one answer. */
  load(mark = false): Promise<void> {
    this.loading ??= readSheet(this.sheetId)
      .then((snapshot) => {
        const { state, confirmed } = fromSnapshot(snapshot)
        if (mark) this.markFresh(differing(this.confirmed, confirmed))
        this.confirmed = confirmed
        this.set({ ...state, error: undefined })
      })
      .catch((error: unknown) => (this.state.status === 'ready' ? undefined : this.set({ status: 'failed', error })))
      .finally(() => {
        this.loading = null
      })
    return this.loading
  }

  private enqueue(item: Waiting): void {
    this.queue.push(item)
    this.mine.add(item.id)
    this.set({})
    void this.send()
  }

  private async send(): Promise<void> {
    if (this.sending) return
    this.sending = true
    try {
      for (let item = this.queue[0]; item; item = this.queue[0]) await this.sendOne(item)
      if (this.state.offline) this.set({ offline: false })
      this.patience = 1000
    } catch {
      // The line is down: what was typed is kept, and is sent again later in the same order.
      this.set({ offline: true })
      window.setTimeout(() => void this.send(), this.patience)
      this.patience = Math.min(MOST_PATIENCE, this.patience * 2)
    } finally {
      this.sending = false
    }
  }

  private async sendOne(item: Waiting): Promise<void> {
    try {
      const answer = item.what === 'edit' ? await changeSheet(this.sheetId, item.ops, item.id, this.state.seq) : await takeBack(this.sheetId, item.what, item.id)
      await this.absorb(answer, false)
      this.queue.shift()
      this.set(undoState(item.what, answer))
      this.tell({ kind: 'done', ops: item.ops, answer, what: item.what })
    } catch (error) {
      if (isLineDown(error)) throw error
      this.queue.shift()
      this.set(isApiError(error, 409) && item.what !== 'edit' ? { [item.what === 'undo' ? 'canUndo' : 'canRedo']: false } : {})
      this.tell({ kind: 'refused', ops: item.ops, error })
      // After a failure of the server nobody here knows whether the change was kept.
      if (!isApiError(error) || error.status >= 500 || (error.status === 409 && item.what === 'edit')) await this.load()
    }
  }

  /** A change that came by the live stream. One's own was answered already, or is being answered. */
  private async take(change: SheetChange): Promise<void> {
    // What is being read may be older than the change.
    await this.loading
    if (this.state.status !== 'ready') return
    if (change.opened) return this.catchUp(this.state.seq).then(() => this.set({}))
    if (change.seq === 0) return this.load(true)
    if (change.seq <= this.state.seq || this.mine.has(change.client_op_id ?? '')) return
    await this.absorb(change, true)
    this.set({})
  }

  /** Takes a change in the order of the numbers: what lies between is fetched, what is too large is read anew. */
  private async absorb(change: ChangeAnswer, ofOthers: boolean): Promise<void> {
    if (change.seq <= this.state.seq) return
    if (change.refetch) return this.load(ofOthers)
    if (change.seq > this.state.seq + 1) return this.catchUp(change.seq)
    this.apply(change, ofOthers)
  }

  private async catchUp(until: number): Promise<void> {
    const missed = await changesSince(this.sheetId, this.state.seq).catch(() => null)
    if (!missed || missed.refetch) return this.load(true)
    for (const change of missed.changes) if (change.seq > this.state.seq) this.apply(change, !this.mine.has(change.client_op_id ?? ''))
    if (this.state.seq < until) await this.load(true)
  }

  private apply(change: ChangeAnswer, ofOthers: boolean): void {
    this.confirmed = afterChange(this.confirmed, change)
    const settings = change.settings ? { ...this.state.settings, ...change.settings } : this.state.settings
    this.state = { ...this.state, seq: change.seq, settings }
    if (ofOthers) this.markFresh(touched(change))
  }

  private markFresh(rows: readonly RowId[]): void {
    if (rows.length === 0) return
    this.state = { ...this.state, fresh: new Set([...this.state.fresh, ...rows]) }
    window.setTimeout(() => {
      const gone = new Set(rows)
      this.set({ fresh: new Set([...this.state.fresh].filter((row) => !gone.has(row))) })
    }, FADES_AFTER)
  }

  private set(part: Partial<PlanState>): void {
    const shown = withPending(this.confirmed, this.queue.map((item) => item.ops))
    this.state = { ...this.state, ...part, ...shown, waiting: this.queue.length }
    this.listeners.forEach((listener) => listener())
  }

  private tell(news: News): void {
    this.newsListeners.forEach((listener) => listener(news))
  }
}

function undoState(what: Waiting['what'], answer: ChangeAnswer): Partial<PlanState> {
  const known = typeof answer.can_undo === 'boolean' ? { canUndo: answer.can_undo, canRedo: answer.can_redo === true } : {}
  if (what === 'edit') return { canUndo: true, canRedo: false, ...known }
  return what === 'undo' ? { canRedo: true, ...known } : { canUndo: true, ...known }
}
