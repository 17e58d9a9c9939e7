/** The menu of the selected rows, with the key for each action. */
import { Menu } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { KeyCaps } from '~/ui/KeyCaps'
import type { Actions } from './useActions'
import type { Selection } from './useSelection'

export interface MenuPlace {
  readonly x: number
  readonly y: number
}

interface RowMenuProps {
  place: MenuPlace | null
  close: () => void
  actions: Actions
  mayEdit: boolean
  selection: Selection
  copy: () => void
  inspect: () => void
  /** Opens comments, files and history, where the page has them. */
  panel?: () => void
}

export function RowMenu({ place, close, actions, mayEdit, selection, copy, inspect, panel }: RowMenuProps) {
  const { t } = useLingui()
  if (!place) return null
  const many = selection.rows.length > 1
  return (
    <Menu opened onClose={close} position="bottom-start" offset={0} returnFocus width={260} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <button type="button" tabIndex={-1} aria-label={t`Rows`} style={{ position: 'fixed', left: place.x, top: place.y, width: 1, height: 1, padding: 0, border: 0, opacity: 0 }} />
      </Menu.Target>
      <Menu.Dropdown>
        <Item run={inspect} keys="mod+enter" label={<Trans>Show why</Trans>} />
        {panel && <Item run={panel} keys="mod+shift+enter" label={<Trans>Comments, files and history</Trans>} />}
        <Item run={copy} keys="mod+c" label={<Trans>Copy</Trans>} />
        {mayEdit && (
          <>
            <Menu.Divider />
            <Item run={actions.insert} keys="insert" label={<Trans>Insert a row above</Trans>} />
            <Item run={actions.remove} keys="mod+delete" label={many ? <Trans>Delete rows</Trans> : <Trans>Delete row</Trans>} />
            <Menu.Divider />
            <Item run={actions.indent} keys="alt+right" label={<Trans>Indent</Trans>} />
            <Item run={actions.outdent} keys="alt+left" label={<Trans>Outdent</Trans>} />
            <Item run={actions.moveUp} keys="alt+up" label={<Trans>Move up</Trans>} />
            <Item run={actions.moveDown} keys="alt+down" label={<Trans>Move down</Trans>} />
            <Menu.Divider />
            {many && <Item run={actions.link} keys="mod+f2" label={<Trans>Link in order</Trans>} />}
            <Item run={actions.unlink} keys="mod+shift+f2" label={many ? <Trans>Remove links between them</Trans> : <Trans>Remove its predecessors</Trans>} />
            <Item run={() => actions.step(1)} keys="alt+shift+right" label={<Trans>Start a day later</Trans>} />
            <Item run={() => actions.step(-1)} keys="alt+shift+left" label={<Trans>Start a day earlier</Trans>} />
            <Menu.Divider />
            <Item run={actions.undo} keys="mod+z" label={<Trans>Undo</Trans>} />
            <Item run={actions.redo} keys="mod+y" label={<Trans>Redo</Trans>} />
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

function Item({ run, keys, label }: { run: () => void; keys: string; label: ReactNode }) {
  return (
    <Menu.Item onClick={run} rightSection={<KeyCaps keys={keys} />}>
      {label}
    </Menu.Item>
  )
}
