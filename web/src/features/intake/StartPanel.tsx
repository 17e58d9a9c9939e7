/** How the project of an approved request shall be; one press makes all of it. */
import { Button, TextInput } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { startProject, type Story } from '~/client/intake'
import { PlacePicker } from '~/ui/place/PlacePicker'
import { WhoPicker, type Picked } from '~/ui/rights/pickers'
import { SidePanel } from '~/ui/SidePanel'
import { useAct } from '~/ui/useAct'
import classes from './Intake.module.css'

export function StartPanel({ story, opened, onClose }: { story: Story; opened: boolean; onClose: () => void }) {
  return (
    <SidePanel title={<Trans>Start the project</Trans>} opened={opened} onClose={onClose}>
      <StartForm story={story} />
    </SidePanel>
  )
}

function StartForm({ story }: { story: Story }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { act, busy } = useAct()
  const wanted = typeof story.cells.wanted_for === 'string' ? story.cells.wanted_for : ''
  const asker = typeof story.cells.wanted_by === 'number' ? story.cells.wanted_by : null
  const [wish, setWish] = useState({ name: story.name, code: '', start: '', finish: wanted })
  const [place, setPlace] = useState<number | null>(story.node.id)
  const [manager, setManager] = useState<Picked | null>(null)
  const [sponsor, setSponsor] = useState<Picked | null>(asker ? { what: 'person', id: asker, name: story.names[String(asker)] ?? '' } : null)
  const write = (key: keyof typeof wish) => (event: { currentTarget: { value: string } }) => {
    const { value } = event.currentTarget
    setWish((now) => ({ ...now, [key]: value }))
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!manager || place === null) return
    const body = { ...wish, seen: story.seen, parent_id: place, manager_id: manager.id, sponsor_id: sponsor?.id ?? null, start: wish.start || null, finish: wish.finish || null }
    const made = await act(() => startProject(story.sheet_id, story.row_id, body), [['request'], ['intake'], ['nodes'], ['portfolio'], ['project-lists']])
    if (made) await navigate({ to: '/projects/$projectId', params: { projectId: made.answer.project_id } })
  }
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)}>
      <p className={classes.dim}>
        <Trans>It gets its profile, roles, plan and registers, and the documents, communication plan and first tasks of the method that holds there. The request keeps the link.</Trans>
      </p>
      <TextInput label={t`Name`} required withAsterisk={false} maxLength={200} value={wish.name} onChange={write('name')} />
      <TextInput label={t`Code`} maxLength={60} value={wish.code} onChange={write('code')} />
      <PlacePicker value={place} choose={setPlace} />
      <WhoPicker label={t`Project manager`} value={manager} onPick={setManager} />
      <WhoPicker label={t`Sponsor`} value={sponsor} onPick={setSponsor} />
      <TextInput type="date" label={t`Start`} value={wish.start} onChange={write('start')} />
      <TextInput type="date" label={t`Finish`} value={wish.finish} onChange={write('finish')} />
      <Button type="submit" loading={busy} disabled={!manager || place === null || !wish.name.trim()}>
        <Trans>Start the project</Trans>
      </Button>
    </form>
  )
}
