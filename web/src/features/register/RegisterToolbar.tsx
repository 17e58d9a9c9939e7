/** Above the register: undo, views, search, filter, sort, groups, columns, another day; what is on its way to the server. */
import { ActionIcon, Button, Menu, TextInput, Tooltip } from '@mantine/core'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { IconArrowBackUp, IconArrowForwardUp, IconDots, IconPlus, IconSearch } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { exportAddress } from '~/client/registers'
import { AddAcross } from './AddAcross'
import { AsItWas } from './AsItWas'
import { Chips } from './Chips'
import { ColumnsMenu } from './ColumnsMenu'
import { FilterMenu } from './FilterMenu'
import { GroupMenu, SortMenu } from './OrderMenus'
import classes from './Register.module.css'
import { NODE_COLUMN, type Shared } from './shared'
import { ResetView, ViewsMenu } from './ViewsMenu'

interface RegisterToolbarProps extends Shared {
  filterOpened: boolean
  openFilter: (opened: boolean) => void
}

export function RegisterToolbar({ filterOpened, openFilter, ...shared }: RegisterToolbarProps) {
  const { state, view, actions, rights, narrow, across } = shared
  const { t } = useLingui()
  return (
    <>
      <div className={classes.toolbar} role="toolbar" aria-label={t`Register`}>
        {rights.edit && !narrow && (
          <span className={classes.group}>
            <Tool label={t`Undo`} run={actions.undo} disabled={!state.canUndo && state.waiting === 0} icon={<IconArrowBackUp size={18} stroke={1.75} />} />
            <Tool label={t`Redo`} run={actions.redo} disabled={!state.canRedo} icon={<IconArrowForwardUp size={18} stroke={1.75} />} />
            {rights.insert && !across && <Tool label={t`Insert a row above`} run={actions.insert} icon={<IconPlus size={18} stroke={1.75} />} />}
          </span>
        )}
        {across && <AddAcross {...shared} />}
        {narrow && !across && rights.insert && <Tool label={t`Add a row`} run={() => (actions.append(), view.change({ panel: true }))} icon={<IconPlus size={18} stroke={1.75} />} />}
        <span className={classes.group}>
          <ViewsMenu {...shared} />
          <ResetView {...shared} />
        </span>
        <TextInput
          className={classes.search}
          size="xs"
          type="search"
          aria-label={t`Search this register`}
          placeholder={t`Search`}
          leftSection={<IconSearch size={14} />}
          data-page-filter
          value={view.search.q ?? ''}
          onChange={(event) => view.change({ q: event.currentTarget.value })}
        />
        <span className={classes.group}>
          <FilterMenu {...shared} opened={filterOpened} onChange={openFilter} />
          <SortMenu {...shared} />
          <GroupMenu {...shared} />
        </span>
        <span className={classes.space} />
        <Sending {...shared} />
        <span className={classes.group}>
          <AsItWas {...shared} />
          {!narrow && <ColumnsMenu {...shared} />}
          <More {...shared} />
        </span>
      </div>
      <Chips {...shared} openFilter={() => openFilter(true)} />
    </>
  )
}

function Tool({ label, run, icon, disabled }: { label: string; run: () => void; icon: ReactNode; disabled?: boolean }) {
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} onClick={run} disabled={disabled}>
        {icon}
      </ActionIcon>
    </Tooltip>
  )
}

function More({ view, narrow, state, rights, across, place, visible }: Shared) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { head } = state
  const { q, filter, sort, group, on } = view.shown
  const keys = visible.map((column) => column.key).filter((key) => key !== NODE_COLUMN)
  const told = { filter, sort, group: group ?? null, search: q, columns: keys, ...(on ? { as_of: on } : {}) }
  const cards = view.shown.show === 'cards' || (narrow && view.shown.show !== 'grid')
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t`More`}>
          <IconDots size={18} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => view.change({ show: cards ? 'grid' : 'cards' })}>{cards ? t`Show as a grid` : t`Show as cards`}</Menu.Item>
        {rights.insert && !across && head?.id !== undefined && (
          <Menu.Item onClick={() => void navigate({ to: '/lists/new', search: { parent: head.node.id, kind: head.kind, sheet: head.id } })}>{t`Import a list`}</Menu.Item>
        )}
        <Menu.Item onClick={() => view.change({ compact: view.shown.compact ? undefined : true })}>{view.shown.compact ? t`Roomy rows` : t`Compact rows`}</Menu.Item>
        <Menu.Divider />
        <Menu.Item component="a" href={exportAddress(place, 'xlsx', told)} download>{t`Save as an Excel workbook`}</Menu.Item>
        <Menu.Item component="a" href={exportAddress(place, 'csv', told)} download>{t`Save as CSV`}</Menu.Item>
        <Menu.Item component="a" href={exportAddress(place, 'json', told)} download>{t`Save as JSON`}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** Quiet while all is well. */
function Sending({ state, rights, view, store }: Shared) {
  if (state.offline) {
    return (
      <span className={classes.note} data-warn role="status">
        <Plural value={state.waiting} one="No connection. # edit is kept here and sent when it is back." other="No connection. # edits are kept here and sent when it is back." />
      </span>
    )
  }
  if (state.stayed) {
    return (
      <span className={classes.note} data-warn role="status">
        <Trans>This view could not be read. The rows are still those from before.</Trans>{' '}
        <Button size="compact-xs" variant="subtle" onClick={store.retry}>
          <Trans>Try again</Trans>
        </Button>
      </span>
    )
  }
  if (state.orderIsOld && view.flat) {
    return (
      <span className={classes.note} role="status">
        <Trans>Changed since it was put in order.</Trans>{' '}
        <Button size="compact-xs" variant="subtle" onClick={() => void store.again()}>
          <Trans>Put in order again</Trans>
        </Button>
      </span>
    )
  }
  if (!rights.edit && !view.shown.on) {
    return (
      <span className={classes.note}>
        <Trans>You may read this register, not change it.</Trans>
      </span>
    )
  }
  return null
}
