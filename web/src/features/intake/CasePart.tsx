/** The business case: what each year costs and brings, and the figures that follow while one types. */
import { Button, NumberInput, Textarea, TextInput } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { figuresQuery, saveCase, type CaseIn, type Figures, type Story } from '~/client/intake'
import { useAct } from '~/ui/useAct'
import { CaseFigures } from './CaseFigures'
import classes from './Intake.module.css'

const WORKED_ON = new Set(['new', 'returned', 'case'])
const MOST_YEARS = 40

export function CasePart({ story }: { story: Story }) {
  const [editing, setEditing] = useState(false)
  const may = story.may.includes('edit') && WORKED_ON.has(story.state)
  return (
    <section className={classes.part}>
      <h2>
        <Trans>Business case</Trans>
      </h2>
      {editing ? (
        <CaseForm story={story} onClose={() => setEditing(false)} />
      ) : (
        <>
          {story.case ? <CaseFigures figures={story.case.figures} currency={story.case.currency} rate={Number(story.case.rate)} /> : <p className={classes.dim}><Trans>Nobody worked out yet what it costs and brings.</Trans></p>}
          {story.case?.note && <p className={classes.said} dir="auto" translate="no">{story.case.note}</p>}
          {may && (
            <Button variant="default" onClick={() => setEditing(true)}>
              {story.case ? <Trans>Change the case</Trans> : <Trans>Work out the case</Trans>}
            </Button>
          )}
        </>
      )}
    </section>
  )
}

interface Draft {
  currency: string
  rate: number
  note: string
  flows: { cost: number; income: number }[]
}

function draftOf(story: Story): Draft {
  const { case: kept } = story
  if (kept) return { currency: kept.currency, rate: Number(kept.rate), note: kept.note, flows: kept.flows.map((flow) => ({ cost: Number(flow.cost), income: Number(flow.income) })) }
  const cost = typeof story.cells.cost === 'number' ? story.cells.cost : 0
  return { currency: story.currency, rate: 8, note: '', flows: [{ cost, income: 0 }, ...[1, 2, 3].map(() => ({ cost: 0, income: 0 }))] }
}

function CaseForm({ story, onClose }: { story: Story; onClose: () => void }) {
  const { t } = useLingui()
  const { act, busy } = useAct()
  const [draft, setDraft] = useState(() => draftOf(story))
  const [settled] = useDebouncedValue(draft, 250)
  const tried = useQuery({ ...figuresQuery(bodyOf(settled)), enabled: settled.currency.length === 3 })
  const write = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }))
  const save = async () => {
    const saved = await act(() => saveCase(story.sheet_id, story.row_id, bodyOf(draft)), [['request', story.sheet_id, story.row_id], ['intake']])
    if (saved) onClose()
  }
  return (
    <div className={classes.form}>
      <div className={classes.pair}>
        <TextInput label={t`Currency`} maxLength={3} value={draft.currency} onChange={(event) => write({ currency: event.currentTarget.value.toUpperCase() })} />
        <NumberInput label={t`Rate a year`} suffix=" %" decimalScale={4} min={-99} max={1000} value={draft.rate} onChange={(value) => write({ rate: Number(value) || 0 })} />
      </div>
      <Years draft={draft} write={write} />
      {tried.data && <CaseFigures figures={tried.data satisfies Figures} currency={settled.currency} rate={settled.rate} />}
      <Textarea label={t`What it rests on`} autosize minRows={2} maxLength={5000} value={draft.note} onChange={(event) => write({ note: event.currentTarget.value })} />
      <div className={classes.buttons}>
        <Button loading={busy} onClick={() => void save()}>
          <Trans>Save the case</Trans>
        </Button>
        <Button variant="default" onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </div>
  )
}

function Years({ draft, write }: { draft: Draft; write: (part: Partial<Draft>) => void }) {
  const { t } = useLingui()
  const set = (year: number, part: Partial<Draft['flows'][number]>) => write({ flows: draft.flows.map((flow, index) => (index === year ? { ...flow, ...part } : flow)) })
  return (
    <div className={classes.scroll}>
      <table className={classes.table} data-inputs>
        <thead>
          <tr>
            <th scope="col"><Trans>Year</Trans></th>
            <th scope="col"><Trans>Cost</Trans></th>
            <th scope="col"><Trans>Income</Trans></th>
          </tr>
        </thead>
        <tbody>
          {draft.flows.map((flow, year) => (
            <tr key={year}>
              <th scope="row">{year}</th>
              <td><NumberInput aria-label={t`Cost of year ${year}`} hideControls min={0} max={1e12} decimalScale={2} thousandSeparator=" " value={flow.cost} onChange={(value) => set(year, { cost: Number(value) || 0 })} /></td>
              <td><NumberInput aria-label={t`Income of year ${year}`} hideControls min={0} max={1e12} decimalScale={2} thousandSeparator=" " value={flow.income} onChange={(value) => set(year, { income: Number(value) || 0 })} /></td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={classes.buttons}>
        <Button size="xs" variant="default" disabled={draft.flows.length >= MOST_YEARS} onClick={() => write({ flows: [...draft.flows, { cost: 0, income: 0 }] })}>
          <Trans>One year more</Trans>
        </Button>
        <Button size="xs" variant="default" disabled={draft.flows.length <= 1} onClick={() => write({ flows: draft.flows.slice(0, -1) })}>
          <Trans>One year less</Trans>
        </Button>
      </div>
    </div>
  )
}

const bodyOf = (draft: Draft): CaseIn => ({ currency: draft.currency, rate: draft.rate, note: draft.note, flows: draft.flows })
