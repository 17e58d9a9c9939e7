/** Finds the unit, portfolio, programme or folder that the project shall stand in: only those in which one may create. */
import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useLingui } from '@lingui/react/macro'
import { useQueries, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { nodeQuery, nodesQuery } from '~/client/queries'
import type { TreeNode } from '~/client/types'
import { useNodeKind } from '~/ui/nodeKind'

interface PlacePickerProps {
  value: number | null
  choose: (id: number | null) => void
}

export function mayHold(node: Pick<TreeNode, 'kind' | 'capabilities'>): boolean {
  return node.kind !== 'project' && node.capabilities.includes('create')
}

export function PlacePicker({ value, choose }: PlacePickerProps) {
  const { t } = useLingui()
  const kindName = useNodeKind()
  const [typed, setTyped] = useState('')
  const [wanted] = useDebouncedValue(typed.trim(), 150)
  const { places, waiting } = usePlaces(wanted)
  const chosen = useQuery({ ...nodeQuery(value ?? 0), enabled: value !== null })
  const known = chosen.data && !places.some((place) => place.id === value) ? [chosen.data, ...places] : places
  const path = chosen.data?.path.map((crumb) => crumb.name).join(' / ')
  return (
    <Select
      label={t`Place in the tree`}
      placeholder={t`Type a name`}
      description={path ? <span translate="no">{path}</span> : t`A unit, portfolio, programme or folder in which you may create.`}
      searchable
      value={value === null ? null : String(value)}
      onChange={(id) => choose(id === null ? null : Number(id))}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      nothingFoundMessage={waiting ? t`Looking` : t`No place has this name, or you may not create there.`}
      data={known.map((node) => ({ value: String(node.id), label: node.name, kind: kindName(node.kind) }))}
      renderOption={({ option }) => (
        <span style={{ display: 'flex', justifyContent: 'space-between', gap: 12, width: '100%' }}>
          <span translate="no">{option.label}</span>
          <span style={{ color: 'var(--mp-dim)' }}>{(option as { kind?: string }).kind}</span>
        </span>
      )}
      comboboxProps={{ transitionProps: { duration: 0 } }}
    />
  )
}

/** What has the name; without one, the top three levels of the tree. */
function usePlaces(wanted: string): { places: TreeNode[]; waiting: boolean } {
  const found = useQuery({ ...nodesQuery(null, wanted), enabled: wanted !== '' })
  const roots = useQuery(nodesQuery(null))
  const units = useQueries({ queries: (roots.data?.items ?? []).map((root) => nodesQuery(root.id)) }).flatMap((level) => level.data?.items ?? [])
  const below = useQueries({ queries: units.filter((unit) => unit.has_children && unit.kind !== 'project').map((unit) => nodesQuery(unit.id)) }).flatMap((level) => level.data?.items ?? [])
  const top = [...(roots.data?.items ?? []), ...units, ...below].filter(mayHold)
  const named = (found.data?.items ?? []).filter(mayHold)
  // A chosen name stands in the field as text: then the whole top is offered again.
  const places = wanted === '' || (named.length === 0 && top.some((node) => node.name === wanted)) ? top : named
  return { places: places.slice(0, 100), waiting: found.isFetching || roots.isPending }
}
