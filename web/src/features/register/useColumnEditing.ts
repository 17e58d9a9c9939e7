/** Adding, changing, retiring and bringing back columns: who may, and what the page does once it is done. */
import { notifications } from '@mantine/notifications'
import { useLingui } from '@lingui/react/macro'
import { createElement, useCallback, useMemo, useState } from 'react'
import { addColumn, changeColumn, type ColumnOwner, type ColumnWish } from '~/client/columns'
import { newCallId, type ChangeAnswer } from '~/client/sheets'
import { ownerOf, type Column } from '~/engines/register/columns'
import { useErrorText } from '~/ui/errorText'
import { NewsText } from '~/ui/NewsText'
import { NODE_COLUMN, type Shared } from './shared'

export interface ColumnEditing {
  /** Where new columns may go: to this register, to all of its kind. */
  readonly here?: ColumnOwner
  readonly everywhere?: ColumnOwner
  /** Whose the column is, where the reader may change it. */
  readonly owner: (key: string) => ColumnOwner | undefined
  readonly save: (owner: ColumnOwner, key: string | null, wish: ColumnWish) => Promise<boolean>
  readonly retire: (column: Pick<Column, 'key' | 'title'>) => void
  readonly bringBack: (column: Pick<Column, 'key' | 'title'>) => void
  readonly busy: boolean
  /** The column whose panel is open: its key, null for a new one, undefined where none is. */
  readonly opened: string | null | undefined
  readonly open: (key: string | null | undefined) => void
}

type Needs = Pick<Shared, 'store' | 'state' | 'view' | 'visible' | 'rights'>

export function useColumnEditing({ store, state, view, visible, rights }: Needs): ColumnEditing {
  const { t } = useLingui()
  const errorText = useErrorText()
  const [busy, setBusy] = useState(false)
  const [opened, open] = useState<string | null | undefined>(undefined)
  const { kind, kind_columns: mayKind } = state.head ?? {}
  const past = view.shown.on !== undefined
  const here = useMemo(() => ('sheet' in store.place && rights.columns ? { sheet: store.place.sheet } : undefined), [store, rights.columns])
  const everywhere = useMemo(() => (mayKind && kind && !past ? { kind } : undefined), [mayKind, kind, past])
  const owner = useCallback((key: string) => (ownerOf(key) === 'sheet' ? here : ownerOf(key) === 'kind' ? everywhere : undefined), [here, everywhere])
  const chosen = view.shown.columns
  const { change } = view
  const save = useCallback(
    async (to: ColumnOwner, key: string | null, wish: ColumnWish) => {
      const before = new Set(store.getState().head?.columns.map((column) => column.key))
      setBusy(true)
      try {
        const answer = await (key === null ? addColumn(to, wish, newCallId()) : changeColumn(to, key, wish, newCallId()))
        await store.readHead()
        // Cells, sums and marks follow from the columns.
        await ('sheet' in to ? store.take({ ...(answer as ChangeAnswer), sheet: to.sheet }) : store.again())
        // A view that names its columns would not show one that is new.
        const added = store.getState().head?.columns.filter((column) => !before.has(column.key)) ?? []
        if (chosen && added.length > 0) change({ cols: [...visible.map((column) => column.key).filter((each) => each !== NODE_COLUMN), ...added.map((column) => column.key)].join('.') })
        return true
      } catch (error) {
        notifications.show({ message: errorText(error), color: 'red', withBorder: true, autoClose: 10_000 })
        return false
      } finally {
        setBusy(false)
      }
    },
    [store, chosen, visible, change, errorText],
  )
  const bringBack = useCallback(({ key }: { key: string }) => void (owner(key) && save(owner(key) as ColumnOwner, key, { retired: false })), [owner, save])
  const retire = useCallback(
    async ({ key, title }: { key: string; title: string }) => {
      const of = owner(key)
      if (!of || !(await save(of, key, { retired: true }))) return
      const text = t`The column ${title} is retired. Its values are kept; Columns lists it and brings it back.`
      notifications.show({ message: createElement(NewsText, { text, undo: () => bringBack({ key }) }), color: 'gray', withBorder: true, autoClose: 10_000 })
    },
    [owner, save, bringBack, t],
  )
  return useMemo(() => ({ here, everywhere, owner, save, retire: (column) => void retire(column), bringBack, busy, opened, open }), [here, everywhere, owner, save, retire, bringBack, busy, opened])
}
