/** The keys of the grid beyond those of every grid. */
import { useCallback } from 'react'
import { keyOf } from '~/ui/grid/keyOf'
import type { GridKey } from '~/ui/grid/model'
import type { Actions } from './useActions'

type Action = keyof Pick<Actions, 'insert' | 'remove' | 'indent' | 'outdent' | 'moveUp' | 'moveDown' | 'link' | 'unlink' | 'undo' | 'redo'> | 'later' | 'earlier' | 'menu' | 'inspect' | 'panel' | 'fold' | 'unfold'

const KEYS: Readonly<Record<string, Action>> = {
  'alt+ArrowRight': 'indent', 'alt+ArrowLeft': 'outdent', 'alt+ArrowUp': 'moveUp', 'alt+ArrowDown': 'moveDown',
  Insert: 'insert', 'ctrl+i': 'insert', 'ctrl+Delete': 'remove', 'ctrl+-': 'remove',
  'ctrl+F2': 'link', 'ctrl+shift+F2': 'unlink', 'ctrl+z': 'undo', 'ctrl+y': 'redo', 'ctrl+shift+z': 'redo',
  'alt+shift+ArrowRight': 'later', 'alt+shift+ArrowLeft': 'earlier', 'alt+ctrl+ArrowRight': 'unfold', 'alt+ctrl+ArrowLeft': 'fold',
  ContextMenu: 'menu', 'shift+F10': 'menu', 'ctrl+Enter': 'inspect', 'ctrl+shift+Enter': 'panel',
} // prettier-ignore

export interface MoreKeys {
  menu: () => void
  inspect: () => void
  panel: () => void
  fold: (open: boolean) => void
}

export function useKeys(actions: Actions, more: MoreKeys): (event: GridKey) => void {
  return useCallback(
    (event) => {
      const action = KEYS[keyOf(event)]
      if (!action) return
      event.cancel()
      event.preventDefault()
      event.stopPropagation()
      run(action, actions, more)
    },
    [actions, more],
  )
}

function run(action: Action, actions: Actions, more: MoreKeys): void {
  switch (action) {
    case 'later':
      return actions.step(1)
    case 'earlier':
      return actions.step(-1)
    case 'menu':
      return more.menu()
    case 'inspect':
    case 'panel':
      return more[action]()
    case 'fold':
    case 'unfold':
      return more.fold(action === 'unfold')
    default:
      actions[action]()
  }
}
