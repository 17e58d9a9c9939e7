/** Who can see a place: everybody by name, with which role, from where and through what; who shares may add and take back. */
import { Button } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { accessQuery, grant, revoke, whyQuery, type Access } from '~/client/people'
import { nodeQuery } from '~/client/queries'
import { useWhen } from '~/lib/useWhen'
import { NewsText } from '~/ui/NewsText'
import { GrantReasons } from '~/ui/rights/Reasons'
import { RolePicker, WhoPicker, type Picked } from '~/ui/rights/pickers'
import { useRightsWords } from '~/ui/rights/words'
import { SidePanel } from '~/ui/SidePanel'
import { Bone, ErrorState } from '~/ui/States'
import { useAct } from '~/ui/useAct'
import { notifications } from '@mantine/notifications'
import classes from './Rights.module.css'

const touched = (node: number) => [['access'], ['node', node], ['person'], ['group'], ['roles'], ['people']]

export function SharePanel({ nodeId, onClose }: { nodeId: number | undefined; onClose: () => void }) {
  const { t } = useLingui()
  const node = useQuery({ ...nodeQuery(nodeId ?? 0), enabled: nodeId !== undefined }).data
  return (
    <SidePanel title={node ? t`Who can see ${node.name}` : t`Who can see this`} opened={nodeId !== undefined} onClose={onClose}>
      {nodeId !== undefined && <Contents nodeId={nodeId} may={node?.capabilities ?? []} />}
    </SidePanel>
  )
}

function Contents({ nodeId, may }: { nodeId: number; may: readonly string[] }) {
  const { t } = useLingui()
  const access = useQuery(accessQuery(nodeId))
  if (access.isError) return <ErrorState error={access.error} retry={() => void access.refetch()} />
  const items = access.data?.items
  return (
    <>
      {may.includes('share') && <Add nodeId={nodeId} may={may} />}
      {!items && [70, 55, 60].map((width) => <Bone key={width} width={`${width}%`} height={20} />)}
      {items && (
        <ul className={classes.list} aria-label={t`Who can see this`}>
          {items.map((each) => (
            <Holder key={`${each.person?.id}-${each.group?.id}-${each.role}-${each.node_id}`} access={each} nodeId={nodeId} may={may} />
          ))}
        </ul>
      )}
      {may.includes('people') && may.includes('share') && (
        <Link to="/people" search={{ invite: nodeId }}>
          <Trans>Invite somebody who is not here yet</Trans>
        </Link>
      )}
    </>
  )
}

function Add({ nodeId, may }: { nodeId: number; may: readonly string[] }) {
  const { t } = useLingui()
  const { act, busy } = useAct()
  const [who, setWho] = useState<Picked | null>(null)
  const [role, setRole] = useState('viewer')
  const add = async () => {
    if (!who) return
    const to = who.what === 'group' ? { group_id: who.id } : { person_id: who.id }
    if (await act(() => grant(nodeId, to, role), touched(nodeId), t`${who.name} can see this now.`)) setWho(null)
  }
  return (
    <form
      className={classes.add}
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <WhoPicker label={t`Share with`} value={who} onPick={setWho} groups />
      <RolePicker label={t`As`} value={role} onPick={setRole} within={may} />
      <Button type="submit" disabled={!who} loading={busy}>
        <Trans>Share</Trans>
      </Button>
    </form>
  )
}

function Holder({ access, nodeId, may }: { access: Access; nodeId: number; may: readonly string[] }) {
  const { t } = useLingui()
  const words = useRightsWords()
  const when = useWhen()
  const { act, busy } = useAct()
  const [asked, setAsked] = useState(false)
  const name = access.person?.name ?? access.group?.name ?? ''
  const role = words.role(access.role, access.role_name)
  const mayAsk = access.person && (may.includes('share') || may.includes('people'))
  const takeBack = async () => {
    if (!(await act(() => revoke(nodeId, access), touched(nodeId)))) return
    const again = () => act(() => grant(nodeId, access.group ? { group_id: access.group.id } : { person_id: access.person?.id ?? 0 }, access.role), touched(nodeId))
    notifications.show({ message: <NewsText text={t`${name} is not ${role} here any more.`} undo={() => void again()} />, color: 'gray', withBorder: true, autoClose: 10_000 })
  }
  return (
    <li className={classes.item}>
      <div className={classes.who}>
        <Name access={access} />
        <p className={classes.dim}>
          {role} · {access.inherited ? <Trans>from <span translate="no">{access.node_name}</span></Trans> : <Trans>given here</Trans>} · {access.by ? t`by ${access.by.name}, ${when.day(access.at)}` : <time dateTime={access.at}>{when.day(access.at)}</time>}
        </p>
      </div>
      {mayAsk && (
        <Button size="compact-sm" variant="subtle" aria-expanded={asked} aria-label={t`Why can ${name} see this`} onClick={() => setAsked(!asked)}>
          <Trans>Why</Trans>
        </Button>
      )}
      {!access.inherited && may.includes('share') && (
        <Button size="compact-sm" variant="subtle" color="gray" loading={busy} aria-label={t`Take back: ${role}, ${name}`} onClick={() => void takeBack()}>
          <Trans>Take back</Trans>
        </Button>
      )}
      {asked && access.person && <Why nodeId={nodeId} personId={access.person.id} />}
    </li>
  )
}

function Name({ access }: { access: Access }) {
  if (access.group) {
    return (
      <span>
        <Link to="/people" search={{ tab: 'groups', team: access.group.id }} translate="no">
          {access.group.name}
        </Link>{' '}
        <span className={classes.dim}>
          <Trans>Group</Trans>
        </span>
      </span>
    )
  }
  return (
    <Link to="/people/$personId" params={{ personId: access.person?.id ?? 0 }} translate="no" dir="auto">
      {access.person?.name}
    </Link>
  )
}

function Why({ nodeId, personId }: { nodeId: number; personId: number }) {
  const why = useQuery(whyQuery(nodeId, personId))
  return (
    <div className={classes.why} aria-live="polite">
      {why.data ? <GrantReasons because={why.data.because} here={nodeId} /> : why.isError ? <ErrorState error={why.error} /> : <Bone width="60%" />}
    </div>
  )
}
