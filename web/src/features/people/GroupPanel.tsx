/** One group at the side: its name, who is in it, and what it holds. */
import { ActionIcon, Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { addMembers, changeGroup, deleteGroup, groupQuery, removeMember, type GroupDetail } from '~/client/people'
import { EditField } from '~/ui/EditField'
import { NewsText } from '~/ui/NewsText'
import { WhoPicker } from '~/ui/rights/pickers'
import { useRightsWords } from '~/ui/rights/words'
import { SidePanel } from '~/ui/SidePanel'
import { Bone, ErrorState } from '~/ui/States'
import { useAct } from '~/ui/useAct'
import { useAsk } from '~/ui/useAsk'
import classes from './People.module.css'
import { useMay } from './usePeople'

const touched = (id: number) => [['group', id], ['groups'], ['access'], ['person']]

export function GroupPanel({ id, onClose }: { id: number | undefined; onClose: () => void }) {
  const { t } = useLingui()
  const group = useQuery({ ...groupQuery(id ?? 0), enabled: id !== undefined })
  return (
    <SidePanel title={group.data?.name ?? t`Group`} opened={id !== undefined} onClose={onClose}>
      {group.isError ? <ErrorState error={group.error} /> : group.data && id !== undefined ? <Contents group={group.data} onClose={onClose} /> : <Bone width="60%" height={20} />}
    </SidePanel>
  )
}

function Contents({ group, onClose }: { group: GroupDetail; onClose: () => void }) {
  const { t } = useLingui()
  const may = useMay()
  const ask = useAsk()
  const { act } = useAct()
  const change = async (patch: { name?: string; about?: string }) => Boolean(await act(() => changeGroup(group.id, patch), touched(group.id)))
  const remove = async () => {
    const sure = await ask({ title: t`Delete the group ${group.name}?`, text: t`Its members lose what they hold through it. The people stay.`, yes: t`Delete the group` })
    if (!sure || !(await act(() => deleteGroup(group.id), [['groups'], ['access'], ['person']], t`The group ${group.name} was deleted.`))) return
    onClose()
  }
  return (
    <>
      {may.people ? (
        <>
          <EditField label={t`Name`} maxLength={100} value={group.name} onKeep={(name) => change({ name })} />
          <EditField label={t`What it is for`} maxLength={400} mayBeEmpty value={group.about} onKeep={(about) => change({ about })} />
        </>
      ) : (
        <p dir="auto" translate="no">
          {group.about}
        </p>
      )}
      <Members group={group} />
      <Holds group={group} />
      {may.people && (
        <div>
          <Button variant="subtle" color="red" onClick={() => void remove()}>
            <Trans>Delete the group</Trans>
          </Button>
        </div>
      )}
    </>
  )
}

function Members({ group }: { group: GroupDetail }) {
  const { t } = useLingui()
  const may = useMay()
  const { act } = useAct()
  const add = (person: number) => act(() => addMembers(group.id, [person]), touched(group.id))
  const remove = async (person: number, name: string) => {
    if (!(await act(() => removeMember(group.id, person), touched(group.id)))) return
    notifications.show({ message: <NewsText text={t`${name} is not in ${group.name} any more.`} undo={() => void add(person)} />, color: 'gray', withBorder: true, autoClose: 10_000 })
  }
  return (
    <section className={classes.section} style={{ gap: 8, marginTop: 0 }}>
      <h3>
        <Trans>Who is in it</Trans>
      </h3>
      {may.people && <WhoPicker label={t`Add somebody`} value={null} without={group.people.map((one) => one.person_id)} onPick={(picked) => picked && void add(picked.id)} />}
      {group.people.length === 0 && (
        <p className={classes.about}>
          <Trans>Nobody yet.</Trans>
        </p>
      )}
      <ul className={classes.tree} aria-label={t`Who is in it`}>
        {group.people.map((one) => (
          <li key={one.person_id} className={classes.item} style={{ minHeight: 36, padding: '4px 0' }}>
            <Link className={classes.main} to="/people/$personId" params={{ personId: one.person_id }} translate="no" dir="auto">
              {one.name}
            </Link>
            {may.people && (
              <ActionIcon aria-label={t`Take ${one.name} out of the group`} onClick={() => void remove(one.person_id, one.name)}>
                <IconX size={16} stroke={1.75} />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Holds({ group }: { group: GroupDetail }) {
  const words = useRightsWords()
  return (
    <section className={classes.section} style={{ gap: 8, marginTop: 0 }}>
      <h3>
        <Trans>What it may do</Trans>
      </h3>
      {group.holds.length === 0 ? (
        <p className={classes.about}>
          <Trans>Nothing yet, as far as you can see. Share a project or a portfolio with the group.</Trans>
        </p>
      ) : (
        <ul className={classes.tree}>
          {group.holds.map((one) => (
            <li key={`${one.node_id}-${one.role}`} className={classes.place}>
              <Trans>
                {words.role(one.role, one.role_name)} at{' '}
                <Link to="/portfolio" search={{ node: one.node_id, share: one.node_id }} translate="no">
                  {one.node_name}
                </Link>
              </Trans>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
