/** What the type of a column asks for beside its title. */
import { Checkbox, NumberInput, Select, TextInput } from '@mantine/core'
import { useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { kindsQuery } from '~/client/registers'
import type { ColumnDraft } from '~/engines/register/columnDraft'
import { textOf, type ColumnType } from '~/engines/register/columns'
import { ChoicesField } from './ChoicesField'

interface ColumnFieldsProps {
  draft: ColumnDraft
  change: (part: Partial<ColumnDraft>) => void
}

/** Filled by the server: nobody can be asked to fill them in. */
const FILLED: ReadonlySet<ColumnType> = new Set(['auto', 'created_by', 'created_at', 'changed_by', 'changed_at'])

export function ColumnFields({ draft, change }: ColumnFieldsProps) {
  const { t } = useLingui()
  return (
    <>
      <OfType draft={draft} change={change} />
      {!FILLED.has(draft.type) && draft.type !== 'check' && (
        <Checkbox label={t`Must be filled in`} description={t`An empty cell is marked, never refused.`} checked={draft.required} onChange={(event) => change({ required: event.currentTarget.checked })} />
      )}
    </>
  )
}

function OfType({ draft, change }: ColumnFieldsProps) {
  const { t } = useLingui()
  switch (draft.type) {
    case 'choice':
    case 'choices':
      return <ChoicesField choices={draft.choices} change={(choices) => change({ choices })} />
    case 'link':
      return <LinkFields draft={draft} change={change} />
    case 'symbol':
      return <SymbolField draft={draft} change={change} />
    case 'text':
      return <Checkbox label={t`Several lines`} checked={draft.lines} onChange={(event) => change({ lines: event.currentTarget.checked })} />
    case 'number':
    case 'percent':
      return <NumberInput label={t`Decimals`} placeholder={t`As typed`} min={0} max={10} allowDecimal={false} value={draft.decimals ?? ''} onChange={(value) => change({ decimals: typeof value === 'number' ? value : null })} />
    case 'money':
      return <TextInput label={t`Currency`} placeholder={t`That of the organisation`} maxLength={3} value={draft.currency} onChange={(event) => change({ currency: event.currentTarget.value })} />
    case 'auto':
      return <TextInput label={t`Before the number`} placeholder="R-" maxLength={10} value={draft.prefix} onChange={(event) => change({ prefix: event.currentTarget.value })} />
    default:
      return null
  }
}

function LinkFields({ draft, change }: ColumnFieldsProps) {
  const { t, i18n } = useLingui()
  const kinds = useQuery(kindsQuery).data ?? []
  return (
    <>
      <Select
        label={t`Rows of which register`}
        description={t`All registers of this kind; each reader sees the rows that are shared with them.`}
        searchable
        value={draft.to || null}
        onChange={(to) => change({ to: to ?? '' })}
        data={kinds.map((kind) => ({ value: kind.kind, label: textOf(kind.titles ?? kind.title, i18n.locale) ?? kind.kind }))}
      />
      <Checkbox label={t`More than one row`} checked={draft.several} onChange={(event) => change({ several: event.currentTarget.checked })} />
    </>
  )
}

function SymbolField({ draft, change }: ColumnFieldsProps) {
  const { t } = useLingui()
  const data = [
    { value: 'status', label: t`Status: green, amber, red` },
    { value: 'priority', label: t`Priority: low to critical` },
    { value: 'progress', label: t`Progress in quarters` },
    { value: 'flag', label: t`Flag in a colour` },
  ]
  return <Select label={t`Which symbols`} allowDeselect={false} value={draft.set} onChange={(set) => set && change({ set })} data={data} />
}
