/** A state that stands outside React, and those who are told when it changes or when there is news for the person. */
export class Observed<State, News> {
  private readonly listeners = new Set<() => void>()
  private readonly newsListeners = new Set<(news: News) => void>()

  constructor(protected state: State) {}

  readonly getState = (): State => this.state
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
  readonly onNews = (listener: (news: News) => void): (() => void) => {
    this.newsListeners.add(listener)
    return () => this.newsListeners.delete(listener)
  }

  protected changed(): void {
    this.listeners.forEach((listener) => listener())
  }

  protected tell(news: News): void {
    this.newsListeners.forEach((listener) => listener(news))
  }
}

/** What can be taken back where one edit may have gone to several sheets: the sheets of each, last one last. */
export class Stacks {
  private undoable: (readonly number[])[] = []
  private redoable: (readonly number[])[] = []

  did(sheets: readonly number[]): void {
    this.undoable.push(sheets)
    this.redoable = []
  }

  take(what: 'undo' | 'redo'): readonly number[] | undefined {
    const [from, to] = what === 'undo' ? [this.undoable, this.redoable] : [this.redoable, this.undoable]
    const sheets = from.pop()
    if (sheets) to.push(sheets)
    return sheets
  }

  get can(): { canUndo: boolean; canRedo: boolean } {
    return { canUndo: this.undoable.length > 0, canRedo: this.redoable.length > 0 }
  }
}

/** What was just changed by somebody else is marked for a moment. `changed` is told when a mark is gone. */
export class Marks<Key> {
  now: ReadonlySet<Key> = new Set()

  constructor(
    private readonly fadesAfter: number,
    private readonly changed: () => void,
  ) {}

  add(keys: readonly Key[]): void {
    if (keys.length === 0) return
    this.now = new Set([...this.now, ...keys])
    window.setTimeout(() => {
      const gone = new Set(keys)
      this.now = new Set([...this.now].filter((key) => !gone.has(key)))
      this.changed()
    }, this.fadesAfter)
  }
}
