/** A cell that names rows of another register: they are searched by any text in them, among those that the reader may see. */
import { MultiSelect, Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useLingui } from '@lingui/react/macro'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { findLinkable } from '~/client/registers'
import { isLinked, isMisfit, namesOf, type Linked } from '~/engines/register/cells'
import { keyOf, linkKey } from '~/engines/register/slots'
import type { FieldProps } from './Field'
import classes from './RowPanel.module.css'

const OFFERED = 30

export function LinkField({ column, value, words, root, save, id }: FieldProps & { id: string }) {
  const { t } = useLingui()
  const chosen = linksOf(value)
  const names = namesOf(column, chosen, words)
  const [typed, setTyped] = useState('')
  const [opened, setOpened] = useState(false)
  const [learnt, setLearnt] = useState<ReadonlyMap<string, string>>(new Map())
  const known = new Map(chosen.map((link, at): [string, string] => [linkKey(link), learnt.get(linkKey(link)) ?? names[at] ?? '']))
  const wanted = [...known.values()].includes(typed) ? '' : typed.trim()
  const [q] = useDebouncedValue(wanted, 200)
  const to = column.to ?? ''
  const found = useQuery({ queryKey: ['linkable', to, root, q], queryFn: () => findLinkable(to, root, q, OFFERED), enabled: opened && to !== '', placeholderData: keepPreviousData })
  const rows = (found.data ?? []).map((row) => ({ value: keyOf(row.sheet, row.row), label: row.name || t`Without a name`, note: row.note }))
  // Until the server has answered, what stands there belongs to the letters before.
  const waits = wanted !== q || found.isPlaceholderData
  const isFound = (key: string) => rows.some((row) => row.value === key)
  const data = [...rows, ...[...known].filter(([key]) => !isFound(key)).map(([value, label]) => ({ value, label, note: undefined }))]
  const keep = (keys: readonly string[]) => {
    setLearnt(new Map([...learnt, ...data.map((row) => [row.value, row.label] as const)]))
    save(column, keys.length > 0 ? keys.map(linkIn) : null)
  }
  const shared = {
    id, size: 'xs', searchable: true, maxDropdownHeight: 220, data, limit: OFFERED + chosen.length, onSearchChange: setTyped, onDropdownOpen: () => setOpened(true), error: isMisfit(value),
    nothingFoundMessage: found.isFetching ? t`Looking` : t`No such row among those that are shared with you.`,
    // The server has searched, in all texts of the row: what it found is not sifted by name again.
    filter: ({ options }: { options: typeof data }) => (waits ? options.filter((option) => option.label.toLowerCase().includes(wanted.toLowerCase())) : q === '' ? options : options.filter((option) => isFound(option.value))),
    renderOption: ({ option }: { option: { label: string } }) => <Offered name={option.label} note={(option as { note?: string }).note} />,
  } as const // prettier-ignore
  if (column.several) return <MultiSelect {...(shared as object)} value={[...known.keys()]} onChange={keep} />
  return <Select {...(shared as object)} clearable clearButtonProps={{ 'aria-label': t`Empty ${column.title}` }} value={[...known.keys()][0] ?? null} onChange={(next) => keep(next === null ? [] : [next])} />
}

function Offered({ name, note }: { name: string; note?: string }) {
  return (
    <span translate="no">
      <bdi>{name}</bdi>
      {note && (
        <small className={classes.note} dir="auto">
          {note}
        </small>
      )}
    </span>
  )
}

function linksOf(value: unknown): Linked[] {
  if (isMisfit(value)) return []
  return (Array.isArray(value) ? value : [value]).filter(isLinked)
}

function linkIn(key: string): Linked {
  const [sheet, row] = key.split(':').map(Number)
  return { sheet: sheet ?? 0, row: row ?? 0 }
}
