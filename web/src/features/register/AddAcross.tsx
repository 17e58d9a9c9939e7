/** A new row in a register across several places: first where, then what it is called. */
import { ActionIcon, Button, Popover, Select, Stack, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { placesForRowQuery, type PlaceForRow } from '~/client/columns'
import { queryClient } from '~/client/queries'
import { makeRegister } from '~/client/registers'
import { useErrorText } from '~/ui/errorText'
import type { Shared } from './shared'

const nameOf = (place: PlaceForRow) => `${place.node_id}.${place.sheet_id ?? ''}`

export function AddAcross(shared: Shared) {
  const { place, view, state, adding } = shared
  const { t } = useLingui()
  const node = 'kind' in place ? place.node : 0
  const kind = 'kind' in place ? place.kind : ''
  const any = useQuery({ ...placesForRowQuery(kind, node, ''), enabled: state.head !== null && kind !== '' })
  const { opened } = adding
  if (view.shown.on || !any.data?.length) return null
  return (
    <Popover position="bottom-start" trapFocus returnFocus opened={opened} onChange={adding.open} width={320}>
      <Popover.Target>
        <ActionIcon aria-label={t`Add a row`} title={t`Add a row`} onClick={() => adding.open(!opened)}>
          <IconPlus size={18} stroke={1.75} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t`Add a row`}>
        <Form {...shared} kind={kind} node={node} first={any.data} />
      </Popover.Dropdown>
    </Popover>
  )
}

function Form({ kind, node, first, columns, selection, actions, adding, view, store }: Shared & { kind: string; node: number; first: readonly PlaceForRow[] }) {
  const { t } = useLingui()
  const errorText = useErrorText()
  const near = first.find((one) => one.sheet_id !== null && one.sheet_id === selection.active?.row.sheet)
  const [chosen, setChosen] = useState<PlaceForRow | null>(near ?? (first.length === 1 ? (first[0] ?? null) : null))
  const twiceIn = (places: readonly PlaceForRow[]) => new Set(places.map((one) => one.node_name).filter((each, at, all) => all.indexOf(each) !== at))
  const labelIn = (one: PlaceForRow, twice: ReadonlySet<string>) =>
    one.sheet_id === null ? t`${one.node_name} (a new register)` : twice.has(one.node_name) ? `${one.node_name}: ${one.sheet_name}` : one.node_name
  // The text of what was chosen stays as it was read: else another search would change it, and the change would be a search.
  const [picked, setPicked] = useState(() => (chosen ? labelIn(chosen, twiceIn(first)) : ''))
  const [typed, setTyped] = useState(picked)
  const [name, setName] = useState('')
  const [busy, setBusy] = useState(false)
  const [q] = useDebouncedValue(typed === picked ? '' : typed.trim(), 200)
  const found = useQuery(placesForRowQuery(kind, node, q)).data ?? first
  const primary = columns.find((column) => column.primary)
  const offered = chosen && !found.some((one) => nameOf(one) === nameOf(chosen)) ? [chosen, ...found] : found
  const twice = twiceIn(found)
  const labelOf = (one: PlaceForRow) => (chosen && nameOf(one) === nameOf(chosen) ? picked : labelIn(one, twice))
  const add = async (event: FormEvent) => {
    event.preventDefault()
    if (!chosen) return
    setBusy(true)
    try {
      const sheet = chosen.sheet_id ?? (await makeRegister(chosen.node_id, kind)).id
      if (chosen.sheet_id === null) {
        await store.readHead()
        await queryClient.invalidateQueries({ queryKey: ['registers'] })
      }
      const key = actions.insertInto({ sheet, node: chosen.node_id, nodeName: chosen.node_name }, primary && name.trim() ? { [primary.key]: name.trim() } : {})
      adding.arrive(key)
      adding.open(false)
      view.change({ panel: true })
    } catch (error) {
      notifications.show({ message: errorText(error), color: 'red', withBorder: true })
    }
    setBusy(false)
  }
  return (
    <form onSubmit={(event) => void add(event)}>
      <Stack gap="xs">
        <Select
          label={t`Where`}
          size="sm"
          searchable
          allowDeselect={false}
          openOnFocus={false}
          data-autofocus={chosen ? undefined : true}
          comboboxProps={{ withinPortal: false }}
          placeholder={t`Project or other place`}
          nothingFoundMessage={t`No place of this name where you may add a row.`}
          value={chosen ? nameOf(chosen) : null}
          onChange={(next, option) => (setChosen(offered.find((one) => nameOf(one) === next) ?? null), setPicked(option?.label ?? ''))}
          onSearchChange={setTyped}
          // Until the server has answered, what stands there belongs to the letters before.
          filter={({ options }) => (typed === picked ? options : options.filter((option) => 'label' in option && option.label.toLowerCase().includes(typed.trim().toLowerCase())))}
          data={offered.map((one) => ({ value: nameOf(one), label: labelOf(one) }))}
        />
        <TextInput size="sm" label={primary?.title ?? t`Title`} data-autofocus={chosen ? true : undefined} value={name} onChange={(event) => setName(event.currentTarget.value)} />
        <Button type="submit" loading={busy} disabled={!chosen}>
          <Trans>Add a row</Trans>
        </Button>
      </Stack>
    </form>
  )
}
