/** Recovery codes, shown this once: each lets its owner in one time without the phone. */
import { Button, CopyButton } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'
import classes from './Account.module.css'

export function RecoveryCodesCard({ codes, done }: { codes: readonly string[]; done: () => void }) {
  const { t } = useLingui()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const text = `${codes.join('\n')}\n`
  return (
    <div className={classes.note}>
      <h3 ref={heading} tabIndex={-1}>
        <Trans>Keep these recovery codes</Trans>
      </h3>
      <p>
        <Trans>Each lets you in once when the phone is gone. Keep them where your phone is not. Earlier ones stop working.</Trans>
      </p>
      <ul className={classes.codes} translate="no" aria-label={t`Recovery codes`}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={classes.buttons}>
        <CopyButton value={text} timeout={2000}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? <Trans>Copied</Trans> : <Trans>Copy</Trans>}
            </Button>
          )}
        </CopyButton>
        <Button component="a" variant="default" href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`} download="milepost-recovery-codes.txt">
          <Trans>Save as a file</Trans>
        </Button>
        <Button onClick={done}>
          <Trans>I have kept them</Trans>
        </Button>
      </div>
    </div>
  )
}
