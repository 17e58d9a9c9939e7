/** A cell of a profile being edited where it is read: Enter or leaving it keeps what was typed, Esc does not. */
import { useLingui } from '@lingui/react/macro'
import { useEffect, useId, useRef, useState } from 'react'
import { editableText, type CellWords } from '~/engines/register/cells'
import type { Column } from '~/engines/register/columns'
import { readCell, sameCell } from '~/engines/register/reading'
import classes from './Profile.module.css'

interface Props {
  column: Column
  value: unknown
  words: CellWords
  /** The names that may be meant, for a column of people. */
  people?: readonly string[]
  /** A key that began the edit, in place of what stood there. */
  begun?: string
  /** The new value, or undefined where nothing changed. `on` says that Enter was pressed. */
  done: (value: { value: unknown } | undefined, on: boolean) => void
}

const PICKED = new Set(['choice', 'symbol', 'check'])

export function ProfileEditor(props: Props) {
  return PICKED.has(props.column.type) ? <Pick {...props} /> : <Typed {...props} />
}

function Pick({ column, value, words, done }: Props) {
  const { t } = useLingui()
  const field = useRef<HTMLSelectElement>(null)
  const over = useRef(false)
  useEffect(() => field.current?.focus(), [])
  const choices = column.type === 'check' ? [{ value: 'true', label: words.yes }] : column.choices
  const end = (chosen: string | undefined, on: boolean) => {
    if (over.current) return
    over.current = true
    const next = chosen === '' ? null : column.type === 'check' ? true : chosen
    done(chosen === undefined || next === (value ?? null) ? undefined : { value: next }, on)
  }
  return (
    <select
      ref={field}
      className={classes.editor}
      aria-label={column.title}
      defaultValue={value === true ? 'true' : typeof value === 'string' ? value : ''}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Escape') end(undefined, true)
        if (event.key === 'Enter') end(event.currentTarget.value, true)
      }}
      onBlur={(event) => end(event.currentTarget.value, false)}
    >
      <option value="">{t`(empty)`}</option>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  )
}

function Typed({ column, value, words, people, begun, done }: Props) {
  const list = useId()
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const over = useRef(false)
  const [text, setText] = useState(begun ?? editableText(column, value, words))
  useEffect(() => {
    field.current?.focus()
    if (begun === undefined) field.current?.select()
  }, [begun])
  const end = (keep: boolean, on: boolean) => {
    if (over.current) return
    over.current = true
    const next = keep ? readCell(column, value, text, words) : undefined
    done(!keep || sameCell(column, value, next, text, words) ? undefined : { value: next }, on)
  }
  const common = {
    ref: field,
    className: classes.editor,
    'aria-label': column.title,
    value: text,
    onBlur: () => end(true, false),
    onChange: (event: { currentTarget: { value: string } }) => setText(event.currentTarget.value),
    onKeyDown: (event: React.KeyboardEvent) => {
      event.stopPropagation()
      if (event.key === 'Escape') end(false, true)
      else if (event.key === 'Enter' && !event.shiftKey) {
        event.preventDefault()
        end(true, true)
      }
    },
  }
  if (column.lines) return <textarea {...common} rows={3} />
  const named = column.type === 'person' && people && people.length > 0
  return (
    <>
      <input {...common} list={named ? list : undefined} data-right={column.type === 'money' || column.type === 'number' || undefined} />
      {named && (
        <datalist id={list}>
          {people.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      )}
    </>
  )
}
