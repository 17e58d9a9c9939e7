/** A role of the office's own: its name, and what it allows. A change holds at once for everybody who holds it. */
import { Button, Checkbox, TextInput } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState, type FormEvent } from 'react'
import { changeRole, createRole, deleteRole, type Role, type Word } from '~/client/people'
import { useRightsWords, WORDS } from '~/ui/rights/words'
import { SidePanel } from '~/ui/SidePanel'
import { useAct } from '~/ui/useAct'
import { useAsk } from '~/ui/useAsk'
import classes from './People.module.css'

const TOUCHED = [['roles'], ['access'], ['person'], ['node'], ['session']]

export function RolePanel({ role, fresh, onClose }: { role: Role | undefined; fresh: boolean; onClose: () => void }) {
  const { t } = useLingui()
  return (
    <SidePanel title={role?.name ?? t`A role of your own`} opened={fresh || role !== undefined} onClose={onClose}>
      {(fresh || role) && <RoleForm role={role} onClose={onClose} />}
    </SidePanel>
  )
}

function RoleForm({ role, onClose }: { role: Role | undefined; onClose: () => void }) {
  const { t } = useLingui()
  const ask = useAsk()
  const { act, busy } = useAct()
  const [name, setName] = useState(role?.name ?? '')
  const [about, setAbout] = useState(role?.about ?? '')
  const [words, setWords] = useState<readonly string[]>(role?.capabilities ?? ['view'])
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const body = { name: name.trim(), about: about.trim(), capabilities: words as Word[] }
    const kept = await act(() => (role ? changeRole(role.key, body) : createRole(body.name, body.about, body.capabilities)), TOUCHED)
    if (kept) onClose()
  }
  const remove = async () => {
    if (!role) return
    const sure = await ask({ title: t`Delete the role ${role.name}?`, text: t`Nobody can be given it any more. A role that somebody holds cannot be deleted.`, yes: t`Delete the role` })
    if (sure && (await act(() => deleteRole(role.key), TOUCHED, t`The role ${role.name} was deleted.`))) onClose()
  }
  return (
    <form className={classes.form} onSubmit={(event) => void save(event)}>
      <TextInput label={t`Name`} required withAsterisk={false} maxLength={100} data-autofocus value={name} onChange={(event) => setName(event.currentTarget.value)} />
      <TextInput label={t`What it is for`} maxLength={400} value={about} onChange={(event) => setAbout(event.currentTarget.value)} />
      <Allows words={words} onChange={setWords} />
      <div className={classes.buttons}>
        <Button type="submit" loading={busy} disabled={!name.trim()}>
          {role ? <Trans>Change the role</Trans> : <Trans>Make the role</Trans>}
        </Button>
        {role && (
          <Button variant="subtle" color="red" onClick={() => void remove()}>
            <Trans>Delete the role</Trans>
          </Button>
        )}
      </div>
    </form>
  )
}

function Allows({ words, onChange }: { words: readonly string[]; onChange: (words: readonly string[]) => void }) {
  const { t } = useLingui()
  const known = useRightsWords()
  return (
    <Checkbox.Group label={t`Who holds it may`} value={[...words]} onChange={(next) => onChange([...new Set(['view', ...next])])}>
      <div className={classes.form} style={{ gap: 10, marginTop: 8 }}>
        {WORDS.map((word) => (
          <Checkbox key={word} value={word} disabled={word === 'view'} label={known.title(word)} description={known.about(word)} />
        ))}
      </div>
    </Checkbox.Group>
  )
}
