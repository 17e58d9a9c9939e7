/** One cell of the row with its label, in the editor that its type needs. */
import { Checkbox, MultiSelect, NativeSelect, Select } from '@mantine/core'
import { useLingui } from '@lingui/react/macro'
import { useId } from 'react'
import type { Person, RowPlace } from '~/client/rows'
import { isMisfit, namesOf, shownText, type CellWords } from '~/engines/register/cells'
import type { Column } from '~/engines/register/columns'
import { FileField } from './FileField'
import { LinkField } from './LinkField'
import type { Save } from './RowForm'
import classes from './RowPanel.module.css'
import { TextField } from './TextField'

export interface FieldProps {
  column: Column
  value: unknown
  words: CellWords
  people: readonly Person[]
  place: RowPlace
  editable: boolean
  /** What the cell lacks, by the checks of the declaration. */
  lack?: string
  /** The highest node that the reader sees on the way to the row: linked rows are looked for below it. */
  root: number
  save: Save
}

export function Field(props: FieldProps) {
  const { column, value, editable, lack } = props
  const id = useId()
  return (
    <>
      {editable ? (
        <label htmlFor={id} translate="no">
          {column.title}
        </label>
      ) : (
        <span className={classes.label} id={`${id}-label`} translate="no">
          {column.title}
        </span>
      )}
      <div className={classes.value} translate="no">
        {editable ? <Editor {...props} id={id} /> : <Shown {...props} labelId={`${id}-label`} />}
        {isMisfit(value) ? <p className={classes.problem}>{value.problem}</p> : lack && <p className={classes.lack}>{lack}</p>}
      </div>
    </>
  )
}

function Shown({ column, value, words, labelId }: FieldProps & { labelId: string }) {
  const text = shownText(column, value, words)
  const safe = column.type === 'url' && /^https?:\/\//i.test(text)
  return (
    <p className={classes.shown} aria-labelledby={labelId} role="group" dir="auto">
      {safe ? (
        <a href={text} target="_blank" rel="noopener noreferrer">
          {text}
        </a>
      ) : (
        text || '—'
      )}
    </p>
  )
}

function Editor(props: FieldProps & { id: string }) {
  const { column, value, words, save, id } = props
  switch (column.type) {
    case 'check':
      return (
        <span className={classes.tall}>
          <Checkbox id={id} checked={value === true} onChange={(event) => save(column, event.currentTarget.checked ? true : null)} />
        </span>
      )
    case 'choice':
    case 'symbol':
      return <Choice {...props} />
    case 'choices':
      return <MultiSelect id={id} size="xs" data={column.choices.map((choice) => ({ value: choice.value, label: choice.label }))} value={listOf(value)} onChange={(next) => save(column, next.length > 0 ? next : null)} searchable />
    case 'person':
    case 'people':
      return <People {...props} />
    case 'link':
      return <LinkField {...props} />
    case 'file':
      return <FileField {...props} />
    default:
      return <TextField column={column} value={value} words={words} save={save} id={id} />
  }
}

function Choice({ column, value, words, save, id }: FieldProps & { id: string }) {
  const known = column.choices.some((choice) => choice.value === value)
  const data = [{ value: '', label: '' }, ...(known || value == null ? [] : [{ value: '?', label: shownText(column, value, words) }]), ...column.choices.map((choice) => ({ value: choice.value, label: choice.label }))]
  const now = known ? String(value) : value == null ? '' : '?'
  return <NativeSelect id={id} size="xs" data={data} value={now} onChange={(event) => event.currentTarget.value !== '?' && save(column, event.currentTarget.value || null)} />
}

/** People who may see the row, and whoever stands in the cell already. */
function People({ column, value, words, people, save, id }: FieldProps & { id: string }) {
  const { t } = useLingui()
  const now = listOf(value)
  const names = namesOf(column, value, words)
  const known = new Map([...people.map((person): [string, string] => [String(person.id), person.name]), ...now.map((one, index): [string, string] => [one, names[index] ?? one])])
  const data = [...known].map(([one, label]) => ({ value: one, label }))
  if (column.type === 'people') return <MultiSelect id={id} size="xs" data={data} value={now} searchable onChange={(next) => save(column, next.length > 0 ? next.map(Number) : null)} />
  return <Select id={id} size="xs" data={data} value={now[0] ?? null} searchable clearable clearButtonProps={{ 'aria-label': t`Empty ${column.title}` }} onChange={(next) => save(column, next === null ? null : Number(next))} />
}

export function listOf(value: unknown): string[] {
  if (value === null || value === undefined) return []
  return (Array.isArray(value) ? value : [value]).map((one) => (isMisfit(one) ? String(one.raw) : String(one)))
}
