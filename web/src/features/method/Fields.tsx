/** The fields of a form for an item of a pack. */
import { Button, MultiSelect, NumberInput, Select, TagsInput, Textarea, TextInput } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { toldOf, type FieldOf } from './fields'
import classes from './Method.module.css'

interface FieldProps {
  field: FieldOf
  value: unknown
  onChange: (value: unknown) => void
}

export function Field({ field, value, onChange }: FieldProps) {
  const { t } = useLingui()
  const { label } = field
  switch (field.type) {
    case 'told':
      return <Told label={label} value={value} onChange={onChange} />
    case 'long':
      return <Long field={field} value={value} onChange={onChange} />
    case 'choice':
      return <Select label={label} data={[...(field.options ?? [])]} value={typeof value === 'string' ? value : null} onChange={(next) => onChange(next ?? undefined)} clearable searchable comboboxProps={{ transitionProps: { duration: 0 } }} />
    case 'choices':
      return <MultiSelect label={label} data={[...(field.options ?? [])]} value={Array.isArray(value) ? value.map(String) : []} onChange={(next) => onChange(next.length > 0 ? next : undefined)} comboboxProps={{ transitionProps: { duration: 0 } }} />
    case 'number':
      return <NumberInput label={label} value={typeof value === 'number' ? value : ''} min={0} max={100_000} allowDecimal={false} onChange={(next) => onChange(typeof next === 'number' ? next : undefined)} />
    case 'with':
      return <With field={field} value={(value ?? {}) as Record<string, unknown>} onChange={onChange} />
    default:
      return <Criteria label={label} weighted={field.name === 'should'} value={Array.isArray(value) ? (value as Criterion[]) : []} onChange={onChange} english={t`English`} german={t`German`} />
  }
}

function Told({ label, value, onChange }: { label: string; value: unknown; onChange: (value: unknown) => void }) {
  const { t } = useLingui()
  const said = toldOf(value)
  const set = (language: string, text: string) => onChange(Object.fromEntries(Object.entries({ ...said, [language]: text }).filter(([key, one]) => one !== '' || key === 'en')))
  return (
    <div className={classes.pair} role="group" aria-label={label}>
      <Textarea label={t`${label}, English`} value={said.en ?? ''} onChange={(event) => set('en', event.currentTarget.value)} autosize maxLength={400} />
      <Textarea label={t`${label}, German`} value={said.de ?? ''} onChange={(event) => set('de', event.currentTarget.value)} autosize maxLength={400} />
    </div>
  )
}

/** A long text stands in the pack, or is one of those that come with Milepost, by its name. */
function Long({ field, value, onChange }: FieldProps) {
  const { t } = useLingui()
  const { label } = field
  if (typeof value === 'string' && /^[a-z][a-z0-9_]*$/.test(value) && field.written)
    return (
      <div>
        <p className={classes.about}>
          <Trans>
            {label}: the text <code>{value}</code> that comes with Milepost.
          </Trans>
        </p>
        <Button variant="default" size="compact-sm" onClick={() => onChange({ ...field.written })}>
          <Trans>Write your own instead</Trans>
        </Button>
      </div>
    )
  const said = toldOf(value)
  return (
    <>
      <Textarea label={t`${label}, English`} description={t`Markdown`} value={said.en ?? ''} onChange={(event) => onChange({ ...said, en: event.currentTarget.value })} autosize minRows={6} maxRows={18} />
      <Textarea label={t`${label}, German`} value={said.de ?? ''} onChange={(event) => onChange({ ...said, de: event.currentTarget.value })} autosize minRows={6} maxRows={18} />
    </>
  )
}

/** What a rule takes. */
function With({ field, value, onChange }: { field: FieldOf; value: Record<string, unknown>; onChange: (value: unknown) => void }) {
  const set = (name: string, next: unknown) => {
    const all = Object.fromEntries(Object.entries({ ...value, [name]: next }).filter(([, one]) => one !== undefined && one !== ''))
    onChange(Object.keys(all).length > 0 ? all : undefined)
  }
  return (
    <>
      {field.takes?.map((one) => {
        const given = value[one.name]
        if (one.type === 'number') return <NumberInput key={one.name} label={one.name} value={typeof given === 'number' ? given : ''} min={0} onChange={(next) => set(one.name, typeof next === 'number' ? next : undefined)} />
        if (one.type === 'words') return <TagsInput key={one.name} label={one.name} data={[...one.among]} value={Array.isArray(given) ? given.map(String) : []} onChange={(next) => set(one.name, next.length > 0 ? next : undefined)} />
        return <TextInput key={one.name} label={one.name} value={typeof given === 'string' ? given : ''} onChange={(event) => set(one.name, event.currentTarget.value)} />
      })}
    </>
  )
}

interface Criterion {
  key: string
  say: unknown
  weight?: number
}

interface CriteriaProps {
  label: string
  weighted: boolean
  value: readonly Criterion[]
  onChange: (value: unknown) => void
  english: string
  german: string
}

function Criteria({ label, weighted, value, onChange, english, german }: CriteriaProps) {
  const { t } = useLingui()
  const change = (index: number, next: Partial<Criterion>) => onChange(value.map((one, at) => (at === index ? { ...one, ...next } : one)))
  const add = () => {
    const taken = new Set(value.map((one) => one.key))
    let number = value.length + 1
    while (taken.has(`c${number}`)) number += 1
    onChange([...value, { key: `c${number}`, say: { en: '' }, ...(weighted ? { weight: 1 } : {}) }])
  }
  return (
    <fieldset style={{ border: 0, padding: 0, margin: 0 }} className={classes.form}>
      <legend>{label}</legend>
      {value.map((one, index) => {
        const said = toldOf(one.say)
        return (
          <div key={one.key} className={classes.form} style={{ gap: 6 }}>
            <div className={classes.pair}>
              <Textarea aria-label={`${label} ${index + 1}, ${english}`} placeholder={english} value={said.en ?? ''} onChange={(event) => change(index, { say: { ...said, en: event.currentTarget.value } })} autosize maxLength={400} />
              <Textarea aria-label={`${label} ${index + 1}, ${german}`} placeholder={german} value={said.de ?? ''} onChange={(event) => change(index, { say: { ...said, de: event.currentTarget.value } })} autosize maxLength={400} />
            </div>
            <div className={classes.buttons}>
              {weighted && <NumberInput aria-label={t`Weight`} w={90} min={1} max={100} value={one.weight ?? 1} onChange={(next) => change(index, { weight: typeof next === 'number' ? next : 1 })} />}
              <Button size="compact-sm" variant="subtle" onClick={() => onChange(value.filter((_, at) => at !== index))}>
                <Trans>Take out</Trans>
              </Button>
            </div>
          </div>
        )
      })}
      <div>
        <Button size="compact-sm" variant="default" onClick={add}>
          <Trans>Add a criterion</Trans>
        </Button>
      </div>
    </fieldset>
  )
}
