/**
 * Edits on their way to the server: one after the other, each at most once however often it is sent, kept while the line is down.
 * An edit may go to several sheets: a register across a portfolio shows the rows of many.
 */
import { isApiError, isLineDown } from '~/client/errors'
import { changeSheet, newCallId, takeBack, type ChangeAnswer } from '~/client/sheets'
import type { Cells } from '~/engines/register/cells'
import type { RowKey } from '~/engines/register/slots'

export type What = 'edit' | 'undo' | 'redo'

/** What the server holds of an edit that did not go through: an edit of several sheets may have landed in some, and a server that fails may fail after it saved. */
export type Held = 'nothing' | 'some' | 'unknown'

export interface Part {
  readonly sheet: number
  readonly ops: readonly unknown[]
  readonly call: string
}

export interface Waiting {
  readonly what: What
  readonly parts: readonly Part[]
  /** Cells that show at once. */
  readonly cells: ReadonlyMap<RowKey, Cells>
  /** Rows come, go or move. */
  readonly structural: boolean
  readonly deletes: boolean
}

interface Listener {
  baseSeq: (part: Part) => number | undefined
  answered: (item: Waiting, part: Part, answer: ChangeAnswer) => Promise<void>
  done: (item: Waiting, answers: readonly ChangeAnswer[]) => void
  refused: (item: Waiting, error: unknown, held: Held) => void
  changed: () => void
}

const MOST_PATIENCE = 30_000
/** A server that fails on one edit so often would fail on it for ever, and all that is typed after it would wait. */
const MOST_FAILURES = 3

export class EditQueue {
  readonly items: Waiting[] = []
  offline = false
  /** How often rows came, went or moved. */
  arranged = 0
  private readonly quieted: ((arranged: number) => void)[] = []
  private readonly mine = new Set<string>()
  private sending = false
  private patience = 1000
  private failures = 0
  /** Parts of the first item that were answered already: they are not sent again. */
  private answers: ChangeAnswer[] = []

  constructor(private readonly listener: Listener) {}

  isMine(call: string | null | undefined): boolean {
    return call !== null && call !== undefined && this.mine.has(call)
  }

  add(item: Omit<Waiting, 'parts'> & { readonly parts: readonly Omit<Part, 'call'>[] }): void {
    const parts = item.parts.map((part) => ({ ...part, call: newCallId() }))
    parts.forEach((part) => this.mine.add(part.call))
    this.items.push({ ...item, parts })
    if (item.structural) this.arranged += 1
    this.listener.changed()
    void this.send()
  }

  /** Once nothing that waits lets rows come, go or move: how often they did so far. */
  quiet(): Promise<number> {
    return new Promise((resolve) => {
      this.quieted.push(resolve)
      this.tellQuiet()
    })
  }

  private tellQuiet(): void {
    if (!this.items.some((item) => item.structural)) this.quieted.splice(0).forEach((tell) => tell(this.arranged))
  }

  async send(): Promise<void> {
    if (this.sending) return
    this.sending = true
    try {
      for (let item = this.items[0]; item; item = this.items[0]) await this.sendItem(item)
      this.offline = false
      this.patience = 1000
    } catch {
      // The line is down: what was typed is kept, and is sent again later in the same order.
      this.offline = true
      window.setTimeout(() => void this.send(), this.patience)
      this.patience = Math.min(MOST_PATIENCE, this.patience * 2)
    } finally {
      this.sending = false
      this.listener.changed()
    }
  }

  private async sendItem(item: Waiting): Promise<void> {
    try {
      for (const part of item.parts.slice(this.answers.length)) {
        const answer = item.what === 'edit' ? await changeSheet(part.sheet, part.ops, part.call, this.listener.baseSeq(part)) : await takeBack(part.sheet, item.what, part.call)
        this.answers.push(answer)
        await this.listener.answered(item, part, answer)
      }
      this.items.shift()
      this.listener.done(item, this.answers)
    } catch (error) {
      if (this.mayTryAgain(error)) throw error
      this.items.shift()
      // What landed after all comes as a change like anybody's.
      item.parts.slice(this.answers.length).forEach((part) => this.mine.delete(part.call))
      const isRefusal = isApiError(error) && error.status < 500
      this.listener.refused(item, error, !isRefusal ? 'unknown' : this.answers.length > 0 ? 'some' : 'nothing')
    }
    this.answers = []
    this.failures = 0
    this.listener.changed()
    this.tellQuiet()
  }
  /** An edit is sent under its own name, so that once more does not make it twice. */
  private mayTryAgain(error: unknown): boolean {
    if (!isApiError(error) || error.status < 500) return isApiError(error, 0)
    if (isLineDown(error)) return true
    this.failures += 1
    return this.failures < MOST_FAILURES
  }
}
