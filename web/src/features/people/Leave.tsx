/** Somebody leaves: first what would happen, then to whom their open things go, then the account ends. */
import { Button } from '@mantine/core'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { leavingQuery, letLeave, type Leaving, type PersonDetail } from '~/client/people'
import { WhoPicker, type Picked } from '~/ui/rights/pickers'
import { SidePanel } from '~/ui/SidePanel'
import { Bone, ErrorState } from '~/ui/States'
import { useAct } from '~/ui/useAct'
import { InTheirName } from './InTheirName'
import classes from './People.module.css'

export function Leave({ person }: { person: PersonDetail }) {
  const [opened, setOpened] = useState(false)
  const { t } = useLingui()
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        <Trans>Leave</Trans>
      </Button>
      <SidePanel title={t`${person.name} leaves`} opened={opened} onClose={() => setOpened(false)}>
        {opened && <Preview person={person} onClose={() => setOpened(false)} />}
      </SidePanel>
    </>
  )
}

function Preview({ person, onClose }: { person: PersonDetail; onClose: () => void }) {
  const { t } = useLingui()
  const found = useQuery(leavingQuery(person.id))
  const { act, busy } = useAct()
  const [to, setTo] = useState<Picked | null>(null)
  if (found.isError) return <ErrorState error={found.error} />
  if (!found.data) return <Bone width="70%" height={20} />
  const leaving = found.data
  const mine = leaving.holds.filter((one) => one.mine)
  const leave = async () => {
    if (await act(() => letLeave(person.id, to?.id ?? null), [['person'], ['people'], ['access'], ['groups'], ['group'], ['node'], ['project'], ['portfolio']], t`${person.name} has left.`)) onClose()
  }
  return (
    <>
      <Ends leaving={leaving} />
      <section className={classes.section} style={{ marginTop: 0 }}>
        <h3>
          <Trans>What is in their name</Trans>
        </h3>
        {leaving.holds.length === 0 ? (
          <p className={classes.about}>
            <Trans>Nothing open. There is nothing to hand over.</Trans>
          </p>
        ) : (
          <InTheirName holds={leaving.holds} />
        )}
        {mine.length > 0 && <WhoPicker label={t`Hand it over to`} value={to} onPick={setTo} without={[person.id]} />}
        {mine.length > 0 && !to && (
          <p className={classes.note}>
            <Trans>Without somebody to hand over to, all of it stays in the name of who has left.</Trans>
          </p>
        )}
      </section>
      <p className={classes.about}>
        <Trans>History, comments and decisions keep the name. The person can be brought back.</Trans>
      </p>
      <div>
        <Button color="red.9" loading={busy} onClick={() => void leave()}>
          {to ? <Trans>Hand over to {to.name} and close the account</Trans> : <Trans>Close the account</Trans>}
        </Button>
      </div>
    </>
  )
}

function Ends({ leaving }: { leaving: Leaving }) {
  const groups = leaving.groups.join(', ')
  return (
    <section className={classes.section}>
      <h3>
        <Trans>What ends at once</Trans>
      </h3>
      <ul className={classes.sum}>
        <li>
          <Trans>Sign-in, on every device.</Trans>
        </li>
        {leaving.roles > 0 && (
          <li>
            <Plural value={leaving.roles} one="The # role that they hold themselves; it waits for a return." other="The # roles that they hold themselves; they wait for a return." />
          </li>
        )}
        {groups && (
          <li>
            <Trans>
              Membership in <span translate="no">{groups}</span>.
            </Trans>
          </li>
        )}
        {leaving.tokens > 0 && (
          <li>
            <Plural value={leaving.tokens} one="# access token dies." other="# access tokens die." />
          </li>
        )}
        {leaving.invites > 0 && (
          <li>
            <Plural value={leaving.invites} one="# invitation that they sent is revoked." other="# invitations that they sent are revoked." />
          </li>
        )}
      </ul>
    </section>
  )
}
