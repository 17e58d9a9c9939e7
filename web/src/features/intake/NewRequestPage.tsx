/** Asking for something by a form of the office, from anywhere; what is like it is shown while one writes. */
import { Button, NativeSelect } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { askByForm, askedQuery, formQuery, formsQuery, similarQuery, type Answers } from '~/client/intake'
import { useFormat } from '~/lib/useFormat'
import { PageHeader } from '~/ui/PageHeader'
import { Bone, EmptyState, ErrorState } from '~/ui/States'
import { useAct } from '~/ui/useAct'
import { FormFields } from './FormFields'
import classes from './Intake.module.css'
import { SimilarList } from './SimilarList'
import { STATE_TONE, useStateNames } from './useIntakeWords'

export function NewRequestPage({ form, choose }: { form: number | undefined; choose: (form: number) => void }) {
  const { t } = useLingui()
  const forms = useQuery(formsQuery)
  const items = forms.data?.items ?? []
  const chosen = items.find((one) => one.id === form) ?? items[0]
  return (
    <>
      <PageHeader title={t`New request`}>
        <p className={`${classes.dim} ${classes.below}`}>
          <Trans>Say what you need and why. The office looks at it, asks back where something is missing, and tells you what was decided.</Trans>
        </p>
      </PageHeader>
      {forms.isError ? (
        <ErrorState error={forms.error} retry={() => void forms.refetch()} />
      ) : forms.isPending ? (
        <Bone height={160} />
      ) : chosen ? (
        <div className={classes.sections}>
          <div className={classes.stack}>
            {items.length > 1 && <NativeSelect label={t`Form`} value={String(chosen.id)} data={items.map((one) => ({ value: String(one.id), label: `${one.title} (${one.place})` }))} onChange={(event) => choose(Number(event.currentTarget.value))} />}
            <Filling key={chosen.id} formId={chosen.id} />
          </div>
          <Mine />
        </div>
      ) : (
        <EmptyState title={<Trans>There is no form yet</Trans>}>
          <Trans>Your office makes forms on its page of requests. Until then, ask the office directly.</Trans>
        </EmptyState>
      )}
    </>
  )
}

function Filling({ formId }: { formId: number }) {
  const form = useQuery(formQuery(formId))
  const navigate = useNavigate()
  const { act, busy } = useAct()
  const [answers, setAnswers] = useState<Answers>({})
  const [words] = useDebouncedValue(`${said(answers.name)} ${said(answers.need)}`.trim(), 400)
  const similar = useQuery({ ...similarQuery(words), enabled: words.length > 8 })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const made = await act(() => askByForm(formId, answers), [['intake'], ['forms', 'asked']])
    if (made) await navigate({ to: '/request/$sheetId/$rowId', params: { sheetId: made.answer.sheet_id, rowId: made.answer.row_id } })
  }
  if (form.isError) return <ErrorState error={form.error} />
  if (!form.data) return <Bone height={160} />
  const near = words.length > 8 ? (similar.data?.items ?? []) : []
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)}>
      {form.data.intro && <p dir="auto" translate="no">{form.data.intro}</p>}
      <FormFields fields={form.data.fields} answers={answers} change={(key, value) => setAnswers((now) => ({ ...now, [key]: value }))} />
      {near.length > 0 && (
        <section className={classes.part} aria-live="polite">
          <h2>
            <Trans>Perhaps it was asked for already</Trans>
          </h2>
          <SimilarList items={near} />
        </section>
      )}
      <Button type="submit" loading={busy}>
        <Trans>Send the request</Trans>
      </Button>
    </form>
  )
}

const said = (answer: Answers[string] | undefined) => (typeof answer === 'string' ? answer : '')

/** What one asked for before, and how it stands. */
function Mine() {
  const asked = useQuery(askedQuery)
  const states = useStateNames()
  const format = useFormat()
  const items = asked.data?.items ?? []
  if (items.length === 0) return <div />
  return (
    <section className={classes.part}>
      <h2>
        <Trans>What you asked for</Trans>
      </h2>
      <ul className={classes.plain}>
        {items.map((one) => (
          <li key={`${one.sheet_id}.${one.row_id}`}>
            <Link to="/request/$sheetId/$rowId" params={{ sheetId: one.sheet_id, rowId: one.row_id }} dir="auto" translate="no">
              {one.name}
            </Link>{' '}
            <span className={classes.state} data-tone={STATE_TONE[one.state]}>
              {states[one.state]}
            </span>{' '}
            <span className={classes.dim}>{format.date(one.at.slice(0, 10))}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
