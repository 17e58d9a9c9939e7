/** What a page shows when there is nothing to show yet, at all, or because something went wrong. */
import { Button } from '@mantine/core'
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { isApiError } from '~/client/errors'
import { useErrorText } from '~/ui/errorText'
import classes from './States.module.css'

/** What will be here, why one wants it, and the one action that fills it. */
export function EmptyState({ title, children, action }: { title: ReactNode; children: ReactNode; action?: ReactNode }) {
  return (
    <div className={classes.state}>
      <h2>{title}</h2>
      <p>{children}</p>
      {action}
    </div>
  )
}

/** What happened, what was kept, what to do. */
export function ErrorState({ error, retry }: { error: unknown; retry?: () => void }) {
  const text = useErrorText()(error)
  const gone = isApiError(error, 404)
  return (
    <div className={classes.state} role="alert">
      <h2>{gone ? <Trans>This page does not exist for you</Trans> : <Trans>This could not be loaded</Trans>}</h2>
      <p>{text}</p>
      {retry && !gone && (
        <Button variant="default" onClick={retry}>
          <Trans>Try again</Trans>
        </Button>
      )}
      {gone && <Link to="/portfolio"><Trans>Go to the portfolio</Trans></Link>}
    </div>
  )
}

/** A grey bar in the place and size of what is coming. */
export function Bone({ width = '100%', height = 14 }: { width?: number | string; height?: number }) {
  return <span className={classes.bone} style={{ width, height }} aria-hidden="true" />
}
