/** Look at all projects of a place again, in the background, with how far it is. */
import { Button } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { IconRefresh } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { lintNode, runQuery } from '~/client/findings'
import { queryClient } from '~/client/queries'
import { useFormat } from '~/lib/useFormat'
import { useAct } from '~/ui/useAct'
import classes from './Findings.module.css'

export function RunButton({ nodeId }: { nodeId: number }) {
  const { act, busy } = useAct()
  const [runId, setRunId] = useState<number | null>(null)
  if (runId !== null) return <Progress key={runId} runId={runId} done={() => setRunId(null)} />
  const begin = async () => {
    const begun = await act(() => lintNode(nodeId), [])
    if (begun) setRunId(begun.answer.id)
  }
  return (
    <Button variant="default" leftSection={<IconRefresh size={16} stroke={1.75} />} loading={busy} onClick={() => void begin()}>
      <Trans>Look again</Trans>
    </Button>
  )
}

function Progress({ runId, done }: { runId: number; done: () => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const run = useQuery(runQuery(runId)).data
  const over = run?.state === 'done'
  useEffect(() => {
    if (!over) return
    void queryClient.invalidateQueries({ queryKey: ['findings'] })
    done()
  }, [over, done])
  const behind = format.number(run?.done ?? 0)
  const total = format.number(run?.total ?? 0)
  return (
    <span className={classes.run} role="status">
      <progress value={run?.done ?? 0} max={run?.total || 1} aria-label={t`How far the look at all projects is`} />
      {run?.state === 'running' ? <Trans>{behind} of {total} projects</Trans> : <Trans>Begins in a moment</Trans>}
    </span>
  )
}
