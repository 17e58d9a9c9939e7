/** A column at the side: a new one, or one that somebody added. What a change would do to the cells is said before it is made. */
import { Button, Checkbox, Group, Select, Stack, TextInput } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useDebouncedValue } from '@mantine/hooks'
import { useState, type FormEvent } from 'react'
import type { ColumnWish } from '~/client/columns'
import { changesOf, draftOf, lacking, NEW_COLUMN, refits, wishOf, type ColumnDraft } from '~/engines/register/columnDraft'
import { ownerOf } from '~/engines/register/columns'
import { SidePanel } from '~/ui/SidePanel'
import { ColumnFields } from './ColumnFields'
import { ColumnPreview } from './ColumnPreview'
import classes from './Register.module.css'
import type { Shared } from './shared'
import { useTypeNames } from './useTypeNames'

interface ColumnPanelProps extends Shared {
  /** The key of the column; null for a new one. */
  column: string | null
  close: () => void
}

export function ColumnPanel(props: ColumnPanelProps) {
  const { t } = useLingui()
  const known = props.columns.find((column) => column.key === props.column)
  return (
    <SidePanel title={known ? <span translate="no">{t`Column ${known.title}`}</span> : t`New column`} opened onClose={props.close}>
      <ColumnForm {...props} />
    </SidePanel>
  )
}

function ColumnForm({ column: key, editing, close, columns, state }: ColumnPanelProps) {
  const { t, i18n } = useLingui()
  const types = useTypeNames()
  const known = columns.find((column) => column.key === key)
  const told = state.head?.columns.find((column) => column.key === key)
  const [before] = useState<ColumnDraft>(() => (known && told ? draftOf(known, told, i18n.locale) : NEW_COLUMN))
  const [draft, setDraft] = useState(before)
  const [everywhere, setEverywhere] = useState(!editing.here)
  const place = useColumnPlace(key, columns)
  const owner = key === null ? (everywhere ? editing.everywhere : editing.here) : editing.owner(key)
  const change = { ...(key === null ? wishOf(draft) : changesOf(before, draft)), ...place.wish } as ColumnWish
  const [asked] = useDebouncedValue(change, 300)
  if (!owner) return null
  const computed = told?.computed === true || told?.options?.['compute'] !== undefined
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (lacking(draft)) return
    if (Object.keys(change).length === 0 || (await editing.save(owner, key, change))) close()
  }
  return (
    <form onSubmit={(event) => void submit(event)} className={classes.columnForm}>
      <TextInput label={t`Title`} data-autofocus required withAsterisk={false} value={draft.title} maxLength={100} onChange={(event) => setDraft({ ...draft, title: event.currentTarget.value })} />
      <Select
        label={t`What stands in it`}
        description={computed ? t`It is computed, so its type stays.` : undefined}
        disabled={computed}
        searchable
        allowDeselect={false}
        value={draft.type}
        onChange={(type) => type && setDraft({ ...draft, type: type as ColumnDraft['type'] })}
        data={types}
      />
      <ColumnFields draft={draft} change={(part) => setDraft({ ...draft, ...part })} />
      {key === null && editing.here && editing.everywhere && (
        <Checkbox label={t`In every register of this kind`} description={t`Else it stands in this register only.`} checked={everywhere} onChange={(event) => setEverywhere(event.currentTarget.checked)} />
      )}
      {key !== null && place.field}
      {key !== null && refits(change) && !lacking(draft) && <ColumnPreview owner={owner} column={key} wish={asked} />}
      <Group>
        <Button type="submit" loading={editing.busy} disabled={lacking(draft) !== undefined}>
          {key === null ? <Trans>Add column</Trans> : <Trans>Save</Trans>}
        </Button>
        {known && (
          <Button variant="subtle" color="red" disabled={editing.busy} onClick={() => (editing.retire(known), close())}>
            <Trans>Retire the column</Trans>
          </Button>
        )}
      </Group>
      <Where everywhere={'kind' in owner} />
    </form>
  )
}

function Where({ everywhere }: { everywhere: boolean }) {
  return (
    <Stack gap={4} className={classes.note}>
      {everywhere ? <Trans>This column stands in every register of this kind, in all projects.</Trans> : <Trans>This column stands in this register only.</Trans>}
    </Stack>
  )
}

/** Behind which other column of the same owner it stands, as everybody sees it who has no view of their own. */
function useColumnPlace(key: string | null, columns: Shared['columns']) {
  const { t } = useLingui()
  const beside = columns.filter((column) => key !== null && ownerOf(column.key) === ownerOf(key))
  const at = beside.findIndex((column) => column.key === key)
  const before = at > 0 ? (beside[at - 1]?.key ?? '') : ''
  const [after, setAfter] = useState(before)
  const others = beside.filter((column) => column.key !== key)
  const data = [{ value: '', label: t`First of the added columns` }, ...others.map((column) => ({ value: column.key, label: t`Behind ${column.title}` }))]
  const field = others.length > 0 && <Select label={t`Place`} allowDeselect={false} value={after} onChange={(next) => setAfter(next ?? '')} data={data} />
  return { field, wish: key !== null && after !== before ? { after } : {} }
}
