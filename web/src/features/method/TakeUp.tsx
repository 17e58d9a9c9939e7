/** Lets a version hold at a place: first what it changes for each live project, then for all of them or all but some. */
import { Button, Checkbox, Textarea } from '@mantine/core'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { adoptPack, differenceQuery, endAdoption, METHOD_TOUCHED, methodAtQuery, type Difference, type PackPage } from '~/client/methods'
import { PlacePicker } from '~/ui/place/PlacePicker'
import { SidePanel } from '~/ui/SidePanel'
import { Bone, ErrorState } from '~/ui/States'
import { useTold } from '~/ui/told'
import { useAct } from '~/ui/useAct'
import classes from './Method.module.css'
import { useMethodWords } from './words'

export function TakeUp({ pack, place, choose }: { pack: PackPage; place: number; choose: (id: number | undefined) => void }) {
  const { t } = useLingui()
  const close = () => choose(undefined)
  return (
    <SidePanel title={t`Take up at a place`} opened onClose={close}>
      <div className={classes.form}>
        <PlacePicker value={place || null} choose={(id) => choose(id ?? 0)} projects description={t`It holds there and below, until a nearer place takes up another one.`} />
        {place > 0 && <AtPlace key={place} pack={pack} place={place} done={close} />}
      </div>
    </SidePanel>
  )
}

function AtPlace({ pack, place, done }: { pack: PackPage; place: number; done: () => void }) {
  const { t } = useLingui()
  const told = useTold()
  const { act, busy } = useAct()
  const now = useQuery(methodAtQuery(place))
  const difference = useQuery(differenceQuery(place, pack.version.id))
  const [kept, setKept] = useState<ReadonlySet<number>>(new Set())
  const [note, setNote] = useState('')
  const error = now.error ?? difference.error
  if (error) return <ErrorState error={error} />
  if (!now.data || !difference.data) return <Bone width="60%" height={20} />
  const { holds, may_adopt: may, adopted_here: here } = now.data
  const same = holds?.version_id === pack.version.id
  const name = now.data.node.name
  const takeUp = async () => {
    if (await act(() => adoptPack(place, pack.version.id, [...kept], note), METHOD_TOUCHED, t`It holds at ${name} from now on.`)) done()
  }
  const end = async () => {
    if (await act(() => endAdoption(place), METHOD_TOUCHED, t`It no longer holds at ${name}.`)) done()
  }
  return (
    <>
      <p className={classes.about}>
        {holds ? (
          <Trans>
            Now {told(holds.title)}, version {holds.number} holds there, taken up at {holds.node.name}.
          </Trans>
        ) : (
          <Trans>No method holds there yet.</Trans>
        )}
      </p>
      <Changes difference={difference.data} kept={kept} keep={setKept} choosing={holds !== null && !same} />
      {may ? (
        <>
          <Textarea label={t`Why, for those who come later`} value={note} onChange={(event) => setNote(event.currentTarget.value)} maxLength={2000} autosize minRows={2} />
          <div className={classes.buttons}>
            <Button loading={busy} onClick={() => void takeUp()}>
              {same && here ? <Trans>Let all projects follow</Trans> : <Trans>Let it hold there</Trans>}
            </Button>
            {here && same && (
              <Button variant="subtle" color="red" loading={busy} onClick={() => void end()}>
                <Trans>End it there</Trans>
              </Button>
            )}
          </div>
        </>
      ) : (
        <p className={classes.note}>
          <Trans>You have no authority to take up a method there. Whoever may is named on the page of the office.</Trans>
        </p>
      )}
    </>
  )
}

interface ChangesProps {
  difference: Difference
  kept: ReadonlySet<number>
  keep: (kept: ReadonlySet<number>) => void
  choosing: boolean
}

function Changes({ difference, kept, keep, choosing }: ChangesProps) {
  const { t } = useLingui()
  const told = useTold()
  const words = useMethodWords()
  const { projects, changes, hidden } = difference
  const name = (key: string) => told(difference.titles[key]) || words.part(key)
  const verbs: Record<string, string> = { added: t`new`, removed: t`gone`, changed: t`changed` }
  const toggle = (id: number) => {
    const next = new Set(kept)
    if (!next.delete(id)) next.add(id)
    keep(next)
  }
  return (
    <>
      {changes.length > 0 && (
        <details>
          <summary>
            <Plural value={changes.length} one="# part of the method is different" other="# parts of the method are different" />
          </summary>
          <ul>
            {changes.map((change) => (
              <li key={`${change.part}.${change.key}`}>
                {words.part(change.part)}: {name(change.key)} ({verbs[change.what] ?? change.what})
              </li>
            ))}
          </ul>
        </details>
      )}
      <section className={classes.section} aria-label={t`What it means for projects`}>
        <h3>
          <Plural value={projects.length + hidden} _0="No live project follows this place" one="One live project follows this place" other="# live projects follow this place" />
        </h3>
        {projects.map((project) => (
          <div key={project.id}>
            {choosing && <Checkbox checked={!kept.has(project.id)} onChange={() => toggle(project.id)} label={<strong translate="no">{project.name}</strong>} />}
            {!choosing && <strong translate="no">{project.name}</strong>}
            <p className={classes.dim} style={{ margin: 0 }}>
              <Trans>
                Size {project.size}: {project.minutes_before} minutes a week before, {project.minutes_after} after
              </Trans>
            </p>
            <Names label={t`Becomes asked`} names={project.asked.map(name)} />
            <Names label={t`No longer asked`} names={project.no_longer.map(name)} />
          </div>
        ))}
        {hidden > 0 && (
          <p className={classes.dim}>
            <Plural value={hidden} one="One more that you do not see" other="# more that you do not see" />
          </p>
        )}
        {choosing && projects.length > 0 && (
          <p className={classes.dim}>
            <Trans>Projects without a tick stay at the version that they have.</Trans>
          </p>
        )}
      </section>
    </>
  )
}

function Names({ label, names }: { label: string; names: readonly string[] }) {
  if (names.length === 0) return null
  return (
    <details className={classes.dim}>
      <summary>
        {label}: {names.length}
      </summary>
      <ul style={{ margin: '2px 0 6px', paddingLeft: 20 }}>
        {names.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </details>
  )
}
