/** One form at the side: its title, what it asks for and in which words, whether it is open, and its public link. */
import { Button, Checkbox, Switch, Textarea, TextInput } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { changeForm, keptFormQuery, type FieldKept, type FormKept } from '~/client/intake'
import { CopyLine } from '~/ui/CopyLine'
import { SidePanel } from '~/ui/SidePanel'
import { Bone, ErrorState } from '~/ui/States'
import { useAct } from '~/ui/useAct'
import classes from './Intake.module.css'
import { useLabel } from './useIntakeWords'

export function FormPanel({ formId, onClose }: { formId: number; onClose: () => void }) {
  const form = useQuery(keptFormQuery(formId))
  return (
    <SidePanel title={<Trans>Request form</Trans>} opened onClose={onClose}>
      {form.isError ? <ErrorState error={form.error} /> : form.data ? <FormEditor key={formId} form={form.data} /> : <Bone height={120} />}
    </SidePanel>
  )
}

function FormEditor({ form }: { form: FormKept }) {
  const { t } = useLingui()
  const { act, busy } = useAct()
  const [title, setTitle] = useState(form.title)
  const [intro, setIntro] = useState(form.intro)
  const [fields, setFields] = useState<FieldKept[]>(form.fields)
  const change = (part: Parameters<typeof changeForm>[1], saidOf?: string) => act(() => changeForm(form.id, part), [['forms']], saidOf)
  return (
    <div className={classes.form}>
      <Switch label={t`Open: everybody of the organisation may ask by it`} checked={form.open} onChange={(event) => void change({ open: event.currentTarget.checked })} />
      <Switch label={t`Public: whoever has the link may ask by it`} checked={form.public} onChange={(event) => void change({ public: event.currentTarget.checked })} />
      {form.public && (
        <>
          <CopyLine text={`${window.location.origin}/form/${form.token}`} label={t`Public link`} />
          <Button size="xs" variant="default" loading={busy} onClick={() => void change({ new_link: true }, t`The form has a new link. The old one opens nothing any more.`)}>
            <Trans>Make a new link, and the old one worthless</Trans>
          </Button>
        </>
      )}
      <TextInput label={t`Title`} maxLength={100} value={title} onChange={(event) => setTitle(event.currentTarget.value)} />
      <Textarea label={t`What stands above the questions`} autosize minRows={2} maxLength={2000} value={intro} onChange={(event) => setIntro(event.currentTarget.value)} />
      <Questions form={form} fields={fields} setFields={setFields} />
      <Button loading={busy} disabled={!title.trim()} onClick={() => void change({ title, intro, fields }, t`The form is saved.`)}>
        <Trans>Save the form</Trans>
      </Button>
    </div>
  )
}

function Questions({ form, fields, setFields }: { form: FormKept; fields: FieldKept[]; setFields: (next: FieldKept[]) => void }) {
  const { t } = useLingui()
  const label = useLabel()
  const set = (key: string, part: Partial<FieldKept>) => setFields(fields.map((field) => (field.key === key ? { ...field, ...part } : field)))
  const toggle = (key: string, on: boolean) => setFields(on ? [...fields, { key, title: '', help: '', required: false }] : fields.filter((field) => field.key !== key))
  return (
    <fieldset className={classes.questions}>
      <legend>
        <Trans>Questions</Trans>
      </legend>
      {form.columns.map((column) => {
        const name = label(column.titles)
        const field = fields.find((one) => one.key === column.key)
        return (
          <div key={column.key} className={classes.question}>
            <Checkbox label={name} checked={Boolean(field)} disabled={column.key === 'name'} onChange={(event) => toggle(column.key, event.currentTarget.checked)} />
            {field && (
              <div className={classes.pair}>
                <TextInput size="xs" aria-label={t`How the form asks for ${name}`} placeholder={name} maxLength={200} value={field.title} onChange={(event) => set(column.key, { title: event.currentTarget.value })} />
                <TextInput size="xs" aria-label={t`Help for ${name}`} placeholder={t`Help text`} maxLength={1000} value={field.help} onChange={(event) => set(column.key, { help: event.currentTarget.value })} />
                <Checkbox size="xs" label={t`Must be answered`} aria-label={t`${name} must be answered`} checked={field.required || column.key === 'name'} disabled={column.key === 'name'} onChange={(event) => set(column.key, { required: event.currentTarget.checked })} />
              </div>
            )}
          </div>
        )
      })}
    </fieldset>
  )
}
