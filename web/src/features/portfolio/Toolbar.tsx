/** Filter, group, columns and, where there is no table head, sort: all of it is in the address. */
import { Popover, TextInput } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconChartLine, IconHistory, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import type { PortfolioItem } from '~/client/types'
import { FilterChips, FilterMenu } from '~/features/portfolio/FilterMenu'
import { ColumnsMenu, GroupMenu, SortMenu } from '~/features/portfolio/Menus'
import type { StatusFilter } from '~/features/portfolio/search'
import { useChangeSearch, usePortfolioSearch } from '~/features/portfolio/usePortfolio'
import { useFormat } from '~/lib/useFormat'
import { StatusMark } from '~/ui/StatusMark'
import classes from './PortfolioPage.module.css'

const STATES: readonly StatusFilter[] = ['R', 'A', 'G', 'grey']
const ICON = { size: 16, stroke: 1.6 }

export function Toolbar({ count, items, narrow }: { count: number; items: readonly PortfolioItem[]; narrow: boolean }) {
  const format = useFormat()
  const search = usePortfolioSearch()
  const change = useChangeSearch()
  const all = items.length
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
      <FilterMenu items={items} />
      <FilterChips />
      <GroupMenu />
      {narrow ? <SortMenu /> : <ColumnsMenu />}
      <button type="button" className={classes.chip} aria-pressed={search.tile === 'trend'} onClick={() => change({ tile: search.tile === 'trend' ? undefined : 'trend', open: undefined, figure: undefined })}>
        <IconChartLine {...ICON} />
        <Trans>Over time</Trans>
      </button>
      <OnDay />
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

/** The list as it was on a day. */
function OnDay() {
  const { t } = useLingui()
  const { on } = usePortfolioSearch()
  const change = useChangeSearch()
  return (
    <Popover position="bottom-start" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className={classes.chip} aria-pressed={on !== undefined}>
          <IconHistory {...ICON} />
          <Trans>As it was on</Trans>
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <TextInput type="date" label={t`Day`} value={on ?? ''} onChange={(event) => change({ on: event.currentTarget.value || undefined, open: undefined, tile: undefined })} />
      </Popover.Dropdown>
    </Popover>
  )
}
