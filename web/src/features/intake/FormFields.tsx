/** The questions of a form as fields; what somebody answered is kept by key. */
import { Checkbox, MultiSelect, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core'
import { useLingui } from '@lingui/react/macro'
import type { Answers, FormField } from '~/client/intake'
import { useLabel } from './useIntakeWords'

interface FormFieldsProps {
  fields: readonly FormField[]
  answers: Answers
  change: (key: string, value: Answers[string]) => void
}

export function FormFields({ fields, answers, change }: FormFieldsProps) {
  return fields.map((field) => <Field key={field.key} field={field} value={answers[field.key]} change={(value) => change(field.key, value)} />)
}

function Field({ field, value, change }: { field: FormField; value: Answers[string] | undefined; change: (value: Answers[string]) => void }) {
  const { t } = useLingui()
  const label = useLabel()
  const shared = { label: field.title || label(field.titles), description: field.help || undefined, required: field.required, withAsterisk: field.required }
  const choices = field.choices.map((one) => ({ value: one.value, label: label(one.label) }))
  const text = typeof value === 'string' ? value : ''
  const typed = (event: { currentTarget: { value: string } }) => change(event.currentTarget.value)
  switch (field.type) {
    case 'choice':
      return <NativeSelect {...shared} value={text} data={[{ value: '', label: t`Not chosen` }, ...choices]} onChange={typed} />
    case 'choices':
      return <MultiSelect {...shared} value={Array.isArray(value) ? value : []} data={choices} onChange={change} />
    case 'check':
      return <Checkbox label={shared.label} description={shared.description} checked={value === true} onChange={(event) => change(event.currentTarget.checked)} />
    case 'date':
      return <TextInput {...shared} type="date" value={text} onChange={typed} />
    case 'number':
    case 'money':
    case 'percent':
      return <NumberInput {...shared} value={typeof value === 'number' ? value : ''} onChange={(next) => change(typeof next === 'number' ? next : '')} />
    default:
      return field.lines ? <Textarea {...shared} autosize minRows={4} maxLength={5000} value={text} onChange={typed} /> : <TextInput {...shared} maxLength={field.key === 'name' ? 200 : 5000} value={text} onChange={typed} />
  }
}
