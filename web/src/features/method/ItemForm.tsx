/** One item of a pack in a form. What the form does not show is kept as it is written. */
import { Button, TextInput } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState, type FormEvent } from 'react'
import type { Draft, PackPage, Part } from '~/client/methods'
import { Field } from './Fields'
import { useFields } from './fields'
import classes from './Method.module.css'

/** As it is written in the text of the pack. */
export type Item = Record<string, unknown>

interface ItemFormProps {
  part: Part
  item: Item | undefined
  pack: PackPage
  draft: Draft
  busy: boolean
  save: (key: string, values: Item | null) => void
}

const BEGIN: Record<Part, Item> = {
  artefacts: { as: 'document', make: 30, week: 0, fields: 0 },
  policies: { severity: 'warning' },
  procedures: { at: [] },
  gates: { must: [], should: [] },
}
const KEY = /^[a-z][a-z0-9_]{0,39}$/

export function ItemForm({ part, item, pack, draft, busy, save }: ItemFormProps) {
  const { t } = useLingui()
  const [values, setValues] = useState<Item>(item ?? BEGIN[part])
  const [key, setKey] = useState(item ? String(item.key) : '')
  const fields = useFields(part, values, draft, pack)
  const set = (name: string, value: unknown) =>
    setValues((before) => {
      if (value !== undefined && value !== '') return { ...before, [name]: value }
      return Object.fromEntries(Object.entries(before).filter(([one]) => one !== name))
    })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save(key, { key, ...Object.fromEntries(Object.entries(values).filter(([one]) => one !== 'key')) })
  }
  return (
    <form className={classes.form} onSubmit={submit}>
      {!item && <TextInput label={t`Key`} description={t`Small letters, digits and _. It never changes.`} value={key} onChange={(event) => setKey(event.currentTarget.value)} maxLength={40} data-autofocus />}
      {fields.map((field) => (
        <Field key={field.name} field={field} value={values[field.name]} onChange={(value) => set(field.name, value)} />
      ))}
      <div className={classes.buttons}>
        <Button type="submit" loading={busy} disabled={!KEY.test(key)}>
          <Trans>Keep in the draft</Trans>
        </Button>
        {item && (
          <Button variant="subtle" color="red" loading={busy} onClick={() => save(key, null)}>
            <Trans>Take out of the draft</Trans>
          </Button>
        )}
      </div>
    </form>
  )
}
