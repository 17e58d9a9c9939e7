/** The builder of filters: one line a condition, all of which hold. */
import { ActionIcon, Button, Popover, Select, Stack } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconFilter, IconPlus, IconX } from '@tabler/icons-react'
import { firstCondition, needsOf, operatorsOf, type Condition, type Operator } from '~/engines/register/conditions'
import { ConditionValue } from './ConditionValue'
import classes from './Register.module.css'
import { NODE_COLUMN, type Shared } from './shared'
import { useOperatorWords } from './useOperatorWords'

interface FilterMenuProps extends Shared {
  opened: boolean
  onChange: (opened: boolean) => void
}

export function FilterMenu({ opened, onChange, ...shared }: FilterMenuProps) {
  const { view, columns } = shared
  const { t } = useLingui()
  const { filter } = view.shown
  const set = (next: readonly Condition[]) => view.change({ filter: next })
  const first = columns.find((column) => column.type === 'choice' && column.key !== NODE_COLUMN) ?? columns[0]
  return (
    <Popover position="bottom-start" trapFocus returnFocus opened={opened} onChange={onChange} width="min(560px, calc(100vw - 24px))">
      <Popover.Target>
        <Button size="compact-sm" variant={filter.length > 0 ? 'light' : 'subtle'} color={filter.length > 0 ? 'accent' : 'gray'} leftSection={<IconFilter size={16} stroke={1.75} />} onClick={() => onChange(!opened)}>
          {filter.length > 0 ? t`Filter (${filter.length})` : t`Filter`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t`Filter`}>
        <Stack gap="xs">
          {filter.length === 0 && (
            <span className={classes.note}>
              <Trans>Shows only rows for which all of these hold.</Trans>
            </span>
          )}
          {filter.map((condition, index) => (
            <Line key={index} {...shared} condition={condition} change={(next) => set(filter.map((each, at) => (at === index ? next : each)))} remove={() => set(filter.filter((_, at) => at !== index))} />
          ))}
          <span>
            <Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={14} />} onClick={() => first && set([...filter, firstCondition(first)])}>
              <Trans>Add a condition</Trans>
            </Button>
            {filter.length > 0 && (
              <Button size="compact-sm" variant="subtle" color="gray" onClick={() => set([])}>
                <Trans>Clear</Trans>
              </Button>
            )}
          </span>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}

interface LineProps extends Shared {
  condition: Condition
  change: (next: Condition) => void
  remove: () => void
}

function Line({ condition, change, remove, columns, words }: LineProps) {
  const { t } = useLingui()
  const operatorWords = useOperatorWords()
  const [key, operator, value] = condition
  const column = columns.find((each) => each.key === key)
  const pick = (next: string | null) => {
    const to = columns.find((each) => each.key === next)
    if (to) change(firstCondition(to))
  }
  const operate = (next: string | null) => {
    if (!column || !next) return
    const keeps = needsOf(column, next as Operator) === needsOf(column, operator)
    change(keeps && value !== undefined ? [key, next as Operator, value] : column.type === 'check' ? [key, next as Operator, true] : [key, next as Operator])
  }
  return (
    <div className={classes.condition}>
      <Select size="xs" searchable openOnFocus={false} allowDeselect={false} aria-label={t`Column`} comboboxProps={{ withinPortal: false }} value={key} onChange={pick} data={columns.filter((each) => each.key !== NODE_COLUMN).map((each) => ({ value: each.key, label: each.title }))} />
      {column && (
        <>
          <Select size="xs" allowDeselect={false} aria-label={t`Condition`} comboboxProps={{ withinPortal: false }} value={operator} onChange={operate} data={operatorsOf(column).map((each) => ({ value: each, label: operatorWords(column, each) }))} />
          <ConditionValue column={column} operator={operator} value={value} words={words} change={(next) => change([key, operator, next])} />
        </>
      )}
      <ActionIcon aria-label={t`Remove this condition`} onClick={remove}>
        <IconX size={14} />
      </ActionIcon>
    </div>
  )
}
