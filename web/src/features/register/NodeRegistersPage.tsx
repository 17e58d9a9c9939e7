/** The registers of a node: what there is, what of it there is below, and which can be made. */
import { Button, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { IconChevronDown } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { kindsQuery, makeRegister, registersQuery, type KindAnswer, type RegisterListed } from '~/client/registers'
import { nodeQuery, queryClient } from '~/client/queries'
import { textOf } from '~/engines/register/columns'
import { useErrorText } from '~/ui/errorText'
import { SheetMenu } from '~/ui/NodeMenu'
import { PageHeader } from '~/ui/PageHeader'
import { Bone, EmptyState, ErrorState } from '~/ui/States'
import classes from './Register.module.css'

export function NodeRegistersPage({ nodeId }: { nodeId: number }) {
  const node = useQuery(nodeQuery(nodeId))
  const { t } = useLingui()
  const crumbs = (node.data?.path ?? []).slice(0, -1)
  return (
    <>
      <PageHeader title={node.data ? t`Registers of ${node.data.name}` : t`Registers`} crumbs={crumbs} named={node.data !== undefined} action={<MakeButton nodeId={nodeId} />} />
      <NodeRegisters nodeId={nodeId} isProject={node.data?.kind === 'project'} />
    </>
  )
}

export function ProjectRegisters({ projectId }: { projectId: number }) {
  return (
    <>
      <div className={classes.tabAction}>
        <MakeButton nodeId={projectId} />
      </div>
      <NodeRegisters nodeId={projectId} isProject />
    </>
  )
}

function NodeRegisters({ nodeId, isProject }: { nodeId: number; isProject: boolean }) {
  const registers = useQuery(registersQuery(nodeId))
  const kinds = useQuery(kindsQuery)
  const kindTitle = useKindText()
  if (registers.isError) return <ErrorState error={registers.error} retry={() => void registers.refetch()} />
  if (kinds.isError && !kinds.data) return <ErrorState error={kinds.error} retry={() => void kinds.refetch()} />
  if (!registers.data || !kinds.data) return <Loading />
  const { items } = registers.data
  const across = isProject ? [] : kinds.data
  return (
    <>
      {items.length === 0 && isProject && <Empty nodeId={nodeId} />}
      {items.length > 0 && (
        <>
          {!isProject && (
            <h2 className={classes.section}>
              <Trans>Here</Trans>
            </h2>
          )}
          <ul className={classes.list}>
            {items.map((item) => (
              <li key={item.id}>
                <Link to="/sheet/$sheetId" params={{ sheetId: item.id }} translate="no">
                  {item.name || kindTitle.title(item)}
                </Link>
                <span className={classes.count}>
                  <Plural value={item.rows} one="# row" other="# rows" />
                </span>
                <SheetMenu nodeId={nodeId} sheet={{ id: item.id, kind: item.kind, name: item.name }} gone={() => undefined} />
              </li>
            ))}
          </ul>
        </>
      )}
      {across.length > 0 && (
        <>
          <h2 className={classes.section}>
            <Trans>Across everything at and below</Trans>
          </h2>
          <ul className={classes.list}>
            {across.map((kind) => (
              <li key={kind.kind}>
                <Link to="/node/$nodeId/all/$kind" params={{ nodeId, kind: kind.kind }} translate="no">
                  {kindTitle.title(kind)}
                </Link>
                <span className={classes.about} translate="no">
                  {kindTitle.about(kind)}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function useKindText() {
  const { i18n } = useLingui()
  return {
    title: (kind: KindAnswer | RegisterListed) => textOf(kind.titles ?? kind.title, i18n.locale) ?? kind.kind,
    about: (kind: KindAnswer) => textOf(kind.abouts ?? kind.about, i18n.locale) ?? '',
  }
}

/** Which kinds can be made, each with why one wants it. */
function MakeButton({ nodeId }: { nodeId: number }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const errorText = useErrorText()
  const kinds = useQuery(kindsQuery)
  const registers = useQuery(registersQuery(nodeId))
  const text = useKindText()
  const wanted = registers.data?.may_make ?? []
  const found = (kinds.data ?? []).filter((kind) => wanted.includes(kind.kind))
  if (found.length === 0) return null
  const make = (kind: string) =>
    void makeRegister(nodeId, kind)
      .then(({ id }) => {
        void queryClient.invalidateQueries({ queryKey: ['registers', nodeId] })
        return navigate({ to: '/sheet/$sheetId', params: { sheetId: id } })
      })
      .catch((error: unknown) => notifications.show({ message: errorText(error), color: 'red' }))
  return (
    <Menu position="bottom-end" width="min(400px, calc(100vw - 24px))">
      <Menu.Target>
        <Button rightSection={<IconChevronDown size={16} />}>{t`Make a register`}</Button>
      </Menu.Target>
      <Menu.Dropdown mah={480} style={{ overflow: 'auto' }}>
        {found.map((kind) => (
          <Menu.Item key={kind.kind} onClick={() => make(kind.kind)} translate="no">
            {text.title(kind)}
            <div className={classes.about}>{text.about(kind)}</div>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function Empty({ nodeId }: { nodeId: number }) {
  return (
    <EmptyState title={<Trans>No registers here yet</Trans>} action={<MakeButton nodeId={nodeId} />}>
      <Trans>Risks, decisions, requirements and whatever else this project keeps a list of stand here. Each can be filled from Excel.</Trans>
    </EmptyState>
  )
}

function Loading() {
  return (
    <div className={classes.bones}>
      {Array.from({ length: 6 }, (_, index) => (
        <div key={index} className={classes.bone}>
          <Bone width={`${24 + ((index * 7) % 20)}%`} />
        </div>
      ))}
    </div>
  )
}
