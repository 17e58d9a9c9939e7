/** The editor of a cell: one line that takes the first key stroke, with the choices of a column below it. */
import type { ProvideEditorComponent, TextCell } from '@glideapps/glide-data-grid'
import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import classes from './DataGrid.module.css'
import type { EditorSpec, GridCellView, TypedIn } from './model'

export interface EditorCell extends TextCell {
  readonly choices?: readonly string[]
  readonly label: string
  readonly editor?: () => EditorSpec | undefined
  /** What was picked, where the text alone does not say it. */
  readonly picked?: { readonly value: unknown }
  /** What the cell shows and what its editor begins with; gone as soon as something is typed. */
  readonly view?: GridCellView
  readonly typedIn?: TypedIn
}

type Movement = readonly [-1 | 0 | 1, -1 | 0 | 1]
type EditorProps = Parameters<ProvideEditorComponent<EditorCell>>[0]

/** A cell as it stands: nothing was typed into it. */
export function isUntouched(cell: EditorCell): cell is EditorCell & { readonly view: GridCellView } {
  return cell.view !== undefined && cell.data === cell.displayData
}

/** The text of an edit: what was typed, or what the untouched cell would be edited as. */
export function editedText(cell: EditorCell): string {
  return isUntouched(cell) ? (cell.view.editText ?? cell.view.text) : cell.data
}

/** What an editor hands on: a cell that nobody typed into is no edit. */
export function typed(cell: EditorCell): EditorCell | undefined {
  return isUntouched(cell) ? undefined : cell
}

export function CellEditor({ value, onChange, onFinishedEditing, isHighlighted }: EditorProps) {
  const text = editedText(value)
  const input = useRef<HTMLInputElement>(null)
  const listId = useId()
  const choices = useMatching(value)
  const [at, setAt] = useState(-1)
  useLayoutEffect(() => {
    const field = input.current
    field?.focus({ preventScroll: true })
    if (isHighlighted) field?.select()
    else field?.setSelectionRange(field.value.length, field.value.length)
  }, [isHighlighted])

  const choose = (choice: string, movement: Movement) => onFinishedEditing({ ...value, data: choice, displayData: choice, view: undefined }, movement)
  // Enter, Tab and Esc are answered here: the grid answers them a moment later, and a key that came just before makes it drop what was typed.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return event.stopPropagation()
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && choices.length > 0) setAt((at + step + choices.length) % choices.length)
    else if (event.key === 'Escape') onFinishedEditing(undefined, [0, 0])
    else if (event.key === 'Enter') finish([0, event.shiftKey ? -1 : 1])
    else if (event.key === 'Tab') finish([event.shiftKey ? -1 : 1, 0])
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const finish = (movement: Movement) => (choices[at] === undefined ? onFinishedEditing(typed(value), movement) : choose(choices[at], movement))
  return (
    <div className={classes.editor}>
      <input
        ref={input}
        className={classes.input}
        aria-label={value.label}
        dir="auto"
        autoComplete="off"
        value={text}
        role={value.choices ? 'combobox' : undefined}
        aria-expanded={value.choices ? choices.length > 0 : undefined}
        aria-controls={value.choices ? listId : undefined}
        aria-activedescendant={at >= 0 ? `${listId}-${at}` : undefined}
        onChange={(event) => onChange({ ...value, data: event.target.value, displayData: event.target.value, view: undefined })}
        onKeyDown={onKeyDown}
      />
      {value.choices && (
        <div id={listId} role="listbox" aria-label={value.label} className={classes.choices} hidden={choices.length === 0}>
          {choices.map((choice, index) => (
            <div key={choice} id={`${listId}-${index}`} role="option" tabIndex={-1} aria-selected={index === at} className={classes.choice} onPointerDown={() => choose(choice, [0, 0])}>
              {choice}
            </div>
          ))}
        </div>
      )}
    </div>
  )
}

/** All choices until something else than the cell's own text is typed. */
function useMatching(value: EditorCell): readonly string[] {
  const wanted = value.data.trim().toLowerCase()
  if (!value.choices) return []
  if (isUntouched(value)) return value.choices
  return value.choices.filter((choice) => choice.toLowerCase().includes(wanted))
}
