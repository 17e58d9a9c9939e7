/** What Ctrl+K finds on this page, and the keys that `?` lists. */
import { useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import { useCommands, type Command } from '~/ui/commands'
import type { Shared } from './shared'

export function useCommandList({ actions, rights, view }: Shared): void {
  const { t } = useLingui()
  const { change, shown } = view
  const commands = useMemo<Command[]>(() => {
    const listed = (id: string, label: string, keys: string, run: () => void): Command => ({ id: `register.${id}`, label, keys, listedOnly: true, run })
    const looks: Command[] = [
      { id: 'register.compact', label: t`Compact or roomy rows`, run: () => change({ compact: shown.compact ? undefined : true }) },
      { id: 'register.cards', label: t`Show as cards or as a grid`, run: () => change({ show: shown.show === 'cards' ? 'grid' : 'cards' }) },
      { id: 'register.clear', label: t`Clear search and filter`, run: () => change({ q: undefined, filter: [] }) },
      listed('panel', t`Comments, files and history of the row`, 'mod+enter', () => change({ panel: true })),
    ]
    if (!rights.edit) return looks
    return [
      ...looks,
      listed('insert', t`Insert a row above`, 'insert', actions.insert),
      listed('remove', t`Delete the selected rows`, 'mod+delete', actions.remove),
      listed('indent', t`Indent`, 'alt+right', actions.indent),
      listed('outdent', t`Outdent`, 'alt+left', actions.outdent),
      listed('up', t`Move up`, 'alt+up', actions.moveUp),
      listed('down', t`Move down`, 'alt+down', actions.moveDown),
      listed('undo', t`Undo`, 'mod+z', actions.undo),
      listed('redo', t`Redo`, 'mod+y', actions.redo),
    ]
  }, [t, actions, rights, change, shown])
  useCommands(commands)
}
