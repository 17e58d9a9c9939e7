/** Chooses the request into which another one is merged: those that are like it first, then all that are open at the place. */
import { Select } from '@mantine/core'
import { useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { intakeQuery, type Story } from '~/client/intake'

const OPEN = new Set(['new', 'returned', 'case', 'approval', 'approved'])

export function MergePicker({ story, onPick }: { story: Story; onPick: (into: { sheet_id: number; row_id: number } | null) => void }) {
  const { t } = useLingui()
  const found = useQuery(intakeQuery(story.node.id, {}))
  const keyOf = (one: { sheet_id: number; row_id: number }) => `${one.sheet_id}.${one.row_id}`
  const near = story.similar.filter((one) => one.what === 'request' && OPEN.has(one.state)).map((one) => ({ value: keyOf(one), label: `${one.number} ${one.title}` }))
  const others = (found.data?.items ?? [])
    .filter((one) => OPEN.has(one.state) && keyOf(one) !== keyOf(story) && !near.some(({ value }) => value === keyOf(one)))
    .map((one) => ({ value: keyOf(one), label: `${one.number} ${one.name}` }))
  const pick = (value: string | null) => {
    const [sheet, row] = (value ?? '').split('.').map(Number)
    onPick(sheet && row ? { sheet_id: sheet, row_id: row } : null)
  }
  const groups = [
    { group: t`Similar`, items: near },
    { group: t`Open here`, items: others },
  ].filter((one) => one.items.length > 0)
  return <Select label={t`Into which request`} searchable data={groups} onChange={pick} nothingFoundMessage={t`No open request has this name.`} comboboxProps={{ transitionProps: { duration: 0 } }} />
}
