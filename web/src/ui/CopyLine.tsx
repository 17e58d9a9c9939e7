/** A link or a secret that is shown this once, with a button that copies it. */
import { Button, CopyButton } from '@mantine/core'
import { Trans } from '@lingui/react/macro'
import classes from './CopyLine.module.css'

export function CopyLine({ text, label }: { text: string; label: string }) {
  return (
    <div className={classes.line}>
      <input className={classes.text} readOnly value={text} aria-label={label} translate="no" onFocus={(event) => event.currentTarget.select()} />
      <CopyButton value={text} timeout={2000}>
        {({ copied, copy }) => (
          <Button size="xs" variant="default" onClick={copy} aria-live="polite">
            {copied ? <Trans>Copied</Trans> : <Trans>Copy</Trans>}
          </Button>
        )}
      </CopyButton>
    </div>
  )
}
