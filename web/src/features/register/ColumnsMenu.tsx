/** Which columns are shown and in which order; new columns of the register's own. */
import { ActionIcon, Button, Checkbox, Popover, Select, Stack, TextInput, TagsInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconArrowDown, IconArrowUp, IconColumns3 } from '@tabler/icons-react'
import { useState } from 'react'
import { addColumn } from '~/client/registers'
import { newCallId } from '~/client/sheets'
import type { ColumnType } from '~/engines/register/columns'
import { useErrorText } from '~/ui/errorText'
import classes from './Register.module.css'
import { NODE_COLUMN, type Shared } from './shared'

export function ColumnsMenu(shared: Shared) {
  const { columns, visible, view, rights, across } = shared
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
    <Popover position="bottom-end" trapFocus returnFocus opened={opened} onChange={setOpened} width={300}>
      <Popover.Target>
        <ActionIcon aria-label={t`Columns`} onClick={() => setOpened(!opened)}>
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
                  {!column.primary && keys.includes(column.key) && (
                    <span>
                      <ActionIcon size={24} aria-label={t`${column.title}: further left`} disabled={keys.indexOf(column.key) < 2} onClick={() => shift(column.key, -1)}>
                        <IconArrowUp size={14} />
                      </ActionIcon>
                      <ActionIcon size={24} aria-label={t`${column.title}: further right`} disabled={keys.indexOf(column.key) === keys.length - 1} onClick={() => shift(column.key, 1)}>
                        <IconArrowDown size={14} />
                      </ActionIcon>
                    </span>
                  )}
                </div>
              ),
          )}
          {rights.columns && !across && <NewColumn {...shared} done={() => setOpened(false)} />}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}

function NewColumn({ store, done }: Shared & { done: () => void }) {
  const { t } = useLingui()
  const errorText = useErrorText()
  const [title, setTitle] = useState('')
  const [type, setType] = useState<string>('text')
  const [choices, setChoices] = useState<string[]>([])
  const types = useTypeNames()
  if (!('sheet' in store.place)) return null
  const { sheet } = store.place
  const add = () =>
    void addColumn(sheet, { title: title.trim(), type, choices: type === 'choice' || type === 'choices' ? choices : [], client_op_id: newCallId() })
      .then(() => store.readHead())
      .then(done)
      .catch((error: unknown) => notifications.show({ message: errorText(error), color: 'red' }))
  return (
    <form
      className={classes.newColumn}
      onSubmit={(event) => {
        event.preventDefault()
        if (title.trim()) add()
      }}
    >
      <TextInput size="xs" label={t`New column`} placeholder={t`Title`} value={title} maxLength={200} onChange={(event) => setTitle(event.currentTarget.value)} />
      <Select size="xs" aria-label={t`Type of the new column`} allowDeselect={false} comboboxProps={{ withinPortal: false }} value={type} onChange={(next) => next && setType(next)} data={types} />
      {(type === 'choice' || type === 'choices') && <TagsInput size="xs" aria-label={t`Choices`} placeholder={t`Choices, each with Enter`} comboboxProps={{ withinPortal: false }} value={choices} onChange={setChoices} />}
      <Button type="submit" size="compact-sm" variant="default" disabled={!title.trim()}>
        <Trans>Add column</Trans>
      </Button>
    </form>
  )
}

function useTypeNames(): { value: string; label: string }[] {
  const { t } = useLingui()
  const names: Partial<Record<ColumnType, string>> = {
    text: t`Text`, number: t`Number`, money: t`Money`, percent: t`Percent`, date: t`Date`, person: t`Person`, people: t`People`, choice: t`Choice`, choices: t`Several choices`,
    check: t`Box to tick`, url: t`Web address`,
  } // prettier-ignore
  return Object.entries(names).map(([value, label]) => ({ value, label }))
}
