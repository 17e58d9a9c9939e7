/** Which command a key press means: single keys, and one key after the other (`g p`). Pure: the moment is an argument. */

const PATIENCE = 1200

export interface KeyPress {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
}

/** Remembers the last key for a moment, and names the binding that the press completes. */
export class KeyReader {
  private before = ''
  private at = 0

  read(press: KeyPress, bindings: ReadonlySet<string>, now: number): string | null {
    if (press.ctrlKey || press.metaKey) return this.found(bindings, `mod+${press.key.toLowerCase()}`)
    if (press.altKey || press.key.length !== 1) return null
    const sequence = now - this.at < PATIENCE && this.before ? `${this.before} ${press.key}` : ''
    if (sequence && bindings.has(sequence)) return this.found(bindings, sequence)
    this.before = press.key
    this.at = now
    return bindings.has(press.key) ? this.found(bindings, press.key) : null
  }

  private found(bindings: ReadonlySet<string>, binding: string): string | null {
    if (!bindings.has(binding)) return null
    this.before = ''
    return binding
  }
}

/** Whether the person is writing: then a letter is a letter. A part that has keys of its own (a grid) says so by `data-own-keys`. */
export function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.closest('input, textarea, select, [role="textbox"], [data-own-keys]') !== null
}
