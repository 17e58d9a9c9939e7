/** What is filled in behind an operator. */
import { MultiSelect, NumberInput, Select, TextInput } from '@mantine/core'
import { useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { findPeople } from '~/client/registers'
import type { CellWords } from '~/engines/register/cells'
import type { Column } from '~/engines/register/columns'
import { needsOf, type Operator } from '~/engines/register/conditions'
import classes from './Register.module.css'
import { useSpanWords } from './useOperatorWords'

interface ConditionValueProps {
  column: Column
  operator: Operator
  value: unknown
  words: CellWords
  change: (value: unknown) => void
}

const INSIDE = { withinPortal: false } as const

export function ConditionValue({ column, operator, value, words, change }: ConditionValueProps) {
  const { t } = useLingui()
  const spans = useSpanWords()
  const label = t`Value`
  const list = Array.isArray(value) ? (value as unknown[]) : value === undefined ? [] : [value]
  switch (needsOf(column, operator)) {
    case 'nothing':
      return <span />
    case 'choices':
      return <MultiSelect size="xs" aria-label={label} comboboxProps={INSIDE} value={list.map(String)} onChange={change} data={column.choices.map((choice) => ({ value: choice.value, label: choice.label }))} />
    case 'person':
      return <PeoplePicker label={label} value={list} words={words} change={change} />
    case 'number':
      return <NumberInput size="xs" hideControls aria-label={label} value={typeof value === 'number' ? value : ''} onChange={(next) => change(typeof next === 'number' ? next : undefined)} />
    case 'two numbers':
      return (
        <span className={classes.two}>
          {[0, 1].map((at) => (
            <NumberInput key={at} size="xs" hideControls aria-label={at === 0 ? t`From` : t`To`} value={typeof list[at] === 'number' ? (list[at] as number) : ''} onChange={(next) => change(at === 0 ? [next, list[1] ?? ''] : [list[0] ?? '', next])} />
          ))}
        </span>
      )
    case 'date':
      return <TextInput size="xs" type="date" aria-label={label} value={typeof value === 'string' ? value : ''} onChange={(event) => change(event.currentTarget.value)} />
    case 'two dates':
      return (
        <span className={classes.two}>
          {[0, 1].map((at) => (
            <TextInput key={at} size="xs" type="date" aria-label={at === 0 ? t`From` : t`To`} value={String(list[at] ?? '')} onChange={(event) => change(at === 0 ? [event.currentTarget.value, list[1] ?? ''] : [list[0] ?? '', event.currentTarget.value])} />
          ))}
        </span>
      )
    case 'span':
      return <Select size="xs" aria-label={label} comboboxProps={INSIDE} value={typeof value === 'string' ? value : null} onChange={change} data={[...spans]} />
    default:
      return <TextInput size="xs" aria-label={label} value={value === undefined ? '' : String(value)} onChange={(event) => change(event.currentTarget.value)} />
  }
}

function PeoplePicker({ label, value, words, change }: { label: string; value: readonly unknown[]; words: CellWords; change: (value: unknown) => void }) {
  const { t } = useLingui()
  const people = useQuery({ queryKey: ['people', ''], queryFn: () => findPeople('') })
  const found = new Map((people.data?.items ?? []).map((person) => [String(person.id), person.name]))
  for (const id of value) if (typeof id === 'number' && !found.has(String(id))) found.set(String(id), words.person(id) ?? '?')
  const data = [{ value: 'me', label: t`me` }, ...[...found].map(([id, name]) => ({ value: id, label: name }))]
  return <MultiSelect size="xs" searchable aria-label={label} comboboxProps={INSIDE} value={value.map(String)} onChange={(next) => change(next.map((id) => (id === 'me' ? id : Number(id))))} data={data} />
}
