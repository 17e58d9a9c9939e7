/** The menus of the grid: of the selected rows, and of a column. */
import { Menu } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { firstCondition, turned } from '~/engines/register/conditions'
import { KeyCaps } from '~/ui/KeyCaps'
import { NODE_COLUMN, type Shared } from './shared'

export interface Place {
  readonly x: number
  readonly y: number
}

function PlacedMenu({ place, close, label, children }: { place: Place; close: () => void; label: string; children: ReactNode }) {
  return (
    <Menu opened onClose={close} position="bottom-start" offset={0} returnFocus width={260} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <button type="button" tabIndex={-1} aria-label={label} style={{ position: 'fixed', left: place.x, top: place.y, width: 1, height: 1, padding: 0, border: 0, opacity: 0 }} />
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  )
}

function Item({ run, keys, label }: { run: () => void; keys?: string; label: ReactNode }) {
  return (
    <Menu.Item onClick={run} rightSection={keys && <KeyCaps keys={keys} />}>
      {label}
    </Menu.Item>
  )
}

interface RowMenuProps extends Shared {
  at: Place
  close: () => void
  copy: () => void
  panel: boolean
}

export function RowMenu({ at, close, copy, panel, actions, rights, selection, view, flat }: RowMenuProps & { flat: boolean }) {
  const { t } = useLingui()
  const many = (selection.slots?.count ?? 0) > 1
  return (
    <PlacedMenu place={at} close={close} label={t`Rows`}>
      {panel && <Item run={() => view.change({ panel: true })} keys="mod+enter" label={<Trans>Comments, files and history</Trans>} />}
      <Item run={copy} keys="mod+c" label={<Trans>Copy</Trans>} />
      {rights.insert && (
        <>
          <Menu.Divider />
          <Item run={actions.insert} keys="insert" label={<Trans>Insert a row above</Trans>} />
        </>
      )}
      {rights.remove && <Item run={actions.remove} keys="mod+delete" label={many ? <Trans>Delete rows</Trans> : <Trans>Delete row</Trans>} />}
      {rights.edit && (
        <>
          {!flat && (
            <>
              <Menu.Divider />
              <Item run={actions.indent} keys="alt+right" label={<Trans>Indent</Trans>} />
              <Item run={actions.outdent} keys="alt+left" label={<Trans>Outdent</Trans>} />
              <Item run={actions.moveUp} keys="alt+up" label={<Trans>Move up</Trans>} />
              <Item run={actions.moveDown} keys="alt+down" label={<Trans>Move down</Trans>} />
            </>
          )}
          <Menu.Divider />
          <Item run={actions.undo} keys="mod+z" label={<Trans>Undo</Trans>} />
          <Item run={actions.redo} keys="mod+y" label={<Trans>Redo</Trans>} />
        </>
      )}
    </PlacedMenu>
  )
}

interface HeaderMenuProps extends Shared {
  at: Place
  column: string
  close: () => void
  openFilter: () => void
}

export function HeaderMenu({ at, column: key, close, openFilter, view, visible, editing }: HeaderMenuProps) {
  const { t } = useLingui()
  const column = visible.find((each) => each.key === key)
  if (!column || key === NODE_COLUMN) return null
  const { shown, change } = view
  const now = shown.sort[0]?.[0] === key ? shown.sort[0][1] : undefined
  const hide = () => change({ cols: visible.filter((each) => each.key !== key && each.key !== NODE_COLUMN).map((each) => each.key).join('.') })
  const shift = (by: number) => {
    const keys = visible.map((each) => each.key).filter((each) => each !== NODE_COLUMN)
    const from = keys.indexOf(key)
    keys.splice(from + by, 0, ...keys.splice(from, 1))
    change({ cols: keys.join('.') })
  }
  const filter = () => {
    change({ filter: [...shown.filter, firstCondition(column)] })
    openFilter()
  }
  return (
    <PlacedMenu place={at} close={close} label={t`Column ${column.title}`}>
      <Item run={() => change({ order: [[key, 'asc']] })} label={<Trans>Sort up</Trans>} />
      <Item run={() => change({ order: [[key, 'desc']] })} label={<Trans>Sort down</Trans>} />
      {now && <Item run={() => change({ order: turned([[key, 'desc']], key) })} label={<Trans>Do not sort</Trans>} />}
      <Item run={() => change({ by: shown.group === key ? 'none' : key })} label={shown.group === key ? <Trans>Do not group</Trans> : <Trans>Group by this</Trans>} />
      <Item run={filter} label={<Trans>Filter by this</Trans>} />
      {!column.primary && (
        <>
          <Menu.Divider />
          <Item run={() => shift(-1)} label={<Trans>Move left</Trans>} />
          <Item run={() => shift(1)} label={<Trans>Move right</Trans>} />
          <Item run={hide} label={<Trans>Hide</Trans>} />
        </>
      )}
      {(editing.here ?? editing.everywhere) && <Menu.Divider />}
      {editing.owner(key) && (
        <>
          <Item run={() => editing.open(key)} label={<Trans>Change the column</Trans>} />
          <Item run={() => editing.retire(column)} label={<Trans>Retire the column</Trans>} />
        </>
      )}
      {(editing.here ?? editing.everywhere) && <Item run={() => editing.open(null)} label={<Trans>New column</Trans>} />}
    </PlacedMenu>
  )
}
