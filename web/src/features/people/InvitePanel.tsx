/** Inviting the team: addresses typed, pasted or from a file, a place, a role, and then what became of each. */
import { Button, Checkbox, FileButton, MultiSelect, Textarea } from '@mantine/core'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { groupsQuery, invite, invitesQuery, type Invited } from '~/client/people'
import { nodeQuery, nodesQuery } from '~/client/queries'
import { PlacePicker, RolePicker } from '~/ui/rights/pickers'
import { SidePanel } from '~/ui/SidePanel'
import { useAct } from '~/ui/useAct'
import { countAddresses } from './addresses'
import { Outcomes } from './Outcomes'
import classes from './People.module.css'

export function InvitePanel({ place, onClose }: { place: number | undefined; onClose: () => void }) {
  const { t } = useLingui()
  const [outcome, setOutcome] = useState<readonly Invited[] | null>(null)
  const close = () => {
    setOutcome(null)
    onClose()
  }
  return (
    <SidePanel title={outcome ? t`What became of the invitations` : t`Invite people`} opened={place !== undefined} onClose={close}>
      {outcome ? <Outcomes items={outcome} again={() => setOutcome(null)} /> : <InviteForm place={place || undefined} done={setOutcome} />}
    </SidePanel>
  )
}

function InviteForm({ place, done }: { place: number | undefined; done: (items: readonly Invited[]) => void }) {
  const { t } = useLingui()
  const { act, busy } = useAct()
  const roots = useQuery(nodesQuery(null)).data?.items
  const [text, setText] = useState('')
  const [picked, setPicked] = useState<number>()
  const node = picked ?? place ?? roots?.find((root) => root.capabilities.includes('people'))?.id
  const may = useQuery({ ...nodeQuery(node ?? 0), enabled: node !== undefined }).data?.capabilities
  const [role, setRole] = useState('contributor')
  const [groups, setGroups] = useState<string[]>([])
  const canMail = useQuery(invitesQuery).data?.mail ?? false
  const [mail, setMail] = useState(true)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (node === undefined) return
    const body = { text, node_id: node, role, group_ids: groups.map(Number), mail: mail && canMail }
    const made = await act(() => invite(body), [['invites'], ['people'], ['access'], ['groups'], ['person']])
    if (made) done(made.answer.items)
  }
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)}>
      <Addresses text={text} onChange={setText} />
      <PlacePicker label={t`Place`} value={node} onPick={setPicked} may="people" />
      <RolePicker label={t`Role there and below`} value={role} onPick={setRole} within={may} />
      <GroupsField value={groups} onChange={setGroups} />
      {canMail ? (
        <Checkbox label={t`Send each of them the link by mail`} checked={mail} onChange={(event) => setMail(event.currentTarget.checked)} />
      ) : (
        <p className={classes.dim}>
          <Trans>No mail leaves from here. You get a link for each person, to send it yourself.</Trans>
        </p>
      )}
      <div>
        <Button type="submit" loading={busy} disabled={!text.trim() || node === undefined}>
          <Plural value={countAddresses(text)} _0="Invite" one="Invite # person" other="Invite # people" />
        </Button>
      </div>
    </form>
  )
}

function Addresses({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const { t } = useLingui()
  const read = async (file: File | null) => {
    if (file) onChange(await file.text())
  }
  return (
    <div className={classes.form} style={{ gap: 8 }}>
      <Textarea
        label={t`Mail addresses`}
        description={t`A line to a person, with or without a name. You can paste a list from a mail or a sheet.`}
        placeholder={'Nina Novak, nina@example.org\nomar@example.org'}
        translate="no"
        labelProps={{ translate: 'yes' }}
        descriptionProps={{ translate: 'yes' }}
        rows={6}
        maxLength={100_000}
        data-autofocus
        value={text}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <div>
        <FileButton accept=".csv,.txt,text/csv,text/plain" onChange={(file) => void read(file)} inputProps={{ 'aria-label': t`CSV file with addresses` }}>
          {(props) => (
            <Button {...props} size="xs" variant="default">
              <Trans>Take them from a CSV file</Trans>
            </Button>
          )}
        </FileButton>
      </div>
    </div>
  )
}

function GroupsField({ value, onChange }: { value: string[]; onChange: (ids: string[]) => void }) {
  const { t } = useLingui()
  const groups = useQuery(groupsQuery).data?.items ?? []
  if (groups.length === 0) return null
  return (
    <MultiSelect
      label={t`Groups that they join`}
      placeholder={value.length === 0 ? t`None` : ''}
      data={groups.map((group) => ({ value: String(group.id), label: group.name }))}
      value={value}
      onChange={onChange}
      searchable
      nothingFoundMessage={t`No group has this name.`}
    />
  )
}
