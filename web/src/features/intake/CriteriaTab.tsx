/** How requests are scored here: the method, the criteria with weight and scale, and their comparison in pairs. */
import { Button, Checkbox, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { criteriaQuery, setCriteria, type Criteria, type Criterion } from '~/client/intake'
import { Bone, ErrorState } from '~/ui/States'
import { useAct } from '~/ui/useAct'
import classes from './Intake.module.css'
import { Pairs } from './Pairs'
import { useCriterionName } from './useIntakeWords'

type Method = Criteria['method']

export function CriteriaTab({ nodeId, may }: { nodeId: number; may: boolean }) {
  const found = useQuery(criteriaQuery(nodeId))
  if (found.isError) return <ErrorState error={found.error} retry={() => void found.refetch()} />
  if (!found.data) return <Bone height={120} />
  return (
    <div className={classes.sections} data-single>
      <CriteriaForm key={`${nodeId}.${found.data.node_id}.${found.data.number}`} nodeId={nodeId} criteria={found.data} may={may} />
      {may && found.data.method === 'weighted' && found.data.items.length > 1 && <Pairs key={found.data.items.map((item) => item.key).join()} nodeId={nodeId} criteria={found.data} />}
    </div>
  )
}

function CriteriaForm({ nodeId, criteria, may }: { nodeId: number; criteria: Criteria; may: boolean }) {
  const { t } = useLingui()
  const { act, busy } = useAct()
  const [method, setMethod] = useState<Method>(criteria.method)
  const [items, setItems] = useState<Criterion[]>(criteria.items)
  const names: Record<Method, string> = { weighted: t`Weighted criteria`, wsjf: t`WSJF: cost of delay by job size`, rice: t`RICE: reach, impact, confidence, effort` }
  const set = (index: number, part: Partial<Criterion>) => setItems((now) => now.map((item, at) => (at === index ? { ...item, ...part } : item)))
  const add = (source: Criterion['source']) =>
    setItems((now) => [...now, { key: source === 'fit' ? 'fit' : freeKey(now), title: source === 'fit' ? t`Strategic fit` : '', weight: 1, low: 0, high: source === 'fit' ? 1 : 10, less: false, source }])
  const save = () => act(() => setCriteria(nodeId, { method, items }), [['criteria'], ['request']], t`Requests are scored so from now on. Scores that were given stay.`)
  return (
    <section className={classes.part}>
      <h2>
        <Trans>How requests are scored here</Trans>
      </h2>
      <p className={classes.dim}>
        {criteria.node_id === null ? (
          <Trans>Nobody has set anything yet: this is what everybody begins with.</Trans>
        ) : criteria.node_id === nodeId ? (
          <Trans>Set here; it holds for all requests at and below this place.</Trans>
        ) : (
          <Trans>
            Set at <span translate="no">{criteria.node_name}</span>.
          </Trans>
        )}
      </p>
      <NativeSelect label={t`Method`} disabled={!may} value={method} data={(Object.keys(names) as Method[]).map((key) => ({ value: key, label: names[key] }))} onChange={(event) => setMethod(event.currentTarget.value as Method)} />
      {method === 'weighted' && (
        <ul className={classes.criteria}>
          {items.map((item, index) => (
            <CriterionRow key={item.key} item={item} may={may} change={(part) => set(index, part)} remove={() => setItems((now) => now.filter((_, at) => at !== index))} />
          ))}
        </ul>
      )}
      {may && (
        <div className={classes.buttons}>
          {method === 'weighted' && items.length < 15 && (
            <Button variant="default" onClick={() => add('typed')}>
              <Trans>Add a criterion</Trans>
            </Button>
          )}
          {method === 'weighted' && !items.some((item) => item.source === 'fit') && (
            <Button variant="default" onClick={() => add('fit')}>
              <Trans>Add strategic fit</Trans>
            </Button>
          )}
          <Button loading={busy} disabled={method === 'weighted' && (items.length === 0 || items.some((item) => !item.title.trim() || item.weight <= 0))} onClick={() => void save()}>
            <Trans>Score by this</Trans>
          </Button>
        </div>
      )}
    </section>
  )
}

function CriterionRow({ item, may, change, remove }: { item: Criterion; may: boolean; change: (part: Partial<Criterion>) => void; remove: () => void }) {
  const { t } = useLingui()
  const name = useCriterionName()
  const typed = item.source === 'typed'
  const shown = name(item.key, item.title)
  return (
    <li>
      <TextInput label={t`Criterion`} disabled={!may} maxLength={100} value={shown} onChange={(event) => change({ title: event.currentTarget.value })} description={typed ? undefined : t`By the objectives that a request serves.`} inputWrapperOrder={['label', 'input', 'description']} />
      <NumberInput label={t`Weight`} disabled={!may} min={0.01} decimalScale={2} value={item.weight} onChange={(value) => change({ weight: Number(value) || 0 })} />
      {typed && (
        <>
          <NumberInput label={t`From`} disabled={!may} value={item.low} onChange={(value) => change({ low: Number(value) || 0 })} />
          <NumberInput label={t`To`} disabled={!may} value={item.high} onChange={(value) => change({ high: Number(value) || 0 })} />
          <Checkbox label={t`Less is better`} disabled={!may} checked={item.less} onChange={(event) => change({ less: event.currentTarget.checked })} />
        </>
      )}
      {may && (
        <Button size="xs" variant="subtle" aria-label={t`Take away ${shown}`} onClick={remove}>
          <Trans>Take away</Trans>
        </Button>
      )}
    </li>
  )
}

function freeKey(items: readonly Criterion[]): string {
  let number = items.length + 1
  while (items.some((item) => item.key === `c${number}`)) number += 1
  return `c${number}`
}
