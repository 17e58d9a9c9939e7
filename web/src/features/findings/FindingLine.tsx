/** One finding: what is not kept, what asks for it and why, since when, and what can be done about it. */
import { Button } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Finding } from '~/client/findings'
import { useWhen } from '~/lib/useWhen'
import { AskPanel } from './AskPanel'
import classes from './Findings.module.css'
import { FixButton } from './FixButton'
import { rowsOf, useAskedBy, useSentence, useSeverityName, useTold } from './words'

export function FindingLine({ finding, project }: { finding: Finding; project: boolean }) {
  const { t } = useLingui()
  const sentence = useSentence()
  const severityName = useSeverityName()
  const askedBy = useAskedBy()
  const told = useTold()
  const when = useWhen()
  const [asking, setAsking] = useState(false)
  const { asks, waiver } = finding
  const mayAsk = finding.may_ask && waiver?.state !== 'asked' && waiver?.state !== 'granted'
  return (
    <li className={classes.item}>
      <div className={classes.main}>
        <div className={classes.line}>
          <span className={classes.chip} data-tone={finding.severity}>
            {severityName(finding.severity)}
          </span>
          <strong>{sentence(finding)}</strong>
          <WaiverChip finding={finding} />
        </div>
        {project && (
          <p>
            <Link to="/projects/$projectId" params={{ projectId: finding.node_id }} translate="no" dir="auto">
              {finding.project}
            </Link>
          </p>
        )}
        <Rows finding={finding} />
        {asks && (
          <p dir="auto">
            {askedBy(asks)} <span className={classes.dim}>{told(asks.why)}</span>
          </p>
        )}
        <p className={classes.dim}>
          <Trans>Since {when.day(finding.first_seen)}</Trans>
          {asks && <> · {told(asks.pack_title)}</>}
        </p>
      </div>
      <div className={classes.actions}>
        <FixButton finding={finding} />
        {mayAsk && (
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setAsking(true)} aria-label={t`Ask for a waiver: ${sentence(finding)}`}>
            <Trans>Ask for a waiver</Trans>
          </Button>
        )}
      </div>
      <AskPanel finding={finding} opened={asking} onClose={() => setAsking(false)} />
    </li>
  )
}

function WaiverChip({ finding }: { finding: Finding }) {
  const when = useWhen()
  const { waiver } = finding
  if (!waiver) return null
  const day = waiver.until ? when.day(waiver.until) : ''
  return (
    <span className={classes.chip} data-tone={waiver.state}>
      {waiver.state === 'asked' && <Trans>Waiver asked for</Trans>}
      {waiver.state === 'granted' && <Trans>Waived until {day}</Trans>}
      {waiver.state === 'refused' && <Trans>Waiver refused</Trans>}
      {waiver.state === 'expired' && <Trans>Waived until {day}, and no longer</Trans>}
    </span>
  )
}

/** The rows that it is about, each where it stands. */
function Rows({ finding }: { finding: Finding }) {
  const { t } = useLingui()
  const rows = rowsOf(finding)
  const more = Number(finding.data.count ?? 0) - rows.length
  if (rows.length === 0) return null
  return (
    <p>
      <span className={classes.rows} role="list">
        {rows.map((row, at) => (
          <span key={`${row.sheet}.${row.row}`} role="listitem">
            {at > 0 && ', '}
            <RowLink finding={finding} row={row} />
          </span>
        ))}
      </span>
      {more > 0 && <> {t`and ${more} more`}</>}
    </p>
  )
}

function RowLink({ finding, row }: { finding: Finding; row: ReturnType<typeof rowsOf>[number] }) {
  const { t } = useLingui()
  const name = row.name || t`Without a name`
  if (row.plan) {
    return (
      <Link to="/projects/$projectId/plan" params={{ projectId: finding.node_id }} search={{ row: row.row }} translate="no" dir="auto">
        {name}
      </Link>
    )
  }
  return (
    <Link to="/sheet/$sheetId" params={{ sheetId: row.sheet }} search={{ row: `${row.sheet}.${row.row}`, panel: true }} translate="no" dir="auto">
      {name}
    </Link>
  )
}
