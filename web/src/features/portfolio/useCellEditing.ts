/** Cells of profiles edited in the list: Enter, F2, a letter or a double click begins, Enter goes on below, Delete empties, Ctrl+Z takes back. */
import { notifications } from '@mantine/notifications'
import { useCallback, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import { undoProfile, writeProfile } from '~/client/profiles'
import type { PortfolioItem } from '~/client/types'
import type { ColumnSpec } from '~/features/portfolio/columns'
import type { ListLine } from '~/features/portfolio/order'
import { usePage } from '~/features/portfolio/profileContext'
import { mayEdit } from '~/features/portfolio/profiles'
import type { Editing } from '~/features/portfolio/rows'
import type { GridPlace } from '~/features/portfolio/useGridWalk'
import { useErrorText } from '~/ui/errorText'

interface Walk {
  at: GridPlace
  onKeyDown: (event: KeyboardEvent) => void
  goTo: (place: GridPlace) => void
}

export function useCellEditing(lines: readonly ListLine[], columns: readonly ColumnSpec[], walk: Walk) {
  const { profiles, past } = usePage()
  const errorText = useErrorText()
  const [at, setAt] = useState<(Editing & { row: number }) | null>(null)
  const written = useRef<PortfolioItem[]>([])
  const { goTo } = walk
  const place = useRef<GridPlace>(walk.at)
  const run = useCallback((work: Promise<void>) => void work.catch((error: unknown) => notifications.show({ message: errorText(error), color: 'red', withBorder: true, autoClose: 10_000 })), [errorText])
  const write = useCallback(
    (item: PortfolioItem, key: string, value: unknown) => {
      run(writeProfile(item, { [key]: value }).then(() => void written.current.push(item)))
    },
    [run],
  )
  const begin = useCallback((row: number, column: number, begun?: string) => {
    place.current = { row, column }
    setAt({ row, column, begun })
  }, [])
  const done = useCallback(
    (item: PortfolioItem, key: string, value: { value: unknown } | undefined, on: boolean) => {
      setAt(null)
      if (value) write(item, key, value.value)
      const { row, column } = place.current
      if (on) goTo({ row: value ? Math.min(row + 1, lines.length - 1) : row, column })
    },
    [write, goTo, lines.length],
  )
  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') {
      const last = written.current.pop()
      if (last) {
        event.preventDefault()
        run(undoProfile(last))
      }
      return
    }
    const here = cellAt(lines, columns, walk.at)
    if (here && past === null && mayEdit(here.item, here.edits, profiles)) {
      const letter = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey
      if (event.key === 'Enter' || event.key === 'F2' || letter) {
        event.preventDefault()
        event.stopPropagation()
        return begin(walk.at.row, walk.at.column, letter ? event.key : undefined)
      }
      if (event.key === 'Delete' || event.key === 'Backspace') {
        event.preventDefault()
        return write(here.item, here.edits.key, null)
      }
    }
    walk.onKeyDown(event)
  }
  const onDoubleClick = (event: MouseEvent<HTMLElement>) => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-row]')
    const place = { row: Number(cell?.dataset.row ?? -1), column: Number(cell?.dataset.column) }
    const here = cellAt(lines, columns, place)
    if (here && past === null && mayEdit(here.item, here.edits, profiles)) begin(place.row, place.column)
  }
  return { at, done, onKeyDown, onDoubleClick }
}

function cellAt(lines: readonly ListLine[], columns: readonly ColumnSpec[], { row, column }: GridPlace) {
  const line = lines[row]
  const edits = columns[column - 1]?.edits
  return line?.kind === 'project' && edits ? { item: line.item, edits } : null
}
