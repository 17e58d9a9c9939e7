/** Finds the place in the tree where something shall stand: only those in which one may create; projects too where `projects`. */
import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { nodeQuery, nodesQuery } from '~/client/queries'
import { mayHold, placesQuery, type Place } from '~/ui/place/places'
import { useNodeKind } from '~/ui/nodeKind'

interface PlacePickerProps {
  value: number | null
  choose: (id: number | null) => void
  projects?: boolean
  description?: string
}

export function PlacePicker({ value, choose, projects = false, description }: PlacePickerProps) {
  const { t } = useLingui()
  const kindName = useNodeKind()
  const [typed, setTyped] = useState('')
  const [wanted] = useDebouncedValue(typed.trim(), 150)
  const chosen = useQuery({ ...nodeQuery(value ?? 0), enabled: value !== null })
  // A chosen name stands in the field as text: then all are offered again.
  const { places, waiting } = usePlaces(wanted === chosen.data?.name ? '' : wanted, projects)
  const known = chosen.data && !places.some(({ node }) => node.id === value) ? [{ node: chosen.data, depth: 0 }, ...places] : places
  const path = chosen.data?.path.map((crumb) => crumb.name).join(' / ')
  return (
    <Select
      label={t`Place in the tree`}
      placeholder={t`Type a name`}
      description={path ? <span translate="no">{path}</span> : description ? description : projects ? t`A place in the tree in which you may create.` : t`A unit, portfolio, programme or folder in which you may create.`}
      searchable
      value={value === null ? null : String(value)}
      onChange={(id) => choose(id === null ? null : Number(id))}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      nothingFoundMessage={waiting ? t`Looking` : t`No place has this name, or you may not create there.`}
      data={known.map(({ node, depth }) => ({ value: String(node.id), label: node.name, kind: kindName(node.kind), depth }))}
      renderOption={({ option }) => (
        <span style={{ display: 'flex', justifyContent: 'space-between', gap: 12, width: '100%' }}>
          <span translate="no" style={{ paddingInlineStart: 14 * ((option as { depth?: number }).depth ?? 0), overflowWrap: 'anywhere' }}>
            {option.label}
          </span>
          <span style={{ color: 'var(--mp-dim)' }}>{(option as { kind?: string }).kind}</span>
        </span>
      )}
      comboboxProps={{ transitionProps: { duration: 0 } }}
    />
  )
}

/** What has the name; without one, all places as the tree has them. */
function usePlaces(wanted: string, projects: boolean): { places: readonly Place[]; waiting: boolean } {
  const found = useQuery({ ...nodesQuery(null, wanted), enabled: wanted !== '' })
  const all = useQuery(placesQuery(projects))
  const named = (found.data?.items ?? []).filter((node) => mayHold(node, projects)).map((node) => ({ node, depth: 0 }))
  return { places: (wanted === '' ? (all.data ?? []) : named).slice(0, 500), waiting: found.isFetching || all.isPending }
}
