/** How the rows are ordered: by which columns, and in which groups. */
import { ActionIcon, Button, Menu, Popover, SegmentedControl, Select, Stack } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconArrowsSort, IconLayoutRows, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { Sort } from '~/engines/register/conditions'
import classes from './Register.module.css'
import { NODE_COLUMN, type Shared } from './shared'

const MOST = 4

export function SortMenu({ view, columns }: Shared) {
  const { t } = useLingui()
  const [opened, setOpened] = useState(false)
  const { sort } = view.shown
  const set = (next: readonly Sort[]) => view.change({ order: next })
  const data = columns.filter((column) => column.key !== NODE_COLUMN).map((column) => ({ value: column.key, label: column.title }))
  return (
    <Popover position="bottom-start" trapFocus returnFocus opened={opened} onChange={setOpened} width="min(420px, calc(100vw - 24px))">
      <Popover.Target>
        <Button size="compact-sm" variant={sort.length > 0 ? 'light' : 'subtle'} color={sort.length > 0 ? 'accent' : 'gray'} leftSection={<IconArrowsSort size={16} stroke={1.75} />} onClick={() => setOpened(!opened)}>
          {sort.length > 0 ? t`Sort (${sort.length})` : t`Sort`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t`Sort`}>
        <Stack gap="xs">
          {sort.map(([key, direction], index) => (
            <div key={index} className={classes.sortLine}>
              <Select size="xs" searchable openOnFocus={false} allowDeselect={false} aria-label={t`Column`} comboboxProps={{ withinPortal: false }} value={key} data={data} onChange={(next) => next && set(sort.map((each, at) => (at === index ? [next, direction] : each)))} />
              <SegmentedControl
                size="xs"
                aria-label={t`Direction`}
                value={direction}
                onChange={(next) => set(sort.map((each, at) => (at === index ? [key, next as 'asc' | 'desc'] : each)))}
                data={[{ value: 'asc', label: t`Up` }, { value: 'desc', label: t`Down` }]}
              />
              <ActionIcon aria-label={t`Do not sort by this`} onClick={() => set(sort.filter((_, at) => at !== index))}>
                <IconX size={14} />
              </ActionIcon>
            </div>
          ))}
          {sort.length < MOST && (
            <Select
              size="xs"
              searchable
              openOnFocus={sort.length === 0}
              aria-label={t`Sort by`}
              placeholder={sort.length === 0 ? t`Sort by` : t`then by`}
              comboboxProps={{ withinPortal: false }}
              value={null}
              data={data.filter((each) => !sort.some(([key]) => key === each.value))}
              onChange={(next) => next && set([...sort, [next, 'asc']])}
            />
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}

/** Columns whose values repeat: grouping by them says something. */
const GROUPED: ReadonlySet<string> = new Set(['choice', 'choices', 'symbol', 'person', 'people', 'check', 'date', 'link', 'text', 'number', 'created_by', 'changed_by'])

export function GroupMenu({ view, columns }: Shared) {
  const { t } = useLingui()
  const { group } = view.shown
  const by = columns.find((column) => column.key === group)
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button size="compact-sm" variant={by ? 'light' : 'subtle'} color={by ? 'accent' : 'gray'} leftSection={<IconLayoutRows size={16} stroke={1.75} />}>
          {by ? t`By ${by.title}` : t`Group`}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflow: 'auto' }}>
        <Menu.Item onClick={() => view.change({ by: 'none', shut: undefined })}>
          <Trans>No groups</Trans>
        </Menu.Item>
        {columns.filter((column) => GROUPED.has(column.type) && !column.primary && column.key !== NODE_COLUMN).map((column) => (
          <Menu.Item key={column.key} translate="no" onClick={() => view.change({ by: column.key, shut: undefined })}>
            {column.title}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
