/** A column while somebody describes it, and what that asks of the server: for a new one all of it, for a known one what is different. */
import { textOf, type Column, type ColumnType, type ServerColumn, type Told, type Tone } from './columns'

export interface ChoiceDraft {
  /** What cells hold; empty for a choice that is new. */
  readonly value: string
  readonly label: string
  readonly tone?: Tone
  /** The label and the weight as the server told them: kept where nobody changed them. */
  readonly told?: Told
  readonly weight?: number
}

export interface ColumnDraft {
  readonly title: string
  readonly type: ColumnType
  readonly choices: readonly ChoiceDraft[]
  readonly to: string
  readonly several: boolean
  readonly set: string
  readonly decimals: number | null
  readonly currency: string
  readonly prefix: string
  readonly lines: boolean
  readonly required: boolean
}

export const NEW_COLUMN: ColumnDraft = {
  title: '', type: 'text', choices: [], to: '', several: false, set: 'status', decimals: null, currency: '', prefix: '', lines: false, required: false,
} // prettier-ignore

export type Wish = Readonly<Record<string, unknown>>

export function draftOf(column: Column, told: ServerColumn, locale: string): ColumnDraft {
  const options = told.options ?? {}
  const labels = (options['labels'] ?? {}) as Record<string, Told>
  const weights = (options['weights'] ?? {}) as Record<string, number>
  const word = (key: string) => (typeof options[key] === 'string' ? options[key] : '')
  return {
    title: textOf(options['titles'] as Told | undefined, locale) ?? told.title,
    type: column.type,
    choices: column.type === 'symbol' ? [] : column.choices.map(({ value, label, tone }) => ({ value, label, tone, told: labels[value], weight: weights[value] })),
    to: column.to ?? '',
    several: column.several,
    set: column.set ?? 'status',
    decimals: column.decimals ?? null,
    currency: word('currency'),
    prefix: column.prefix,
    lines: column.lines,
    required: column.required,
  }
}

/** What a column of this type says beside its title; of another type's fields nothing. */
function partsOf(draft: ColumnDraft): Wish {
  const { type } = draft
  const required = { required: draft.required }
  switch (type) {
    case 'choice':
    case 'choices':
      return { ...required, choices: draft.choices.filter(({ label }) => label.trim() !== '').map(choiceWish) }
    case 'link':
      return { ...required, to: draft.to, several: draft.several }
    case 'symbol':
      return { ...required, set: draft.set }
    case 'number':
    case 'percent':
      return { ...required, ...(draft.decimals === null ? {} : { decimals: draft.decimals }) }
    case 'money':
      return { ...required, ...(draft.currency.trim() === '' ? {} : { currency: draft.currency.trim().toUpperCase() }) }
    case 'text':
      return { ...required, lines: draft.lines ? 'many' : 'one' }
    case 'auto':
      return draft.prefix.trim() === '' ? {} : { prefix: draft.prefix.trim() }
    case 'created_at':
    case 'created_by':
    case 'changed_at':
    case 'changed_by':
      return {}
    default:
      return required
  }
}

function choiceWish({ value, label, tone, told, weight }: ChoiceDraft): Wish {
  const name = label.trim()
  const same = told !== undefined && (name === told || Object.values(told).includes(name))
  return { value: value || name, ...(same ? { label: told } : value && value !== name ? { label: name } : {}), ...(tone ? { tone } : {}), ...(weight === undefined ? {} : { weight }) }
}

export function wishOf(draft: ColumnDraft): Wish {
  return { title: draft.title.trim(), type: draft.type, ...partsOf(draft) }
}

/** What is different; empty where nothing is. A column of another type begins anew. */
export function changesOf(before: ColumnDraft, draft: ColumnDraft): Wish {
  const [was, now] = [wishOf(before), wishOf(draft)]
  const all = before.type === draft.type ? Object.entries(now).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(was[name])) : Object.entries(now)
  return Object.fromEntries(all.filter(([name, value]) => name !== 'title' || value !== was['title']))
}

/** What is still missing before it can be saved. */
export function lacking(draft: ColumnDraft): 'title' | 'choices' | 'to' | undefined {
  if (draft.title.trim() === '') return 'title'
  if ((draft.type === 'choice' || draft.type === 'choices') && !draft.choices.some(({ label }) => label.trim() !== '')) return 'choices'
  return draft.type === 'link' && draft.to === '' ? 'to' : undefined
}

/** Whether the cells must be fitted anew, so that one wants to know what becomes of them. */
export function refits(change: Wish): boolean {
  return Object.keys(change).some((name) => name !== 'title' && name !== 'required' && name !== 'lines' && name !== 'after')
}
