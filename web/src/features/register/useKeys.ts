/** The keys of the grid beyond those of every grid. */
import { useCallback } from 'react'
import { keyOf } from '~/ui/grid/keyOf'
import type { GridKey } from '~/ui/grid/model'
import type { Actions } from './useActions'

type Plain = keyof Pick<Actions, 'insert' | 'remove' | 'indent' | 'outdent' | 'moveUp' | 'moveDown' | 'undo' | 'redo'>
type Action = Plain | keyof MoreKeys

/** Alt, Ctrl (Cmd) and Shift in this order before the key. */
const KEYS: Readonly<Record<string, Action>> = {
  'alt+ArrowRight': 'indent', 'alt+ArrowLeft': 'outdent', 'alt+ArrowUp': 'moveUp', 'alt+ArrowDown': 'moveDown',
  Insert: 'insert', 'ctrl+i': 'insert', 'ctrl+Delete': 'remove', 'ctrl+-': 'remove', 'ctrl+z': 'undo', 'ctrl+y': 'redo', 'ctrl+shift+z': 'redo',
  'alt+ctrl+ArrowRight': 'unfold', 'alt+ctrl+ArrowLeft': 'fold', ContextMenu: 'menu', 'shift+F10': 'menu', 'ctrl+Enter': 'panel', 'alt+Enter': 'open', ' ': 'space', '/': 'search',
} // prettier-ignore

export interface MoreKeys {
  readonly menu: () => void
  readonly panel: () => void
  readonly open: () => void
  readonly search: () => void
  /** Says whether it was for a box to tick; else the key is typed. */
  readonly space: () => boolean
  readonly fold: () => void
  readonly unfold: () => void
}

export function useKeys(actions: Actions, more: MoreKeys): (event: GridKey) => void {
  return useCallback(
    (event) => {
      const action = KEYS[keyOf(event)]
      if (!action) return
      const done = action in more ? more[action as keyof MoreKeys]() : actions[action as Plain]()
      if (done === false) return
      event.cancel()
      event.preventDefault()
      event.stopPropagation()
    },
    [actions, more],
  )
}
