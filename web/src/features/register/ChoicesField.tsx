/** The choices of a column in their order: another name keeps the cells that hold it. */
import { ActionIcon, Button, Select, TextInput } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react'
import { useRef } from 'react'
import type { ChoiceDraft } from '~/engines/register/columnDraft'
import type { Tone } from '~/engines/register/columns'
import classes from './Register.module.css'

interface ChoicesFieldProps {
  choices: readonly ChoiceDraft[]
  change: (choices: readonly ChoiceDraft[]) => void
}

export function ChoicesField({ choices, change }: ChoicesFieldProps) {
  const { t } = useLingui()
  const put = (at: number, part: Partial<ChoiceDraft>) => change(choices.map((one, index) => (index === at ? { ...one, ...part } : one)))
  const swap = (at: number, to: number) => {
    const next = [...choices]
    next.splice(to, 0, ...next.splice(at, 1))
    change(next)
  }
  const box = useRef<HTMLFieldSetElement>(null)
  const add = () => {
    change([...choices, { value: '', label: '' }])
    // Once the line is there, one types on in it.
    window.setTimeout(() => [...(box.current?.querySelectorAll<HTMLInputElement>('input[data-choice]') ?? [])].at(-1)?.focus())
  }
  const lines = choices.length > 0 ? choices : [{ value: '', label: '' }]
  return (
    <fieldset ref={box} className={classes.choices}>
      <legend>
        <Trans>Choices</Trans>
      </legend>
      {lines.map((choice, at) => (
        <div key={choice.value || `new-${at}`} className={classes.choice}>
          <TextInput
            size="xs"
            aria-label={t`Choice ${at + 1}`}
            value={choice.label}
            maxLength={100}
            data-choice
            onChange={(event) => (choices.length === 0 ? change([{ value: '', label: event.currentTarget.value }]) : put(at, { label: event.currentTarget.value }))}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
              event.preventDefault()
              if (at === lines.length - 1 && choice.label.trim() !== '') add()
            }}
          />
          <ToneField label={t`Colour of choice ${at + 1}`} tone={choice.tone} change={(tone) => put(at, { tone })} />
          <ActionIcon size={24} aria-label={t`${choice.label}: further up`} disabled={at === 0} onClick={() => swap(at, at - 1)}>
            <IconArrowUp size={14} />
          </ActionIcon>
          <ActionIcon size={24} aria-label={t`${choice.label}: further down`} disabled={at >= choices.length - 1} onClick={() => swap(at, at + 1)}>
            <IconArrowDown size={14} />
          </ActionIcon>
          <ActionIcon size={24} aria-label={t`Take away ${choice.label}`} disabled={choices.length === 0} onClick={() => change(choices.filter((_, index) => index !== at))}>
            <IconX size={14} />
          </ActionIcon>
        </div>
      ))}
      <Button size="compact-xs" variant="subtle" onClick={add}>
        <Trans>Add a choice</Trans>
      </Button>
    </fieldset>
  )
}

function ToneField({ label, tone, change }: { label: string; tone: Tone | undefined; change: (tone: Tone | undefined) => void }) {
  const { t } = useLingui()
  const data = [
    { value: '', label: t`No colour` }, { value: 'green', label: t`Green` }, { value: 'amber', label: t`Amber` }, { value: 'red', label: t`Red` },
    { value: 'blue', label: t`Blue` }, { value: 'grey', label: t`Grey` },
  ] // prettier-ignore
  const known = data.some((one) => one.value === tone)
  return <Select size="xs" aria-label={label} allowDeselect={false} value={known ? (tone as string) : ''} onChange={(next) => change((next || undefined) as Tone | undefined)} data={data} />
}
