/**
 * Copying within the page keeps what text cannot say (which row a link leads to, which of two people with one name); a text from elsewhere is read as text.
 * Rows of the selection that were never on the screen are loaded before they are copied or emptied.
 */
import { useCallback, useRef } from 'react'
import { toTsv } from '~/engines/cells/clipboard'
import { editableText } from '~/engines/register/cells'
import { keyOf } from '~/ui/grid/keyOf'
import type { GridKey } from '~/ui/grid/model'
import { rowsBetween } from './registerState'
import type { Shared } from './shared'

const BY_VALUE: ReadonlySet<string> = new Set(['choice', 'choices', 'symbol', 'person', 'people', 'link'])

export function useClipboard({ store, state, selection, words, actions, rights }: Shared) {
  const copied = useRef<{ readonly text: string; readonly values: readonly (readonly unknown[])[] } | null>(null)
  const onKey = useCallback(
    (event: GridKey) => {
      const key = keyOf(event)
      const { slots } = selection
      if (!slots || !['ctrl+c', 'ctrl+x', 'Delete', 'Backspace'].includes(key)) return
      const rows = rowsBetween(state.slots, slots.first, slots.count)
      if (key === 'ctrl+c' || key === 'ctrl+x') {
        const texts = rows.map((row) => selection.columns.map((column) => editableText(column, row.cells[column.key], words)))
        const values = rows.map((row) => selection.columns.map((column) => (BY_VALUE.has(column.type) ? (row.cells[column.key] ?? null) : undefined)))
        copied.current = { text: toTsv(texts), values }
      }
      if (rows.length === slots.count || (!rights.edit && key !== 'ctrl+c')) return
      event.cancel()
      event.preventDefault()
      void store.whole(slots.first, slots.count).then((all) => {
        if (key === 'ctrl+c') return navigator.clipboard?.writeText(toTsv(all.map((row) => selection.columns.map((column) => editableText(column, row.cells[column.key], words)))))
        const empty = Object.fromEntries(selection.columns.filter((column) => column.editable).map((column) => [column.key, null]))
        return store.write(new Map(all.map((row) => [row.key, empty])))
      })
    },
    [store, state.slots, selection, words, rights],
  )
  const paste = useCallback(
    (column: number, line: number, texts: readonly (readonly string[])[]) => {
      const held = copied.current && copied.current.text === toTsv(texts) ? copied.current.values : undefined
      actions.paste(column, line, texts, held)
    },
    [actions],
  )
  return { onKey, paste }
}
