/** The editor of a text with several lines: Enter keeps it, Shift or Alt with Enter begins another line. */
import type { ProvideEditorComponent } from '@glideapps/glide-data-grid'
import { useLayoutEffect, useRef, type KeyboardEvent } from 'react'
import { editedText, typed, type EditorCell } from './CellEditor'
import classes from './DataGrid.module.css'

export function LinesEditor({ value, onChange, onFinishedEditing, isHighlighted }: Parameters<ProvideEditorComponent<EditorCell>>[0]) {
  const text = editedText(value)
  const area = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    const field = area.current
    field?.focus({ preventScroll: true })
    if (isHighlighted) field?.select()
    else field?.setSelectionRange(field.value.length, field.value.length)
  }, [isHighlighted])
  const write = (next: string) => onChange({ ...value, data: next, displayData: next, view: undefined })
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return event.stopPropagation()
    if (event.key === 'Enter' && (event.shiftKey || event.altKey)) {
      const { selectionStart: from, selectionEnd: to } = event.currentTarget
      write(`${text.slice(0, from)}\n${text.slice(to)}`)
    } else if (event.key === 'Escape') onFinishedEditing(undefined, [0, 0])
    else if (event.key === 'Enter') onFinishedEditing(typed(value), [0, 1])
    else if (event.key === 'Tab') onFinishedEditing(typed(value), [event.shiftKey ? -1 : 1, 0])
    else return void event.stopPropagation()
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className={classes.editor}>
      <textarea
        ref={area}
        className={classes.lines}
        aria-label={value.label}
        dir="auto"
        rows={Math.min(10, Math.max(3, text.split('\n').length + 1))}
        value={text}
        onChange={(event) => write(event.target.value)}
        onKeyDown={onKeyDown}
      />
    </div>
  )
}
