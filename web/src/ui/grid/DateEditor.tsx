/** The editor of a date: typed as one likes, by the arrows a day, by Page Up and Down a month, or from the month below. */
import type { ProvideEditorComponent } from '@glideapps/glide-data-grid'
import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { MonthPicker } from '~/ui/MonthPicker'
import { editedText, typed, type EditorCell } from './CellEditor'
import classes from './DataGrid.module.css'
import type { EditorSpec } from './model'

type DateSpec = Extract<EditorSpec, { kind: 'date' }>
type Movement = readonly [-1 | 0 | 1, -1 | 0 | 1]
const STEPS: Readonly<Record<string, readonly [days: number, months: number]>> = { ArrowDown: [1, 0], ArrowUp: [-1, 0], PageDown: [0, 1], PageUp: [0, -1] }

export function DateEditor({ value, onChange, onFinishedEditing, isHighlighted }: Parameters<ProvideEditorComponent<EditorCell>>[0]) {
  const [spec] = useState(() => value.editor?.() as DateSpec)
  const text = editedText(value)
  const input = useRef<HTMLInputElement>(null)
  const day = spec.read(text) ?? spec.day ?? today()
  useLayoutEffect(() => {
    const field = input.current
    field?.focus({ preventScroll: true })
    if (isHighlighted) field?.select()
    else field?.setSelectionRange(field.value.length, field.value.length)
  }, [isHighlighted])
  const written = (next: string) => ({ ...value, data: next, displayData: next, view: undefined })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return event.stopPropagation()
    const step = STEPS[event.key]
    const finish = (movement: Movement) => onFinishedEditing(typed(value), movement)
    if (step) onChange(written(spec.write(text.trim() === '' ? day : moved(day, step))))
    else if (event.key === 'Escape') onFinishedEditing(undefined, [0, 0])
    else if (event.key === 'Enter') finish([0, event.shiftKey ? -1 : 1])
    else if (event.key === 'Tab') finish([event.shiftKey ? -1 : 1, 0])
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className={classes.editor}>
      <input ref={input} className={classes.input} aria-label={value.label} autoComplete="off" value={text} onChange={(event) => onChange(written(event.target.value))} onKeyDown={onKeyDown} />
      <MonthPicker day={day} locale={spec.locale} choose={(chosen) => onFinishedEditing(written(spec.write(chosen)), [0, 0])} />
    </div>
  )
}

const iso = (date: Date) => `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`
const today = () => iso(new Date())

/** So many days or months on; the 31st goes to the last day of a shorter month. */
function moved(day: string, [days, months]: readonly [number, number]): string {
  const [year, month, date] = day.slice(0, 10).split('-').map(Number) as [number, number, number]
  if (months === 0) return iso(new Date(year, month - 1, date + days))
  const last = new Date(year, month + months, 0).getDate()
  return iso(new Date(year, month - 1 + months, Math.min(date, last)))
}
