/** A field outside the grid for a cell of any type: in the form of a card, and for changing many rows. */
import { Checkbox, MultiSelect, Select, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { findPeople } from '~/client/registers'
import { editableText, isMisfit } from '~/engines/register/cells'
import type { Column } from '~/engines/register/columns'
import type { Shared } from './shared'

interface FieldInputProps extends Shared {
  column: Column
  label: string
  value: unknown
  /** A text as typed, or the value that was picked. */
  onChange: (value: unknown) => void
}

const INSIDE = { withinPortal: false } as const

export function FieldInput(props: FieldInputProps) {
  const { column, label, value, onChange, words } = props
  const list = Array.isArray(value) ? (value as unknown[]) : value === null || value === undefined || isMisfit(value) ? [] : [value]
  const text = typeof value === 'string' ? value : editableText(column, value, words)
  switch (column.type) {
    case 'choice':
    case 'symbol':
      return <Select label={label} clearable comboboxProps={INSIDE} value={list[0] === undefined ? null : String(list[0])} onChange={onChange} data={choicesOf(column)} />
    case 'choices':
      return <MultiSelect label={label} comboboxProps={INSIDE} value={list.map(String)} onChange={onChange} data={choicesOf(column)} />
    case 'person':
    case 'people':
      return <PeopleField {...props} list={list} />
    case 'check':
      return <Checkbox label={label} checked={value === true} onChange={(event) => onChange(event.currentTarget.checked || null)} />
    case 'date':
      return <TextInput label={label} type="date" value={typeof value === 'string' ? value.slice(0, 10) : ''} onChange={(event) => onChange(event.currentTarget.value)} />
    case 'text':
      return <Textarea label={label} autosize minRows={column.lines ? 3 : 1} maxRows={10} value={text} onChange={(event) => onChange(event.currentTarget.value)} />
    default:
      return <TextInput label={label} value={text} inputMode={column.type === 'number' || column.type === 'money' || column.type === 'percent' ? 'decimal' : undefined} onChange={(event) => onChange(event.currentTarget.value)} />
  }
}

function choicesOf(column: Column) {
  return column.choices.map((choice) => ({ value: choice.value, label: choice.label }))
}

function PeopleField({ column, label, list, onChange, words }: FieldInputProps & { list: readonly unknown[] }) {
  const people = useQuery({ queryKey: ['people', ''], queryFn: () => findPeople('') })
  const names = new Map((people.data?.items ?? []).map((person) => [String(person.id), person.name]))
  for (const id of list) if (typeof id === 'number' && !names.has(String(id))) names.set(String(id), words.person(id) ?? '?')
  const data = [...names].map(([value, name]) => ({ value, label: name }))
  const ids = (next: readonly string[]) => next.map(Number)
  if (column.type === 'people') return <MultiSelect label={label} searchable comboboxProps={INSIDE} value={list.map(String)} onChange={(next) => onChange(ids(next))} data={data} />
  return <Select label={label} searchable clearable comboboxProps={INSIDE} value={list[0] === undefined ? null : String(list[0])} onChange={(next) => onChange(next === null ? null : Number(next))} data={data} />
}
