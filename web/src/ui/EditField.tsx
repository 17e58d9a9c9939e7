/** A text that is edited where it is read: Enter or leaving the field keeps it, Esc takes back what was typed. */
import { TextInput, type TextInputProps } from '@mantine/core'
import { useState } from 'react'

interface EditFieldProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  value: string
  /** Answers whether it was kept. */
  onKeep: (next: string) => Promise<boolean>
  /** An empty text is kept too. */
  mayBeEmpty?: boolean
}

export function EditField({ value, onKeep, mayBeEmpty = false, ...rest }: EditFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const keep = async () => {
    const next = typed?.trim()
    if (next === undefined || next === value || (!next && !mayBeEmpty)) return setTyped(null)
    await onKeep(next)
    setTyped(null)
  }
  return (
    <TextInput
      {...rest}
      value={typed ?? value}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => void keep()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur()
        if (event.key !== 'Escape' || typed === null) return
        // Nearer than the panel around it: the first Esc is for what was typed.
        event.preventDefault()
        event.stopPropagation()
        setTyped(null)
      }}
    />
  )
}
