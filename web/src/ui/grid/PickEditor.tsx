/** The editor of a cell with one or several of many: what is typed narrows the list; the list may come from the server. */
import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { ProvideEditorComponent } from '@glideapps/glide-data-grid'
import { isUntouched, type EditorCell } from './CellEditor'
import classes from './DataGrid.module.css'
import type { EditorSpec, PickOption } from './model'
import { usePicking } from './usePicking'

type Movement = readonly [-1 | 0 | 1, -1 | 0 | 1]
export type PickSpec = Extract<EditorSpec, { kind: 'pick' }>

export function PickEditor({ value, onFinishedEditing }: Parameters<ProvideEditorComponent<EditorCell>>[0]) {
  const [spec] = useState(() => value.editor?.() as PickSpec)
  const first = isUntouched(value) ? '' : value.data
  const picking = usePicking(spec, first)
  const input = useRef<HTMLInputElement>(null)
  const listId = useId()
  const { typed, options, at, chosen } = picking
  useLayoutEffect(() => {
    input.current?.focus({ preventScroll: true })
    input.current?.setSelectionRange(99, 99)
  }, [])

  const finish = (picked: readonly PickOption[] | null, text: string, movement: Movement) => {
    const label = picked ? picked.map((option) => option.label).join(', ') : text
    const held = picked && { value: picked.length === 0 ? null : spec.many ? picked.map((option) => option.value) : picked[0]?.value }
    onFinishedEditing({ ...value, data: label, displayData: label, view: undefined, picked: held ?? undefined }, movement)
  }
  const choose = (option: PickOption) => (spec.many ? picking.toggle(option) : finish([option], option.label, [0, 0]))
  const leave = (movement: Movement) => {
    const option = options[at]
    if (option && spec.many && typed !== '') return picking.toggle(option)
    if (option && !spec.many) return finish([option], option.label, movement)
    // A name that is not known is kept as typed; the server says what is wrong with it.
    if (typed.trim() !== '') return finish(null, typed, movement)
    return picking.touched || spec.many ? finish(chosen, '', movement) : onFinishedEditing(undefined, movement)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return event.stopPropagation()
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) picking.move(step)
    else if (event.key === 'Escape') onFinishedEditing(undefined, [0, 0])
    else if (event.key === 'Enter') leave([0, event.shiftKey ? -1 : 1])
    else if (event.key === 'Tab') leave([event.shiftKey ? -1 : 1, 0])
    else if (event.key === ' ' && spec.many && typed === '' && options[at]) picking.toggle(options[at])
    else if (event.key === 'Backspace' && typed === '') picking.dropLast()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className={classes.editor}>
      {chosen.length > 0 && (
        <div className={classes.chosen} translate="no">
          {chosen.map((option) => (
            <span key={option.id} data-tone={option.tone}>
              {option.label}
            </span>
          ))}
        </div>
      )}
      <input
        ref={input}
        className={classes.input}
        aria-label={value.label}
        dir="auto"
        autoComplete="off"
        value={typed}
        role="combobox"
        aria-expanded={options.length > 0}
        aria-controls={listId}
        aria-activedescendant={options[at] ? `${listId}-${at}` : undefined}
        onChange={(event) => picking.type(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <Options listId={listId} label={value.label} many={spec.many} options={options} at={at} chosen={chosen} choose={choose} />
      {picking.searched && options.length === 0 && <p className={classes.nothing}>{spec.nothing}</p>}
    </div>
  )
}

interface OptionsProps {
  listId: string
  label: string
  many: boolean
  options: readonly PickOption[]
  at: number
  chosen: readonly PickOption[]
  choose: (option: PickOption) => void
}

function Options({ listId, label, many, options, at, chosen, choose }: OptionsProps) {
  return (
    <div id={listId} role="listbox" aria-label={label} aria-multiselectable={many} className={classes.choices} hidden={options.length === 0} translate="no">
      {options.map((option, index) => (
        <div
          key={option.id}
          id={`${listId}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={many ? chosen.some((each) => each.id === option.id) : index === at}
          data-at={index === at || undefined}
          data-tone={option.tone}
          className={classes.choice}
          onPointerDown={(event) => (event.preventDefault(), choose(option))}
        >
          {option.label}
          {option.note && <small>{option.note}</small>}
        </div>
      ))}
    </div>
  )
}
