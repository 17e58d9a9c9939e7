/** The request forms of a place: what they ask for, whether they are open, and to whom. */
import { Button, TextInput } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { keptFormsQuery, makeForm } from '~/client/intake'
import { Bone, EmptyState, ErrorState } from '~/ui/States'
import { useAct } from '~/ui/useAct'
import { FormPanel } from './FormPanel'
import classes from './Intake.module.css'
import type { IntakePlace } from './IntakePage'

export function FormsTab({ nodeId, search, change, may }: IntakePlace & { may: boolean }) {
  const { t } = useLingui()
  const forms = useQuery(keptFormsQuery(nodeId))
  if (forms.isError) return <ErrorState error={forms.error} retry={() => void forms.refetch()} />
  if (!forms.data) return <Bone height={80} />
  return (
    <div className={classes.sections} data-single>
      {forms.data.items.length === 0 && !may && (
        <EmptyState title={<Trans>No forms here</Trans>}>
          <Trans>A form is how people ask for something: signed in, or from outside by a link.</Trans>
        </EmptyState>
      )}
      <ul className={classes.plain}>
        {forms.data.items.map((form) => (
          <li key={form.id} className={classes.formLine}>
            <button type="button" className={classes.open} onClick={() => change({ form: form.id })} translate="no">
              {form.title}
            </button>{' '}
            <span className={classes.state} data-tone={form.open ? 'green' : undefined}>
              {form.open ? t`Open` : t`Closed`}
            </span>{' '}
            {form.public && <span className={classes.state} data-tone="amber">{t`Public by link`}</span>} <span className={classes.dim} translate="no">{form.node_name}</span>
          </li>
        ))}
      </ul>
      {may && <Make nodeId={nodeId} made={(form) => change({ form })} />}
      {search.form !== undefined && <FormPanel key={search.form} formId={search.form} onClose={() => change({ form: undefined })} />}
    </div>
  )
}

function Make({ nodeId, made }: { nodeId: number; made: (form: number) => void }) {
  const { t } = useLingui()
  const { act, busy } = useAct()
  const [title, setTitle] = useState('')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const done = await act(() => makeForm(nodeId, title.trim()), [['forms'], ['intake']])
    if (done) {
      setTitle('')
      made(done.answer.id)
    }
  }
  return (
    <form className={classes.line} onSubmit={(event) => void submit(event)}>
      <TextInput label={t`Name of a new form`} required withAsterisk={false} maxLength={100} value={title} onChange={(event) => setTitle(event.currentTarget.value)} />
      <Button type="submit" variant="default" loading={busy} disabled={!title.trim()}>
        <Trans>Make a form</Trans>
      </Button>
    </form>
  )
}
