/** A register in the browser, outside React: over the rows that were read, an edit at once, the server's answer, the live changes of others by number. */
import { isApiError } from '~/client/errors'
import { watchNode, watchSheet, type SheetChange } from '~/client/live'
import type { RegisterPlace } from '~/client/registers'
import { changesSince, type ChangeAnswer } from '~/client/sheets'
import type { Cells } from '~/engines/register/cells'
import { keyOf, withCells, withoutRows, type RegisterRow, type RowKey, type Slots } from '~/engines/register/slots'
import { EditQueue, type Held, type Part, type Waiting } from './editQueue'
import { Stacks } from './observed'
import { RegisterRows } from './registerRows'
import { decidesOrder, deltasOf, isStructural, NO_QUERY, oldestSeq, partsOf } from './registerState'

export class RegisterStore extends RegisterRows {
  private readonly queue: EditQueue
  private readonly stacks = new Stacks()
  /** The live stream told of something before the first rows were there. */
  private early = false

  constructor(place: RegisterPlace) {
    super(place)
    this.queue = new EditQueue({
      baseSeq: (part) => (this.sheet === undefined ? oldestSeq(this.confirmed, part) : this.state.seqs.get(part.sheet)),
      answered: (item, part, answer) => this.answered(item, part, answer),
      done: (item, answers) => this.done(item, answers),
      refused: (item, error, held) => this.refused(item, error, held),
      changed: () => this.set({ offline: this.queue.offline }),
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

  write(changes: ReadonlyMap<RowKey, Cells>): void {
    const parts = partsOf(changes)
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

  private async answered(item: Waiting, part: Part, answer: ChangeAnswer): Promise<void> {
    // An answer may come after a later change of somebody else, which is shown already.
    const isNewer = (row: RegisterRow | undefined) => row?.sheet === part.sheet && answer.seq > row.seq
    const mine = [...item.cells].filter(([key]) => isNewer(this.confirmed.rows.get(key)))
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

  private refused(item: Waiting, error: unknown, held: Held): void {
    if (item.what !== 'edit' && isApiError(error, 409)) this.set({ [item.what === 'undo' ? 'canUndo' : 'canRedo']: false })
    this.tell({ kind: 'refused', what: item.what, error, held })
    if (item.structural || held === 'unknown' || isApiError(error, 409) || isApiError(error, 404)) void this.again()
  }

  /** A change that came by the live stream, or as the answer to one that is not a row's. One's own of rows was answered already, or is being answered. */
  async take(change: SheetChange): Promise<void> {
    if (this.sheet === undefined) return
    if (this.state.status !== 'ready') return void (this.early = true)
    const seq = this.state.seqs.get(this.sheet) ?? 0
    if (change.opened) return this.catchUp(this.sheet, seq)
    if (change.seq === 0) return this.readAll()
    if (change.seq <= seq || this.queue.isMine(change.client_op_id)) return
    await this.absorb(this.sheet, change, false, true)
    this.set({})
  }

  protected get onTheWay(): readonly ReadonlyMap<RowKey, Cells>[] {
    return this.queue.items.map((item) => item.cells)
  }

  protected quiet(): Promise<number> {
    return this.queue.quiet()
  }

  protected get arranged(): number {
    return this.queue.arranged
  }

  /** What was told while the first rows were on their way is asked for once they are there. */
  protected async arrived(): Promise<void> {
    if (!this.early || this.state.status !== 'ready' || this.sheet === undefined) return
    this.early = false
    await this.catchUp(this.sheet, this.state.seqs.get(this.sheet) ?? 0)
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
    if (!missed || missed.refetch) return this.readAll()
    for (const change of missed.changes) if (change.seq > (this.state.seqs.get(sheet) ?? 0)) this.apply(sheet, change, false, !this.queue.isMine(change.client_op_id))
    this.set({})
  }

  private apply(sheet: number, change: ChangeAnswer, byUndo: boolean, ofOthers: boolean): void {
    const deltas = deltasOf(change, sheet)
    this.confirmed = withCells(this.confirmed, deltas, change.seq)
    if (change.removed?.length) this.confirmed = withoutRows(this.confirmed, new Set(change.removed.map((id) => keyOf(sheet, id))))
    this.state = { ...this.state, seqs: new Map(this.state.seqs).set(sheet, change.seq) }
    if (ofOthers) this.marks.add(deltas.map(([key]) => key))
    if (change.kind === 'columns' || change.kind === 'name') void this.readHead()
    const structural = isStructural(change) || change.refetch === true
    if (byUndo) this.mayReorder = true
    if (structural && (!this.isFlat || byUndo || change.refetch)) this.reread(byUndo)
    else if (structural || (this.isFlat && decidesOrder(this.query ?? NO_QUERY, deltas))) this.state = { ...this.state, orderIsOld: true }
    this.settle(false)
  }
}
