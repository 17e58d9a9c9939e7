/** Imports that are not at their end: those that come in right now, and those that stopped, which go on, are taken back or given up. */
import { Button } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { goOn, undoList, unfinishedLists, type ListProgress } from '~/client/lists'
import { queryClient } from '~/client/queries'
import { Kept } from '~/features/lists/Kept'
import { readAgain } from '~/features/lists/useList'
import { useFormat } from '~/lib/useFormat'
import { useErrorText } from '~/ui/errorText'
import classes from './Lists.module.css'

const KEY = ['lists', 'unfinished']
const LOOK_AGAIN = 2000

export function Unfinished() {
  const found = useQuery({ queryKey: KEY, queryFn: unfinishedLists, refetchInterval: (query) => query.state.data?.some((one) => one.active) && LOOK_AGAIN })
  const [back, setBack] = useState<ListProgress | null>(null)
  if (!found.data?.length && !back) return null
  return (
    <section className={classes.panel} aria-labelledby="unfinished-title">
      <h2 id="unfinished-title">
        <Trans>Not finished yet</Trans>
      </h2>
      {back && <TakenBack progress={back} />}
      <ul className={classes.unfinished}>
        {found.data?.map((one) => (
          <One key={one.id} progress={one} tellBack={setBack} />
        ))}
      </ul>
    </section>
  )
}

function One({ progress, tellBack }: { progress: ListProgress; tellBack: (progress: ListProgress) => void }) {
  const format = useFormat()
  const errorText = useErrorText()
  const onSettled = () => readAgain(KEY)
  const on = useMutation({ mutationFn: () => goOn(progress, tell), onSettled })
  const back = useMutation({ mutationFn: () => undoList(progress.id), onSuccess: tellBack, onSettled })
  const error = on.error ?? back.error
  const [done, total] = [format.number(progress.done), format.number(progress.total)]
  return (
    <li>
      <span>
        <span translate="no">{progress.name}</span> <Trans>({done} of {total})</Trans>
      </span>
      {on.isPending || (progress.active && !error) ? (
        <span role="status">
          <Trans>Comes in right now</Trans>
        </span>
      ) : (
        <Ways progress={progress} on={on.mutate} back={back.mutate} taking={back.isPending} />
      )}
      {error && <p role="alert">{errorText(error)}</p>}
    </li>
  )
}

interface WaysProps {
  progress: ListProgress
  on: () => void
  back: () => void
  taking: boolean
}

function Ways({ progress, on, back, taking }: WaysProps) {
  const { t } = useLingui()
  const { name, done } = progress
  return (
    <div className={classes.buttons}>
      <Button variant="default" size="compact-md" onClick={on} disabled={taking} aria-label={t`Go on with ${name}`}>
        <Trans>Go on</Trans>
      </Button>
      <Button variant="subtle" color="gray" size="compact-md" onClick={back} loading={taking} aria-label={done > 0 ? t`Take back ${name}` : t`Discard ${name}`}>
        {done > 0 ? <Trans>Take back</Trans> : <Trans>Discard</Trans>}
      </Button>
    </div>
  )
}

function TakenBack({ progress }: { progress: ListProgress }) {
  return (
    <div role="status">
      <p>
        <span translate="no">{progress.name}</span>: {progress.done > 0 ? <Trans>The import was taken back</Trans> : <Trans>The import was discarded</Trans>}
      </p>
      {progress.done > 0 && <Kept progress={progress} />}
    </div>
  )
}

/** Shows how far an import is without asking for it. */
function tell(now: ListProgress): void {
  queryClient.setQueryData<ListProgress[]>(KEY, (all) => all?.map((one) => (one.id === now.id ? now : one)))
}
