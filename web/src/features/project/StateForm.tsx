/** A person may overrule the figures, with a reason that is kept. */
import { Button, Group, Radio, Textarea } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { answer, api } from '~/client/api'
import { queryClient } from '~/client/queries'
import type { ProjectDetail } from '~/client/types'
import { useErrorText } from '~/ui/errorText'
import { StatusMark, useColourName, type Colour } from '~/ui/StatusMark'
import classes from './Overview.module.css'

const CHOICES: readonly Exclude<Colour, 'grey'>[] = ['G', 'A', 'R']

export function StateForm({ project, done }: { project: ProjectDetail; done: () => void }) {
  const { t } = useLingui()
  const colourName = useColourName()
  const errorText = useErrorText()
  const [colour, setColour] = useState<string>(project.stated_status ?? '')
  const [reason, setReason] = useState('')
  const save = useMutation({
    mutationFn: () => answer(api.PUT('/api/v1/projects/{node_id}/stated-status', { params: { path: { node_id: project.id } }, body: { colour: colour as 'G', reason } })),
    onSuccess: async () => {
      await Promise.all([queryClient.invalidateQueries({ queryKey: ['project', project.id] }), queryClient.invalidateQueries({ queryKey: ['portfolio'] })])
      done()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <form className={classes.form} onSubmit={submit}>
      <Radio.Group value={colour} onChange={setColour} label={t`Status of the project`}>
        <Group gap="md" mt={4}>
          {CHOICES.map((choice) => (
            <Radio key={choice} value={choice} label={<><StatusMark colour={choice} label="" /> {colourName(choice)}</>} />
          ))}
        </Group>
      </Radio.Group>
      <Textarea label={t`Reason`} description={t`It is kept with your name and shown to everybody who sees the status.`} required withAsterisk={false} autosize minRows={2} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      {save.isError && <p role="alert">{errorText(save.error)}</p>}
      <Group gap="xs">
        <Button type="submit" disabled={!colour || !reason.trim()} loading={save.isPending}>
          <Trans>State this status</Trans>
        </Button>
        <Button variant="subtle" color="gray" onClick={done}>
          <Trans>Keep what it was</Trans>
        </Button>
      </Group>
    </form>
  )
}
