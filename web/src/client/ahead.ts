/** What a page will read, asked for while its code is still on the way. */

/** Whoever comes later than this reads anew. */
const KEPT_FOR = 10_000
const asked = new Map<string, Promise<Response>>()

export function askAhead(path: string): void {
  const answer = fetch(path, { credentials: 'same-origin' })
  // An answer that nobody takes is no error of the page.
  answer.catch(() => undefined)
  asked.set(path, answer)
  setTimeout(() => asked.delete(path), KEPT_FOR)
}

/** The answer that was asked for ahead: for one reader, once. */
export function askedAhead(path: string): Promise<Response> | undefined {
  const answer = asked.get(path)
  asked.delete(path)
  return answer
}
