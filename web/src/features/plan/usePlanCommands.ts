/** What Ctrl+K finds on this page, and the keys that `?` lists. */
import { useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import { closer, wider, type Zoom } from '~/engines/gantt/zoom'
import { useCommands, type Command } from '~/ui/commands'
import type { PlanSearch } from './search'
import type { Actions } from './useActions'

interface Needs {
  actions: Actions
  mayEdit: boolean
  zoom: Zoom
  search: PlanSearch
  change: (part: PlanSearch) => void
}

export function usePlanCommands({ actions, mayEdit, zoom, search, change }: Needs): void {
  const { t } = useLingui()
  const { critical, baseline, compact } = search
  const commands = useMemo<Command[]>(() => {
    const listed = (id: string, label: string, keys: string, run: () => void): Command => ({ id: `plan.${id}`, label, keys, listedOnly: true, run })
    const looks: Command[] = [
      { id: 'plan.closer', label: t`Zoom in`, run: () => change({ zoom: closer(zoom) }) },
      { id: 'plan.wider', label: t`Zoom out`, run: () => change({ zoom: wider(zoom) }) },
      { id: 'plan.critical', label: t`Show or hide the critical path`, run: () => change({ critical: critical === false ? undefined : false }) },
      { id: 'plan.baseline', label: t`Show or hide the baseline`, run: () => change({ baseline: baseline === false ? undefined : false }) },
      { id: 'plan.compact', label: t`Compact or roomy rows`, run: () => change({ compact: compact ? undefined : true }) },
      listed('panel', t`Comments, files and history of the row`, 'mod+shift+enter', () => change({ panel: true, inspect: undefined })),
    ]
    if (!mayEdit) return looks
    return [
      ...looks,
      listed('insert', t`Insert a row above`, 'insert', actions.insert),
      listed('remove', t`Delete the selected rows`, 'mod+delete', actions.remove),
      listed('indent', t`Indent`, 'alt+right', actions.indent),
      listed('outdent', t`Outdent`, 'alt+left', actions.outdent),
      listed('up', t`Move up`, 'alt+up', actions.moveUp),
      listed('down', t`Move down`, 'alt+down', actions.moveDown),
      listed('link', t`Link the selected rows in order`, 'mod+f2', actions.link),
      listed('unlink', t`Remove links`, 'mod+shift+f2', actions.unlink),
      listed('later', t`Start a day later`, 'alt+shift+right', () => actions.step(1)),
      listed('earlier', t`Start a day earlier`, 'alt+shift+left', () => actions.step(-1)),
      listed('undo', t`Undo`, 'mod+z', actions.undo),
      listed('redo', t`Redo`, 'mod+y', actions.redo),
    ]
  }, [t, actions, mayEdit, zoom, critical, baseline, compact, change])
  useCommands(commands)
}
