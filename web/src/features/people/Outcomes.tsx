/** What became of each address: invited with a link to copy, here already, or why not. */
import { Button } from '@mantine/core'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'
import type { Invited } from '~/client/people'
import { CopyLine } from '~/ui/CopyLine'
import { useOutcome } from './outcomes'
import classes from './People.module.css'

export function Outcomes({ items, again }: { items: readonly Invited[]; again: () => void }) {
  const { t } = useLingui()
  const summary = useRef<HTMLParagraphElement>(null)
  useEffect(() => summary.current?.focus(), [])
  const links = items.filter((item) => item.link)
  const all = links.map((item) => `${item.email}\t${item.link}`).join('\n')
  return (
    <>
      <p ref={summary} tabIndex={-1}>
        <Plural value={links.length} _0="Nobody got a new link." one="# person was invited." other="# people were invited." />
      </p>
      <ul className={classes.list} style={{ padding: 0 }} aria-label={t`What became of the invitations`}>
        {items.map((item, index) => (
          <Outcome key={index} item={item} />
        ))}
      </ul>
      <div className={classes.buttons}>
        {links.length > 1 && <Button variant="default" onClick={() => void navigator.clipboard.writeText(all)}>{t`Copy all links`}</Button>}
        <Button variant="default" onClick={again}>
          <Trans>Invite more people</Trans>
        </Button>
      </div>
    </>
  )
}

export function Outcome({ item }: { item: Invited }) {
  const { t } = useLingui()
  const outcome = useOutcome()(item)
  return (
    <li className={classes.item} style={{ display: 'block' }}>
      <span translate="no">{item.email}</span>{' '}
      <span className={classes.chip} data-tone={outcome.tone}>
        {outcome.word}
      </span>
      <p className={classes.dim} style={{ margin: '4px 0' }}>
        {outcome.sentence} {item.mailed === true && <Trans>A mail with it is on its way.</Trans>}
        {item.mailed === false && <Trans>The mail could not be sent: copy the link and send it yourself.</Trans>}
      </p>
      {item.link && <CopyLine text={item.link} label={t`Link for ${item.email}`} />}
    </li>
  )
}
