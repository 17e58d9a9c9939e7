/** Which type of office, and where it sits: all choices with their points and reasons, the best first. */
import { Button, NativeSelect, Radio } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { officesQuery } from '~/client/offices'
import { useOfficeWords } from '~/ui/office/words'
import classes from './Office.module.css'
import { Reasons } from './Reasons'
import type { StepProps } from './SetupPage'

export function StepType({ setup, busy, onKeep }: StepProps) {
  const { t } = useLingui()
  const words = useOfficeWords()
  const best = setup.types[0]
  const [type, setType] = useState(setup.answers.type?.type ?? best?.type ?? 'supportive')
  return (
    <>
      <h2>
        <Trans>How much shall the office control</Trans>
      </h2>
      <Radio.Group aria-label={t`Type of the office`} value={type} onChange={(value) => setType(setup.types.find((one) => one.type === value)?.type ?? type)}>
        <div className={classes.cards}>
          {setup.types.map((one) => (
            <div key={one.type} className={classes.card} data-chosen={one.type === type || undefined}>
              <Radio value={one.type} label={one === best ? t`${words.type(one.type)} (proposed, ${one.points} points)` : t`${words.type(one.type)} (${one.points} points)`} />
              <span className={classes.about}>{words.typeAbout(one.type)}</span>
              <Reasons setup={setup} reasons={one.reasons} />
            </div>
          ))}
        </div>
      </Radio.Group>
      <div className={classes.buttons}>
        <Button loading={busy} onClick={() => onKeep({ type: { type } })}>
          <Trans>Keep the type and go on</Trans>
        </Button>
      </div>
    </>
  )
}

export function StepPlace({ setup, busy, onKeep }: StepProps) {
  const { t } = useLingui()
  const words = useOfficeWords()
  const fixed = setup.wish !== 'build'
  const places = fixed ? setup.places.filter((one) => one.node_id === setup.node_id) : setup.places
  const [node, setNode] = useState(setup.answers.place?.node_id ?? places[0]?.node_id ?? setup.node_id)
  const above = setup.facts.hub?.[0]
  const [hub, setHub] = useState(String(setup.answers.place ? (setup.answers.place.hub_id ?? '') : (above ?? '')))
  const offices = useQuery(officesQuery).data?.items ?? []
  const place = places.find((one) => one.node_id === node)
  const keep = () => place && onKeep({ place: { node_id: node, place: place.place, hub_id: hub ? Number(hub) : null } })
  return (
    <>
      <h2>
        <Trans>Where shall it sit, and to whom does it report</Trans>
      </h2>
      <Radio.Group aria-label={t`Place of the office`} value={String(node)} onChange={(value) => setNode(Number(value))}>
        <div className={classes.cards}>
          {places.map((one) => (
            <div key={one.node_id} className={classes.card} data-chosen={one.node_id === node || undefined}>
              <Radio value={String(one.node_id)} label={`${one.name} (${words.place(one.place)})`} />
              {!fixed && <Reasons setup={setup} reasons={one.reasons} />}
            </div>
          ))}
        </div>
      </Radio.Group>
      <NativeSelect
        label={t`It reports to the office`}
        value={hub}
        data={[{ value: '', label: t`None: it is a hub itself` }, ...offices.filter((one) => one.node_id !== node).map((one) => ({ value: String(one.id), label: one.name }))]}
        onChange={(event) => setHub(event.currentTarget.value)}
      />
      {setup.facts.spokes.length > 0 && (
        <p className={classes.about}>
          <Trans>Offices further down that could report to it: {setup.facts.spokes.join(', ')}.</Trans>
        </p>
      )}
      <div className={classes.buttons}>
        <Button loading={busy} disabled={!place} onClick={keep}>
          <Trans>Keep the place and go on</Trans>
        </Button>
      </div>
    </>
  )
}
