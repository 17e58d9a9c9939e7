/** How the cells of each type of column are edited. */
import { findLinkable, findPeople } from '~/client/registers'
import { isLinked, isMisfit, namesOf, type CellWords } from '~/engines/register/cells'
import type { Column } from '~/engines/register/columns'
import { readCell } from '~/engines/register/reading'
import { keyOf } from '~/engines/register/slots'
import type { EditorSpec, PickOption, Tone } from '~/ui/grid/model'

export interface EditorContext {
  readonly words: CellWords
  /** The highest node that the reader sees on the way to this one: linked rows are looked for below it. */
  readonly root: number | undefined
  readonly nothing: string
  /** Learns the names of what was offered, so that a picked cell shows its name before the server has answered. */
  readonly learn: (people: readonly (readonly [number, string])[], links: readonly (readonly [string, string])[]) => void
}

const OFFERED = 30

/** The editor of a cell; none where a line of text is enough. */
export function editorOf(column: Column, value: unknown, context: EditorContext): EditorSpec | undefined {
  const { words, nothing } = context
  switch (column.type) {
    case 'text':
      return column.lines ? { kind: 'lines' } : undefined
    case 'date':
      return { kind: 'date', locale: words.locale, day: typeof value === 'string' ? value.slice(0, 10) : null, read: (text) => dayIn(column, text, words), write: (day) => words.moments.date(day) }
    case 'choice':
    case 'symbol':
    case 'choices':
      return { kind: 'pick', many: column.type === 'choices', nothing, chosen: chosenOf(column, value, words), find: (typed) => choicesLike(column, typed) }
    case 'person':
    case 'people':
      return { kind: 'pick', many: column.type === 'people', nothing, chosen: chosenOf(column, value, words), find: (typed) => people(typed, context) }
    case 'link':
      return { kind: 'pick', many: column.several, nothing, chosen: chosenOf(column, value, words), find: (typed) => linkable(column, typed, context) }
    default:
      return undefined
  }
}

function dayIn(column: Column, text: string, words: CellWords): string | null {
  const read = readCell(column, null, text, words)
  return typeof read === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(read) ? read : null
}

function chosenOf(column: Column, value: unknown, words: CellWords): PickOption[] {
  if (value === null || value === undefined || isMisfit(value)) return []
  const each = Array.isArray(value) ? value : [value]
  const names = namesOf(column, value, words)
  return each.map((one, index) => ({ id: isLinked(one) ? keyOf(one.sheet, one.row) : String(one), label: names[index] ?? '', value: one }))
}

function choicesLike(column: Column, typed: string): PickOption[] {
  const wanted = typed.trim().toLowerCase()
  return column.choices
    .filter((choice) => wanted === '' || choice.label.toLowerCase().includes(wanted) || choice.value.toLowerCase() === wanted)
    .map(({ value, label, tone }) => ({ id: value, label, value, tone: tone === 'strong' || tone === 'dim' ? undefined : (tone as Tone | undefined) }))
}

async function people(typed: string, { learn }: EditorContext): Promise<PickOption[]> {
  const { items } = await findPeople(typed.trim())
  learn(items.map((person) => [person.id, person.name] as const), [])
  return items.slice(0, OFFERED).map((person) => ({ id: String(person.id), label: person.name, value: person.id }))
}

async function linkable(column: Column, typed: string, { root, words, learn }: EditorContext): Promise<PickOption[]> {
  if (!column.to || root === undefined) return []
  const found = await findLinkable(column.to, root, typed, OFFERED)
  const rows = found.map((row) => ({ ...row, name: row.name || words.notShared }))
  learn([], rows.map(({ sheet, row, name }) => [keyOf(sheet, row), name] as const))
  return rows.map(({ sheet, row, name, note }) => ({ id: keyOf(sheet, row), label: name, note, value: { sheet, row } }))
}
