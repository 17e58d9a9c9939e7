/** A filter on a column of the profiles: by the values that stand in it, or by bounds. Each is in the address. */
import { Button, Group, MultiSelect, NativeSelect, Popover, TextInput } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconFilter, IconX } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { PortfolioItem } from '~/client/types'
import { readNumber } from '~/engines/register/reading'
import type { Column } from '~/engines/register/columns'
import { usePage } from '~/features/portfolio/profileContext'
import { isRanged, offered, valuesOf } from '~/features/portfolio/profiles'
import type { Condition } from '~/features/portfolio/search'
import { useChangeSearch, usePortfolioSearch } from '~/features/portfolio/usePortfolio'
import classes from './PortfolioPage.module.css'

export function FilterMenu({ items }: { items: readonly PortfolioItem[] }) {
  const { t } = useLingui()
  const { profiles } = usePage()
  const columns = offered(profiles)
  const [open, setOpen] = useState(false)
  const [key, setKey] = useState('')
  const column = profiles.byKey.get(key) ?? columns[0]
  if (!column) return null
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" width={300} shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className={classes.chip} aria-expanded={open} onClick={() => setOpen(!open)}>
          <IconFilter size={16} stroke={1.6} />
          <Trans>Filter</Trans>
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t`Filter by a column`}>
        <NativeSelect label={t`Column`} value={column.key} data={columns.map((one) => ({ value: one.key, label: one.title }))} onChange={(event) => setKey(event.currentTarget.value)} />
        {isRanged(column) ? <Bounds key={column.key} column={column} done={() => setOpen(false)} /> : <Values key={column.key} column={column} items={items} />}
      </Popover.Dropdown>
    </Popover>
  )
}

/** What is filtered by now, each with its way out. */
export function FilterChips() {
  const { t } = useLingui()
  const { profiles } = usePage()
  const { where = [] } = usePortfolioSearch()
  const setCondition = useSetCondition()
  return where.map((condition) => {
    const column = profiles.byKey.get(condition[0])
    if (!column) return null
    const told = `${column.title}: ${conditionText(condition, t`empty`, t`anything`)}`
    return (
      <button key={condition[0]} type="button" className={classes.chip} aria-pressed aria-label={t`Without the filter ${told}`} onClick={() => setCondition(column.key, null)}>
        <span translate="no">{told}</span>
        <IconX size={14} stroke={1.6} />
      </button>
    )
  })
}

function conditionText(condition: Condition, empty: string, anything: string): string {
  if (condition[1] === 'any_of') return condition[2].map((value) => value || empty).join(', ')
  if (condition[1] === 'between') return condition[2].map((bound) => bound ?? '…').join(' – ')
  return condition[1] === 'empty' ? empty : anything
}

function useSetCondition(): (key: string, condition: Condition | null) => void {
  const { where = [] } = usePortfolioSearch()
  const change = useChangeSearch()
  return (key, condition) => {
    const next = [...where.filter((one) => one[0] !== key), ...(condition ? [condition] : [])]
    change({ where: next.length > 0 ? next : undefined })
  }
}

function Values({ column, items }: { column: Column; items: readonly PortfolioItem[] }) {
  const { t } = useLingui()
  const { profiles } = usePage()
  const { where = [] } = usePortfolioSearch()
  const setCondition = useSetCondition()
  const values = useMemo(() => valuesOf(items, column, profiles), [items, column, profiles])
  const now = where.find((one) => one[0] === column.key)
  return (
    <MultiSelect
      mt="sm"
      label={t`Is one of`}
      searchable
      clearable
      limit={100}
      comboboxProps={{ withinPortal: false }}
      data={values.map(([name, count]) => ({ value: name || '\u0000', label: `${name || t`(empty)`} · ${count}` }))}
      value={now?.[1] === 'any_of' ? now[2].map((name) => name || '\u0000') : []}
      onChange={(chosen) => setCondition(column.key, chosen.length > 0 ? [column.key, 'any_of', chosen.map((name) => (name === '\u0000' ? '' : name))] : null)}
    />
  )
}

function Bounds({ column, done }: { column: Column; done: () => void }) {
  const { t, i18n } = useLingui()
  const { where = [] } = usePortfolioSearch()
  const setCondition = useSetCondition()
  const now = where.find((one) => one[0] === column.key)
  const [from, to] = now?.[1] === 'between' ? now[2] : [null, null]
  const [low, setLow] = useState(String(from ?? ''))
  const [high, setHigh] = useState(String(to ?? ''))
  const day = column.type === 'date' || column.type === 'datetime'
  const read = (text: string) => (text.trim() === '' ? null : day ? text : readNumber(text, i18n.locale))
  const keep = () => {
    const bounds: [string | number | null, string | number | null] = [read(low), read(high)]
    setCondition(column.key, bounds[0] === null && bounds[1] === null ? null : [column.key, 'between', bounds])
    done()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        keep()
      }}
    >
      <Group grow mt="sm" wrap="nowrap">
        <TextInput type={day ? 'date' : 'text'} label={t`From`} value={low} onChange={(event) => setLow(event.currentTarget.value)} />
        <TextInput type={day ? 'date' : 'text'} label={t`To`} value={high} onChange={(event) => setHigh(event.currentTarget.value)} />
      </Group>
      <Button type="submit" mt="sm">
        <Trans>Filter</Trans>
      </Button>
    </form>
  )
}
