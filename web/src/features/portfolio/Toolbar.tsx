/** Filter, group, columns and, where there is no table head, sort: all of it is in the address. */
import { Menu, TextInput } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconAdjustmentsHorizontal, IconArrowsSort, IconLayoutList, IconSearch } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useColumnName } from '~/features/portfolio/columns'
import { COLUMNS, DEFAULT_COLUMNS, GROUPS, SORTS, type Column, type StatusFilter } from '~/features/portfolio/search'
import { useChangeSearch, usePortfolioSearch } from '~/features/portfolio/usePortfolio'
import { useFormat } from '~/lib/useFormat'
import { StatusMark } from '~/ui/StatusMark'
import classes from './PortfolioPage.module.css'

const STATES: readonly StatusFilter[] = ['R', 'A', 'G', 'grey']
const ICON = { size: 16, stroke: 1.6 }

export function Toolbar({ count, all, narrow }: { count: number; all: number; narrow: boolean }) {
  const format = useFormat()
  const search = usePortfolioSearch()
  const change = useChangeSearch()
  const toggle = (state: StatusFilter) => {
    const now = search.status ?? []
    const next = now.includes(state) ? now.filter((one) => one !== state) : [...now, state]
    change({ status: next.length ? next : undefined })
  }
  return (
    <div className={classes.toolbar}>
      <FilterInput />
      {STATES.map((state) => (
        <button key={state} type="button" className={classes.chip} aria-pressed={search.status?.includes(state) ?? false} onClick={() => toggle(state)}>
          <StatusMark colour={state} size={16} />
        </button>
      ))}
      <button type="button" className={classes.chip} aria-pressed={search.late === true} onClick={() => change({ late: search.late ? undefined : true })}>
        <Trans>Late</Trans>
      </button>
      <GroupMenu />
      {narrow ? <SortMenu /> : <ColumnsMenu />}
      <span className={classes.count} aria-live="polite">
        {count === all ? <Trans>{format.number(all)} projects</Trans> : <Trans>{format.number(count)} of {format.number(all)} projects</Trans>}
      </span>
    </div>
  )
}

function FilterInput() {
  const { t } = useLingui()
  const search = usePortfolioSearch()
  const change = useChangeSearch()
  const [typed, setTyped] = useState(search.q ?? '')
  const type = (value: string) => {
    setTyped(value)
    change({ q: value || undefined })
  }
  return (
    <TextInput
      className={classes.search}
      aria-label={t`Filter the projects`}
      placeholder={t`Filter  /`}
      data-page-filter
      leftSection={<IconSearch {...ICON} />}
      value={search.q === undefined ? '' : typed}
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && typed) type('')
      }}
    />
  )
}

function MenuChip({ icon, label, children }: { icon: ReactNode; label: ReactNode; children: ReactNode }) {
  return (
    <Menu position="bottom-start" width={220} shadow="md" closeOnItemClick={false}>
      <Menu.Target>
        <button type="button" className={classes.chip}>
          {icon}
          {label}
        </button>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  )
}

function Choice({ chosen, label, choose, role }: { chosen: boolean; label: string; choose: () => void; role: 'menuitemradio' | 'menuitemcheckbox' }) {
  if (role === 'menuitemcheckbox') {
    return (
      <Menu.CheckboxItem checked={chosen} onChange={choose}>
        {label}
      </Menu.CheckboxItem>
    )
  }
  return (
    <Menu.RadioItem value={label} checked={chosen} onChange={choose}>
      {label}
    </Menu.RadioItem>
  )
}

function GroupMenu() {
  const { t } = useLingui()
  const { group } = usePortfolioSearch()
  const change = useChangeSearch()
  const names = { unit: t`Unit`, portfolio: t`Portfolio`, programme: t`Programme`, manager: t`Manager`, status: t`Status` }
  const by = { unit: t`By unit`, portfolio: t`By portfolio`, programme: t`By programme`, manager: t`By manager`, status: t`By status` }
  return (
    <MenuChip icon={<IconLayoutList {...ICON} />} label={group ? by[group] : t`Group`}>
      <Choice role="menuitemradio" chosen={!group} label={t`No groups`} choose={() => change({ group: undefined })} />
      {GROUPS.map((one) => (
        <Choice key={one} role="menuitemradio" chosen={group === one} label={names[one]} choose={() => change({ group: one })} />
      ))}
    </MenuChip>
  )
}

function ColumnsMenu() {
  const search = usePortfolioSearch()
  const change = useChangeSearch()
  const columnName = useColumnName()
  const shown = search.columns ?? DEFAULT_COLUMNS
  const turn = (column: Column) => {
    const next = COLUMNS.filter((one) => (one === column ? !shown.includes(one) : shown.includes(one)))
    if (next.length > 0) change({ columns: next.join() === DEFAULT_COLUMNS.join() ? undefined : next })
  }
  return (
    <MenuChip icon={<IconAdjustmentsHorizontal {...ICON} />} label={<Trans>Columns</Trans>}>
      {COLUMNS.map((column) => (
        <Choice key={column} role="menuitemcheckbox" chosen={shown.includes(column)} label={columnName(column)} choose={() => turn(column)} />
      ))}
    </MenuChip>
  )
}

function SortMenu() {
  const { t } = useLingui()
  const search = usePortfolioSearch()
  const change = useChangeSearch()
  const columnName = useColumnName()
  return (
    <MenuChip icon={<IconArrowsSort {...ICON} />} label={<Trans>Sort</Trans>}>
      {SORTS.map((sort) => (
        <Choice key={sort} role="menuitemradio" chosen={(search.sort ?? 'status') === sort} label={columnName(sort)} choose={() => change({ sort, down: undefined })} />
      ))}
      <Menu.Divider />
      <Choice role="menuitemcheckbox" chosen={search.down === true} label={t`The other way round`} choose={() => change({ down: search.down ? undefined : true })} />
    </MenuChip>
  )
}
