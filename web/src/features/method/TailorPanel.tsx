/** Fits the method to a project: its size, its industry, and what it leaves out or takes on, each with its reason. */
import { Button, SegmentedControl, Select, TextInput } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState, type FormEvent } from 'react'
import { METHOD_TOUCHED, tailorMethod, type Holds, type Tailored } from '~/client/methods'
import { useFormat } from '~/lib/useFormat'
import { SidePanel } from '~/ui/SidePanel'
import { useTold } from '~/ui/told'
import { useAct } from '~/ui/useAct'
import classes from './Method.module.css'
import { useMethodWords } from './words'

type Size = 'S' | 'M' | 'L'

export function TailorPanel({ projectId, holds, opened, onClose }: { projectId: number; holds: Holds; opened: boolean; onClose: () => void }) {
  const { t } = useLingui()
  const told = useTold()
  const words = useMethodWords()
  const { act, busy } = useAct()
  const [size, setSize] = useState<Size>(holds.size as Size)
  const [why, setWhy] = useState(holds.size_reason)
  const [industry, setIndustry] = useState(holds.industry)
  const [items, setItems] = useState<readonly Tailored[]>(holds.tailoring as Tailored[])
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (await act(() => tailorMethod(projectId, { size, size_reason: why, industry, tailoring: [...items] }), METHOD_TOUCHED)) onClose()
  }
  return (
    <SidePanel title={t`Fit it to this project`} opened={opened} onClose={onClose}>
      <form className={classes.form} onSubmit={(event) => void save(event)}>
        <Proposal holds={holds} />
        <SegmentedControl value={size} onChange={(next) => setSize(next as Size)} data={['S', 'M', 'L']} aria-label={t`Size`} />
        <p className={classes.about}>{told(holds.sizes.find((one) => one.key === size)?.about)}</p>
        <TextInput label={t`Why this size`} value={why} onChange={(event) => setWhy(event.currentTarget.value)} maxLength={1000} />
        {holds.industries.length > 0 && <Select label={t`Industry`} clearable data={holds.industries.map((one) => ({ value: one, label: words.industry(one) }))} value={industry || null} onChange={(next) => setIndustry(next ?? '')} comboboxProps={{ transitionProps: { duration: 0 } }} />}
        <Items holds={holds} items={items} change={setItems} />
        <div className={classes.buttons}>
          <Button type="submit" loading={busy} disabled={items.some((one) => !one.reason.trim())}>
            <Trans>Keep it so</Trans>
          </Button>
        </div>
      </form>
    </SidePanel>
  )
}

function Proposal({ holds }: { holds: Holds }) {
  const format = useFormat()
  const { proposal, budget, currency } = holds
  const { size } = proposal
  if (budget === null)
    return (
      <p className={classes.about}>
        <Trans>The profile has no budget, so size {size} is proposed: nobody knows how large the project is.</Trans>
      </p>
    )
  const amount = format.amount(budget, currency)
  const below = proposal.reason === 'size.below' && proposal.budget_below !== null ? format.amount(proposal.budget_below, currency) : null
  return <p className={classes.about}>{below ? <Trans>Size {size} is proposed, because the budget of {amount} is below {below}.</Trans> : <Trans>Size {size} is proposed, because the budget is {amount}.</Trans>}</p>
}

function Items({ holds, items, change }: { holds: Holds; items: readonly Tailored[]; change: (items: readonly Tailored[]) => void }) {
  const { t } = useLingui()
  const told = useTold()
  const things = [...holds.artefacts.map((one) => ({ key: one.key, asked: one.asked, name: told(one.title) })), ...holds.policies.map((one) => ({ key: one.key, asked: one.asked, name: told(one.say) })), ...holds.gates.map((one) => ({ key: one.key, asked: one.asked, name: told(one.title) }))]
  const name = (key: string) => things.find((one) => one.key === key)?.name ?? key
  const free = things.filter((one) => !items.some((item) => item.key === one.key))
  const add = (key: string | null) => {
    const thing = things.find((one) => one.key === key)
    if (thing) change([...items, { key: thing.key, do: thing.asked === 'no' ? 'add' : 'drop', reason: '', by: 'person' }])
  }
  return (
    <>
      {items.map((item) => (
        <div key={item.key} className={classes.form} style={{ gap: 6 }}>
          <TextInput
            label={item.do === 'drop' ? t`Left out: ${name(item.key)}` : t`Added: ${name(item.key)}`}
            placeholder={t`Why`}
            required
            withAsterisk={false}
            value={item.reason}
            onChange={(event) => change(items.map((one) => (one === item ? { ...item, reason: event.currentTarget.value } : one)))}
            maxLength={1000}
          />
          <div>
            <Button size="compact-sm" variant="subtle" onClick={() => change(items.filter((one) => one !== item))}>
              <Trans>Back to what the pack says</Trans>
            </Button>
          </div>
        </div>
      ))}
      <Select label={t`Leave something out, or add it`} placeholder={t`Type a name`} searchable value={null} data={free.map((one) => ({ value: one.key, label: one.name }))} onChange={add} comboboxProps={{ transitionProps: { duration: 0 } }} />
    </>
  )
}
