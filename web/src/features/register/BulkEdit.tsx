/** One value into a column of all selected rows, as one edit. */
import { Button, Popover, Select, Stack } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { FieldInput } from './FieldInput'
import { NODE_COLUMN, type Shared } from './shared'

export function BulkEdit(shared: Shared) {
  const { visible, selection, actions } = shared
  const { t } = useLingui()
  const [opened, setOpened] = useState(false)
  const [key, setKey] = useState<string | null>(null)
  const [value, setValue] = useState<unknown>(null)
  const editable = visible.filter((column) => column.editable && column.key !== NODE_COLUMN)
  const column = editable.find((each) => each.key === key) ?? editable.find((each) => each.key === selection.column?.key) ?? editable[0]
  if (!column) return null
  const count = selection.slots?.count ?? 0
  const apply = () => {
    actions.fill(column, typeof value === 'string' ? { text: value } : { text: '', picked: { value } })
    setOpened(false)
  }
  return (
    <Popover position="top-end" trapFocus returnFocus opened={opened} onChange={setOpened} width={300}>
      <Popover.Target>
        <Button size="compact-sm" variant="subtle" onClick={() => (setValue(null), setKey(null), setOpened(!opened))}>
          <Trans>Change a column</Trans>
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t`Change a column`}>
        <Stack gap="xs">
          <Select
            size="sm"
            label={t`Column`}
            searchable
            openOnFocus={false}
            allowDeselect={false}
            comboboxProps={{ withinPortal: false }}
            value={column.key}
            onChange={(next) => (setKey(next), setValue(null))}
            data={editable.map((each) => ({ value: each.key, label: each.title }))}
          />
          <FieldInput {...shared} column={column} label={t`Value`} value={value} onChange={setValue} />
          <Button onClick={apply}>
            <Trans>Change {count} rows</Trans>
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
