/** What came in, where it is, and the way back. */
import { Button } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { ListProgress } from '~/client/lists'
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

/** What could not be taken back, row by row. */
function Kept({ progress }: { progress: ListProgress }) {
  const { t, i18n } = useLingui()
  const why = (one: ListProgress['kept'][number]): string => {
    const columns = one.columns.map((titles) => titles[i18n.locale] ?? titles.en ?? '').join(', ')
    if (one.code === 'changed_since') return t`${columns} changed since, and stays as it is.`
    return one.code === 'holds_more' ? t`Something else was put there since, so it stays.` : t`You may not change it any more, so it stays.`
  }
  return (
    <>
      {progress.kind === 'project' && (
        <p>
          <Trans>What it made lies in the bin. What it changed says again what it said before. Columns and people that it added stay.</Trans>
        </p>
      )}
      {progress.kept.length > 0 && (
        <ul className={classes.unfinished} aria-label={t`What stays as it is`}>
          {progress.kept.map((one) => (
            <li key={`${one.node_id} ${one.code}`}>
              <span translate="no">{one.name}</span> <span>{why(one)}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
