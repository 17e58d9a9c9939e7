/** A form for whoever has its link, signed in or not. */
import { Button, TextInput } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState, type FormEvent, type ReactNode } from 'react'
import { askFromOutside, publicFormQuery, type Answers, type FormToFill } from '~/client/intake'
import { useErrorText } from '~/ui/errorText'
import { Bone } from '~/ui/States'
import { FormFields } from './FormFields'
import classes from './Intake.module.css'

export function PublicFormPage({ token }: { token: string }) {
  const { t } = useLingui()
  const errorText = useErrorText()
  const form = useQuery(publicFormQuery(token))
  return (
    <Frame title={form.data?.title ?? t`Request`}>
      {form.isError ? (
        <div className={classes.sheet} role="alert">
          <h1>
            <Trans>This link does not open anything</Trans>
          </h1>
          <p>{errorText(form.error)}</p>
        </div>
      ) : form.data ? (
        <Filling form={form.data} token={token} />
      ) : (
        <div className={classes.sheet} aria-hidden="true">
          <Bone width="60%" height={24} />
          <Bone height={32} />
          <Bone height={96} />
        </div>
      )}
    </Frame>
  )
}

function Frame({ title, children }: { title: string; children: ReactNode }) {
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <main className={classes.outside}>
      <div>{children}</div>
    </main>
  )
}

function Filling({ form, token }: { form: FormToFill; token: string }) {
  const { t } = useLingui()
  const errorText = useErrorText()
  const [answers, setAnswers] = useState<Answers>({})
  const [who, setWho] = useState({ name: '', address: '', website: '' })
  const [sent, setSent] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const write = (key: keyof typeof who) => (event: { currentTarget: { value: string } }) => {
    const { value } = event.currentTarget
    setWho((now) => ({ ...now, [key]: value }))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(null)
    askFromOutside(token, { ...who, answers })
      .then((made) => setSent(made.number))
      .catch(setError)
      .finally(() => setBusy(false))
  }
  if (sent)
    return (
      <div className={classes.sheet} role="status">
        <h1>
          <Trans>It has arrived</Trans>
        </h1>
        <p>
          <Trans>Your request has the number {sent}. Somebody will answer to {who.address}.</Trans>
        </p>
      </div>
    )
  return (
    <form className={classes.sheet} onSubmit={submit}>
      <p className={classes.dim} translate="no">{form.organisation}</p>
      <h1 dir="auto" translate="no">{form.title}</h1>
      {form.intro && <p dir="auto" translate="no">{form.intro}</p>}
      {error !== null && (
        <p className={classes.failure} role="alert">
          {errorText(error)}
        </p>
      )}
      <FormFields fields={form.fields} answers={answers} change={(key, value) => setAnswers((now) => ({ ...now, [key]: value }))} />
      <TextInput label={t`Your name`} autoComplete="name" required maxLength={200} value={who.name} onChange={write('name')} />
      <TextInput label={t`Your e-mail address`} type="email" autoComplete="email" required maxLength={254} value={who.address} onChange={write('address')} />
      {/* No person sees this question: who answers it is a machine. */}
      <div className="mp-visually-hidden" aria-hidden="true">
        <input name="website" tabIndex={-1} autoComplete="off" value={who.website} onChange={write('website')} />
      </div>
      <Button type="submit" loading={busy}>
        <Trans>Send the request</Trans>
      </Button>
    </form>
  )
}
