/** Which columns are shown and in which order; columns that people add, and the retired ones of them. */
import { ActionIcon, Button, Checkbox, Popover, Stack, VisuallyHidden } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconArrowDown, IconArrowUp, IconColumns3, IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { textOf } from '~/engines/register/columns'
import classes from './Register.module.css'
import { NODE_COLUMN, type Shared } from './shared'

export function ColumnsMenu(shared: Shared) {
  const { columns, visible, view, editing } = shared
  const { t } = useLingui()
  const [opened, setOpened] = useState(false)
  const keys = visible.map((column) => column.key).filter((key) => key !== NODE_COLUMN)
  const set = (next: readonly string[]) => view.change({ cols: next.join('.') })
  const toggle = (key: string) => set(keys.includes(key) ? keys.filter((each) => each !== key) : [...keys, key])
  const shift = (key: string, by: number) => {
    const next = [...keys]
    const from = next.indexOf(key)
    next.splice(from + by, 0, ...next.splice(from, 1))
    set(next)
  }
  const rest = columns.filter((column) => !keys.includes(column.key) && column.key !== NODE_COLUMN)
  return (
    <Popover position="bottom-end" trapFocus returnFocus opened={opened} onChange={setOpened} width={320}>
      <Popover.Target>
        <ActionIcon aria-label={t`Columns`} data-columns onClick={() => setOpened(!opened)}>
          <IconColumns3 size={18} stroke={1.75} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown mah={480} style={{ overflow: 'auto' }} aria-label={t`Columns`}>
        <Stack gap={4}>
          {[...keys.map((key) => columns.find((column) => column.key === key)), ...rest].map(
            (column) =>
              column && (
                <div key={column.key} className={classes.columnLine}>
                  <Checkbox size="sm" label={<span translate="no">{column.title}</span>} disabled={column.primary} checked={keys.includes(column.key)} onChange={() => toggle(column.key)} />
                  <span>
                    {editing.owner(column.key) && (
                      <ActionIcon size={24} aria-label={t`Change the column ${column.title}`} onClick={() => (setOpened(false), editing.open(column.key))}>
                        <IconPencil size={14} />
                      </ActionIcon>
                    )}
                    {!column.primary && keys.includes(column.key) && (
                      <>
                        <ActionIcon size={24} aria-label={t`${column.title}: further left`} disabled={keys.indexOf(column.key) < 2} onClick={() => shift(column.key, -1)}>
                          <IconArrowUp size={14} />
                        </ActionIcon>
                        <ActionIcon size={24} aria-label={t`${column.title}: further right`} disabled={keys.indexOf(column.key) === keys.length - 1} onClick={() => shift(column.key, 1)}>
                          <IconArrowDown size={14} />
                        </ActionIcon>
                      </>
                    )}
                  </span>
                </div>
              ),
          )}
          {(editing.here ?? editing.everywhere) && (
            <Button size="compact-sm" variant="default" mt={8} onClick={() => (setOpened(false), editing.open(null))}>
              <Trans>New column</Trans>
            </Button>
          )}
          <Retired {...shared} />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}

/** Columns that were retired keep their values; here they come back. */
function Retired({ state, editing, view }: Shared) {
  const { i18n } = useLingui()
  const found = view.shown.on ? [] : (state.head?.retired ?? []).filter((column) => editing.owner(column.key))
  if (found.length === 0) return null
  return (
    <section className={classes.retired} aria-labelledby="retired-columns">
      <h3 id="retired-columns">
        <Trans>Retired columns</Trans>
      </h3>
      {found.map((column) => {
        const title = textOf(column.options?.['titles'], i18n.locale) ?? column.title
        return (
          <div key={column.key} className={classes.columnLine}>
            <span translate="no" dir="auto">
              {title}
            </span>
            <Button size="compact-xs" variant="subtle" disabled={editing.busy} onClick={() => editing.bringBack({ key: column.key, title })}>
              <Trans>Bring back</Trans>
              <VisuallyHidden translate="no"> {title}</VisuallyHidden>
            </Button>
          </div>
        )
      })}
    </section>
  )
}
