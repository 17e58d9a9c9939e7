/** The menus above the list: group by, columns, sort. */
import { Menu, ScrollArea } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconAdjustmentsHorizontal, IconArrowsSort, IconLayoutList } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useAllColumns, useColumnName } from '~/features/portfolio/columns'
import { usePage } from '~/features/portfolio/profileContext'
import { offered } from '~/features/portfolio/profiles'
import { GROUPS, SORTS, type Column, type Group, type Sort } from '~/features/portfolio/search'
import { useChangeSearch, usePortfolioSearch } from '~/features/portfolio/usePortfolio'
import classes from './PortfolioPage.module.css'

const ICON = { size: 16, stroke: 1.6 }
const GROUPED: ReadonlySet<string> = new Set(['text', 'choice', 'symbol', 'person', 'check'])

function MenuChip({ icon, label, children }: { icon: ReactNode; label: ReactNode; children: ReactNode }) {
  return (
    <Menu position="bottom-start" width={240} shadow="md" closeOnItemClick={false}>
      <Menu.Target>
        <button type="button" className={classes.chip}>
          {icon}
          {label}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <ScrollArea.Autosize mah={420} type="auto">
          {children}
        </ScrollArea.Autosize>
      </Menu.Dropdown>
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

export function GroupMenu() {
  const { t } = useLingui()
  const { group } = usePortfolioSearch()
  const { profiles } = usePage()
  const change = useChangeSearch()
  const names: Record<string, string> = { unit: t`Unit`, portfolio: t`Portfolio`, programme: t`Programme`, manager: t`Manager`, status: t`Status` }
  const by: Record<string, string> = { unit: t`By unit`, portfolio: t`By portfolio`, programme: t`By programme`, manager: t`By manager`, status: t`By status` }
  const own = offered(profiles).filter((column) => GROUPED.has(column.type) && !column.lines)
  const chosen = own.find((column) => group === `p.${column.key}`)?.title
  return (
    <MenuChip icon={<IconLayoutList {...ICON} />} label={group ? (by[group] ?? chosen ?? t`Group`) : t`Group`}>
      <Choice role="menuitemradio" chosen={!group} label={t`No groups`} choose={() => change({ group: undefined })} />
      {GROUPS.map((one) => (
        <Choice key={one} role="menuitemradio" chosen={group === one} label={names[one] ?? one} choose={() => change({ group: one })} />
      ))}
      {own.length > 0 && <Menu.Divider />}
      {own.map((column) => (
        <Choice key={column.key} role="menuitemradio" chosen={group === `p.${column.key}`} label={column.title} choose={() => change({ group: `p.${column.key}` as Group })} />
      ))}
    </MenuChip>
  )
}

export function ColumnsMenu() {
  const search = usePortfolioSearch()
  const change = useChangeSearch()
  const columnName = useColumnName()
  const all = useAllColumns()
  const { usual } = usePage()
  const shown = search.columns ?? usual
  const turn = (column: Column) => {
    const next = shown.includes(column) ? shown.filter((one) => one !== column) : all.filter((one) => one === column || shown.includes(one))
    if (next.length > 0) change({ columns: next.join() === usual.join() ? undefined : [...next] })
  }
  return (
    <MenuChip icon={<IconAdjustmentsHorizontal {...ICON} />} label={<Trans>Columns</Trans>}>
      {all.map((column) => (
        <Choice key={column} role="menuitemcheckbox" chosen={shown.includes(column)} label={columnName(column)} choose={() => turn(column)} />
      ))}
    </MenuChip>
  )
}

export function SortMenu() {
  const { t } = useLingui()
  const search = usePortfolioSearch()
  const { profiles } = usePage()
  const change = useChangeSearch()
  const columnName = useColumnName()
  const sorts: readonly Sort[] = [...SORTS, ...offered(profiles).map((column) => `p.${column.key}` as const)]
  return (
    <MenuChip icon={<IconArrowsSort {...ICON} />} label={<Trans>Sort</Trans>}>
      {sorts.map((sort) => (
        <Choice key={sort} role="menuitemradio" chosen={(search.sort ?? 'status') === sort} label={columnName(sort as Column)} choose={() => change({ sort, down: undefined })} />
      ))}
      <Menu.Divider />
      <Choice role="menuitemcheckbox" chosen={search.down === true} label={t`The other way round`} choose={() => change({ down: search.down ? undefined : true })} />
    </MenuChip>
  )
}
