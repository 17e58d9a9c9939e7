/** Everything that can be done to the selected cells and rows, each as one edit: keys, menu, bar and toolbar call the same. */
import { useMemo } from 'react'
import { cellActions } from './cellActions'
import type { Needs } from './needs'
import { rowActions } from './rowActions'

export type Actions = ReturnType<typeof useActions>

export function useActions({ store, slots, lines, visible, words, rights, flat, selection, sayFlat, sayPasted, sayColumnGone, ask }: Needs) {
  return useMemo(() => {
    const needs = { store, slots, lines, visible, words, rights, flat, selection, sayFlat, sayPasted, sayColumnGone, ask }
    return { ...cellActions(needs), ...rowActions(needs), undo: () => store.takeBack('undo'), redo: () => store.takeBack('redo') }
  }, [store, slots, lines, visible, words, rights, flat, selection, sayFlat, sayPasted, sayColumnGone, ask])
}
