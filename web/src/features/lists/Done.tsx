/** What came in, where it is, and the way back. */
import { Button } from '@mantine/core'
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { ListProgress } from '~/client/lists'
import { Kept } from '~/features/lists/Kept'
import { Sentence } from '~/features/lists/Sentence'
import { useErrorText } from '~/ui/errorText'
import classes from './Lists.module.css'

interface DoneProps {
  progress: ListProgress
  undo: () => void
  undoing: boolean
  error: unknown
  again: () => void
}

export function Done({ progress, undo, undoing, error, again }: DoneProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const errorText = useErrorText()
  useEffect(() => heading.current?.focus(), [])
  const undone = progress.state === 'undone'
  return (
    <section className={classes.panel} aria-labelledby="done-title">
      <h2 id="done-title" ref={heading} tabIndex={-1}>
        {undone ? <Trans>The import was taken back</Trans> : <Trans>The list is in</Trans>}
      </h2>
      {!undone && (
        <p className={classes.sentence}>
          <Sentence counts={progress.counts} kind={progress.kind} />
        </p>
      )}
      {Boolean(error) && (
        <p role="alert" className={classes.refused}>
          {errorText(error)}
        </p>
      )}
      {undone && <Kept progress={progress} />}
      <div className={classes.buttons}>
        {progress.sheet_id !== null ? (
          <Link to="/sheet/$sheetId" params={{ sheetId: progress.sheet_id }} className={classes.open}>
            <Trans>Open the register</Trans>
          </Link>
        ) : (
          <Link to="/portfolio" search={{ node: progress.node_id }} className={classes.open}>
            <Trans>Open the portfolio</Trans>
          </Link>
        )}
        {progress.can_undo && (
          <Button variant="default" onClick={undo} loading={undoing}>
            <Trans>Take the import back</Trans>
          </Button>
        )}
        <Button variant="subtle" color="gray" onClick={again}>
          <Trans>Import another list</Trans>
        </Button>
      </div>
    </section>
  )
}
