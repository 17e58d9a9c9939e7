/** A list comes in: say where it goes, drop or paste it, look at what was understood, import, done. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { listProgress, type ListProgress } from '~/client/lists'
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
  const [ended, again] = useEnded(state)
  return (
    <>
      <PageHeader title={t`Import a list`} />
      <div className={classes.page}>
        {ended ? (
          <Done progress={ended} undo={() => state.undo.mutate(ended.id)} undoing={state.undo.isPending} error={state.undo.error} again={again} />
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

/** The import that is over, which the address names, so that its page can be sent and opened again; and the way to the next one. */
function useEnded(state: ListState): [ListProgress | null, () => void] {
  const { done } = route.useSearch()
  const navigate = useNavigate()
  const { progress } = state
  const named = useQuery({ queryKey: ['lists', 'one', done], queryFn: () => listProgress(done ?? 0), enabled: done !== undefined && progress === null })
  const over = progress !== null && progress.state !== 'running' ? progress.id : undefined
  useEffect(() => {
    if (over !== undefined) void navigate({ to: '/lists/new', search: (now) => ({ ...now, done: over }), replace: true })
  }, [over, navigate])
  const again = () => {
    state.again()
    void navigate({ to: '/lists/new', search: (now) => ({ ...now, done: undefined }), replace: true })
  }
  const told = progress ?? (done === undefined ? undefined : named.data)
  return [told && told.state !== 'running' ? told : null, again]
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
