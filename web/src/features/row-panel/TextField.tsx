/** A cell that is written as text, whatever it means: numbers, dates and durations are read as everywhere. */
import { Textarea, TextInput } from '@mantine/core'
import { useRef, useState, type KeyboardEvent } from 'react'
import { editableText, isMisfit, type CellWords } from '~/engines/register/cells'
import type { Column } from '~/engines/register/columns'
import { readCell, sameCell } from '~/engines/register/reading'
import type { Save } from './RowForm'
import classes from './RowPanel.module.css'

interface TextFieldProps {
  id: string
  column: Column
  value: unknown
  words: CellWords
  save: Save
}

export function TextField({ id, column, value, words, save }: TextFieldProps) {
  const stands = isMisfit(value) ? String(value.raw) : editableText(column, value, words)
  // What is being typed; null while the cell shows what stands in it, so that an edit of somebody else comes through.
  const [typed, setTyped] = useState<string | null>(null)
  const given = useRef<string | null>(null)
  const commit = () => {
    const text = given.current
    given.current = null
    setTyped(null)
    if (text === null || text === stands) return
    const next = readCell(column, value, text, words)
    if (!sameCell(column, value, next, text, words)) save(column, next)
  }
  const type = (text: string) => {
    given.current = text
    setTyped(text)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (!column.lines || event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) {
      event.preventDefault()
      commit()
    } else if (event.key === 'Escape' && given.current !== null) {
      // Nearer than the panel: the first Esc takes back what was typed, the next one closes.
      event.preventDefault()
      given.current = null
      setTyped(null)
    }
  }
  const shared = { id, size: 'xs', value: typed ?? stands, onBlur: commit, onKeyDown, dir: 'auto', error: isMisfit(value), required: column.required, withAsterisk: false } as const
  if (column.lines) return <Textarea {...shared} rows={2} classNames={{ input: classes.lines }} onChange={(event) => type(event.currentTarget.value)} />
  return <TextInput {...shared} inputMode={column.type === 'url' ? 'url' : undefined} onChange={(event) => type(event.currentTarget.value)} />
}
