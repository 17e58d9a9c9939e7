/** A register: one sheet of a declared kind, or all sheets of a kind at and below a node. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useEffect, useMemo, useSyncExternalStore, type ComponentType } from 'react'
import { Group } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { type RegisterHead, type RegisterPlace } from '~/client/registers'
import type { RegisterSearch } from '~/engines/register/address'
import { readColumns, textOf, type Column } from '~/engines/register/columns'
import { useAddressState } from '~/lib/useAddressState'
import { SheetMenu } from '~/ui/NodeMenu'
import { PageHeader } from '~/ui/PageHeader'
import { ShareButton } from '~/ui/rights/ShareButton'
import { Bone, ErrorState } from '~/ui/States'
import classes from './Register.module.css'
import { RegisterDesk } from './RegisterDesk'
import { RegisterStore } from './registerStore'
import type { RegisterState } from './registerState'
import { NODE_COLUMN, type RowPanelProps } from './shared'
import { useNews } from './useNews'
import { useAsking, useRegisterView } from './useRegisterView'
import { useSymbolName } from './useWords'

export interface RegisterPageProps {
  place: RegisterPlace
  address: RegisterSearch
  write: (next: RegisterSearch) => void
  /** Comments, files and history of a row: another feature's, put in by the app. */
  panel?: ComponentType<RowPanelProps>
}

export function RegisterPage({ place, address, write, panel }: RegisterPageProps) {
  // The place is made anew with every drawing of the route; its text says whether it is another.
  const name = JSON.stringify(place)
  const store = useMemo(() => new RegisterStore(JSON.parse(name) as RegisterPlace), [name])
  const state = useSyncExternalStore(store.subscribe, store.getState)
  const [search, change] = useAddressState<RegisterSearch>(address, write)
  const view = useRegisterView(search, change, state.head)
  const columns = useColumns(state, 'kind' in place)
  const narrow = useMediaQuery('(max-width: 800px)', window.innerWidth <= 800)
  useEffect(() => store.open(), [store])
  // Without a view by name, the rows need not wait for the head.
  useAsking(store, view, columns, state.head !== null || (search.view === undefined && search.filter === undefined))
  useNews(store)
  return (
    <>
      <Header state={state} place={place} />
      {state.status === 'failed' ? (
        <ErrorState error={state.error} retry={() => (void store.readHead(), void store.again())} />
      ) : state.status === 'loading' ? (
        <Loading />
      ) : (
        <RegisterDesk store={store} state={state} view={view} columns={columns} narrow={narrow} panel={panel} />
      )}
    </>
  )
}

function useColumns({ head }: RegisterState, across: boolean): readonly Column[] {
  const { t, i18n } = useLingui()
  const symbol = useSymbolName()
  return useMemo(() => {
    if (!head) return []
    const columns = readColumns(head.columns, i18n.locale, symbol, head.node?.currency)
    if (!across) return columns
    const node: Column = { key: NODE_COLUMN, title: t`Project`, type: 'text', width: 180, primary: false, required: false, hidden: false, editable: false, choices: [], several: false, prefix: '', lines: false }
    return [...columns.filter((column) => column.primary), node, ...columns.filter((column) => !column.primary)]
  }, [head, across, i18n.locale, symbol, t])
}

function Header({ state, place }: { state: RegisterState; place: RegisterPlace }) {
  const { t, i18n } = useLingui()
  const { head } = state
  const across = 'kind' in place
  const kindTitle = textOf(head?.kind_titles, i18n.locale) ?? ''
  const title = head ? (across ? kindTitle : (head.name ?? kindTitle)) : t`Register`
  const path = head?.node?.path ?? []
  const count = head?.sheets?.length ?? 0
  return (
    <PageHeader title={title} named crumbs={path} action={head?.node && <Actions head={head} title={title} />}>
      {across && head && head.node && (
        <span className={classes.note}>
          <Trans>
            From {count} registers at and below <span translate="no">{head.node.name}</span>, as far as they are shared with you.
          </Trans>
        </span>
      )}
      {!across && head?.node && (
        <span className={classes.note}>
          <AllHere node={head.node} />
        </span>
      )}
    </PageHeader>
  )
}

/** Who can see it, which is who can see its place; and the bin, for the register of one place. */
function Actions({ head, title }: { head: RegisterHead; title: string }) {
  return (
    <Group gap={4} wrap="nowrap">
      <ShareButton nodeId={head.node.id} />
      {head.id !== undefined && <SheetMenu nodeId={head.node.id} sheet={{ id: head.id, kind: head.kind, name: title }} />}
    </Group>
  )
}

/** Back to the registers of the project, which is a tab of it, or of the part of the tree. */
function AllHere({ node }: { node: { readonly id: number; readonly kind: string } }) {
  if (node.kind === 'project') {
    return (
      <Link to="/projects/$projectId/registers" params={{ projectId: node.id }}>
        <Trans>All registers of the project</Trans>
      </Link>
    )
  }
  return (
    <Link to="/node/$nodeId/registers" params={{ nodeId: node.id }}>
      <Trans>All registers here</Trans>
    </Link>
  )
}

function Loading() {
  const { t } = useLingui()
  return (
    <div className={classes.bones} role="status" aria-label={t`Loading the register`}>
      {Array.from({ length: 14 }, (_, index) => (
        <div key={index} className={classes.bone}>
          <Bone width={`${34 + ((index * 7) % 20)}%`} />
          <Bone width="18%" />
          <Bone width="14%" />
        </div>
      ))}
    </div>
  )
}
