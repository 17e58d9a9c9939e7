/** Keeps a list the same object as long as its items are the same objects: whoever compares lists sees that nothing changed. */
export function steadyList<T>(): (next: readonly T[]) => readonly T[] {
  let last: readonly T[] = []
  return (next) => {
    if (next.length !== last.length || next.some((item, index) => item !== last[index])) last = next
    return last
  }
}
