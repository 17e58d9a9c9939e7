/** Choosing a person, a group, a place or a role by its name, with the keyboard. */
import { NativeSelect, Select, type ComboboxItem, type ComboboxItemGroup } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useLingui } from '@lingui/react/macro'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { groupsQuery, peopleQuery, rolesQuery } from '~/client/people'
import { nodeQuery, nodesQuery } from '~/client/queries'
import { useNodeKind } from '~/ui/nodeKind'
import { useRightsWords } from '~/ui/rights/words'

export interface Picked {
  readonly what: 'person' | 'group'
  readonly id: number
  readonly name: string
}

interface WhoPickerProps {
  label: string
  value: Picked | null
  onPick: (picked: Picked | null) => void
  /** Groups can be chosen too. */
  groups?: boolean
  /** Ids of people who are not offered. */
  without?: readonly number[]
}

export function WhoPicker({ label, value, onPick, groups = false, without = [] }: WhoPickerProps) {
  const { t } = useLingui()
  const [typed, setTyped] = useState('')
  const [q] = useDebouncedValue(typed === value?.name ? '' : typed.trim(), 150)
  const people = useInfiniteQuery({ ...peopleQuery(q, false, 20), placeholderData: keepPreviousData })
  const known = useQuery({ ...groupsQuery, enabled: groups })
  const found = (people.data?.pages[0]?.items ?? []).filter((person) => !without.includes(person.id))
  const named = (known.data?.items ?? []).filter((group) => group.name.toLowerCase().includes(q.toLowerCase()))
  const persons: ComboboxItem[] = found.map((person) => ({ value: `person:${person.id}`, label: person.name }))
  const chosen: ComboboxItem[] = value && !found.some((person) => value.what === 'person' && person.id === value.id) && !(value.what === 'group' && groups) ? [{ value: `${value.what}:${value.id}`, label: value.name }] : []
  const data: ComboboxItemGroup<ComboboxItem>[] = [
    { group: t`People`, items: [...chosen, ...persons] },
    { group: t`Groups`, items: groups ? named.map((group) => ({ value: `group:${group.id}`, label: group.name })) : [] },
  ].filter((each) => each.items.length > 0)
  return (
    <Select
      comboboxProps={{ withinPortal: false }}
      label={label}
      placeholder={groups ? t`Name of a person or a group` : t`Name of a person`}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t`Choose nobody` }}
      nothingFoundMessage={t`Nobody here has this name.`}
      data={groups ? data : [...chosen, ...persons]}
      value={value ? `${value.what}:${value.id}` : null}
      onSearchChange={setTyped}
      onChange={(next, option) => onPick(next ? { what: next.startsWith('group') ? 'group' : 'person', id: Number(next.split(':')[1]), name: option.label } : null)}
    />
  )
}

/** A place of the tree by its name; the one that was chosen stays among what is offered. */
export function PlacePicker({ label, value, onPick, may }: { label: string; value: number | undefined; onPick: (id: number) => void; may: string }) {
  const { t } = useLingui()
  const kind = useNodeKind()
  const [typed, setTyped] = useState('')
  const here = useQuery({ ...nodeQuery(value ?? 0), enabled: value !== undefined }).data
  const [q] = useDebouncedValue(typed === here?.name ? '' : typed.trim(), 150)
  const found = useQuery({ ...nodesQuery(null, q), placeholderData: keepPreviousData })
  const offered = (found.data?.items ?? []).filter((node) => node.capabilities.includes(may) && node.id !== here?.id).slice(0, 30)
  return (
    <Select
      comboboxProps={{ withinPortal: false }}
      label={label}
      placeholder={t`Name of a place`}
      searchable
      allowDeselect={false}
      nothingFoundMessage={t`No place where you may share has this name.`}
      data={[...(here ? [here] : []), ...offered].map((node) => ({ value: String(node.id), label: node.kind === 'project' ? node.name : `${node.name} (${kind(node.kind)})` }))}
      value={value === undefined ? null : String(value)}
      onSearchChange={setTyped}
      onChange={(next) => next && onPick(Number(next))}
    />
  )
}

/** Roles that allow no more than `within`, as the server would hold it anyway. */
export function RolePicker({ label, value, onPick, within }: { label: string; value: string; onPick: (role: string) => void; within?: readonly string[] }) {
  const words = useRightsWords()
  const roles = useQuery(rolesQuery).data
  const offered = (roles?.items ?? []).filter((role) => !within || role.capabilities.every((word) => within.includes(word)))
  const chosen = offered.find((role) => role.key === value)
  return (
    <NativeSelect
      label={label}
      description={chosen && words.list(chosen.capabilities)}
      inputWrapperOrder={['label', 'input', 'description']}
      value={value}
      data={offered.map((role) => ({ value: role.key, label: words.role(role.key, role.name) }))}
      onChange={(event) => onPick(event.currentTarget.value)}
    />
  )
}
