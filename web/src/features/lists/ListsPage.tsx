/** A list comes in: say where it goes, drop or paste it, look at what was understood, import, done. */
import { Trans, useLingui } from '@lingui/react/macro'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { DestinationForm } from '~/features/lists/DestinationForm'
import { Done } from '~/features/lists/Done'
import { Outcome } from '~/features/lists/Outcome'
import { Source } from '~/features/lists/Source'
import { Unfinished } from '~/features/lists/Unfinished'
import { Understood } from '~/features/lists/Understood'
import { useList, type ListState } from '~/features/lists/useList'
import { PageHeader } from '~/ui/PageHeader'
import { Bone } from '~/ui/States'
import { useErrorText } from '~/ui/errorText'
import classes from './Lists.module.css'

const route = getRouteApi('/shell/lists/new')

export function ListsPage() {
  const { t } = useLingui()
  const search = route.useSearch()
  const state = useList({ kind: search.kind ?? 'project', parent: search.parent ?? null, sheet: search.sheet ?? null })
  const done = state.progress !== null && state.progress.state !== 'running'
  return (
    <>
      <PageHeader title={t`Import a list`} />
      <div className={classes.page}>
        {done && state.progress ? (
          <Done progress={state.progress} undo={() => state.undo.mutate(state.progress?.id ?? 0)} undoing={state.undo.isPending} error={state.undo.error} again={state.again} />
        ) : (
          <>
            {state.list === null && <Unfinished />}
            <div className={classes.head}>
              <DestinationForm value={state.destination} choose={state.aim} locked={state.bring.isPending} />
              <Source state={state} />
            </div>
            <Problem state={state} />
            <Checked state={state} />
          </>
        )}
      </div>
    </>
  )
}

function Checked({ state }: { state: ListState }) {
  const { report, check } = state
  const heading = useRef<HTMLHeadingElement>(null)
  const arrived = report?.upload_id
  useEffect(() => {
    if (arrived !== undefined) heading.current?.focus()
  }, [arrived])
  if (report === null) return check.isPending ? <Waiting /> : null
  return (
    <div className={classes.two} aria-busy={check.isPending}>
      <Understood report={report} options={state.options} correct={state.correct} heading={heading} />
      <Outcome state={state} report={report} />
    </div>
  )
}

function Problem({ state }: { state: ListState }) {
  const errorText = useErrorText()
  const error = state.check.error ?? state.bring.error
  if (!error || state.check.isPending) return null
  return (
    <p role="alert" className={classes.refused}>
      {errorText(error)}
    </p>
  )
}

function Waiting() {
  return (
    <section className={classes.panel} role="status">
      <p>
        <Trans>Reading the list. Nothing is written yet.</Trans>
      </p>
      <Bone height={32} />
      <Bone width="85%" />
      <Bone width="70%" />
      <Bone width="78%" />
    </section>
  )
}
