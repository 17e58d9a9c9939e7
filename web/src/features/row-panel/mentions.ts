/** Mentions: `@[name](person id)` in what is stored, `@name` in what is typed and shown. */
import type { Person } from '~/client/rows'

const STORED = /@\[([^\]\n]{1,200})\]\((\d{1,16})\)/g

export interface Part {
  readonly text: string
  readonly person?: number
}

/** The text in parts: words, and names that somebody mentioned. */
export function partsOf(stored: string): Part[] {
  const parts: Part[] = []
  let from = 0
  for (const found of stored.matchAll(STORED)) {
    if (found.index > from) parts.push({ text: stored.slice(from, found.index) })
    parts.push({ text: `@${found[1]}`, person: Number(found[2]) })
    from = found.index + found[0].length
  }
  if (from < stored.length) parts.push({ text: stored.slice(from) })
  return parts
}

/** What stands in the editor for a stored text, and whom it mentions. */
export function toTyped(stored: string): { text: string; people: Person[] } {
  const parts = partsOf(stored)
  const people = parts.filter((part) => part.person !== undefined).map((part) => ({ id: part.person as number, name: part.text.slice(1) }))
  return { text: parts.map((part) => part.text).join(''), people }
}

/** The text to store: the names of the people chosen become mentions, wherever they still stand behind an `@`; of two that begin alike the longer one. */
export function toStored(typed: string, people: readonly Person[]): string {
  const byName = new Map(people.map((person) => [person.name, person]))
  const names = [...byName.keys()].sort((a, b) => b.length - a.length).map(escaped)
  if (names.length === 0) return typed
  const behind = new RegExp(`@(${names.join('|')})(?![\\p{L}\\p{N}])`, 'gu')
  return typed.replace(behind, (_whole, name: string) => `@[${name}](${byName.get(name)?.id})`)
}

/** The letters behind the `@` that the caret stands in: what to offer people for. Null where it stands in none. */
export function sought(typed: string, caret: number): { from: number; letters: string } | null {
  const found = /(?:^|[\s(])@([\p{L}\p{N}.'-]{0,40}(?: [\p{L}\p{N}.'-]{0,40})?)$/u.exec(typed.slice(0, caret))
  return found ? { from: caret - (found[1] as string).length, letters: found[1] as string } : null
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
