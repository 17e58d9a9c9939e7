/** What to look at, by severity: where it is, what it is, and what happens now. */
import { Plural, Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { ListFinding, ListReport } from '~/client/lists'
import { useFindingText } from '~/features/lists/findingText'
import classes from './Lists.module.css'

const SHOWN = 50
const GROUPS = ['error', 'warning', 'advice'] as const

export function Findings({ report }: { report: ListReport }) {
  const titles: Record<(typeof GROUPS)[number], ReactNode> = { error: <Trans>Doubtful</Trans>, warning: <Trans>To look at</Trans>, advice: <Trans>Good to know</Trans> }
  const left = report.findings_left_out
  return (
    <>
      {GROUPS.map((severity) => {
        const items = report.findings.filter((finding) => finding.severity === severity)
        if (items.length === 0) return null
        return (
          <details key={severity} className={classes.findings} open={severity !== 'advice'}>
            <summary>
              <h3>{titles[severity]}</h3>
              <span>{items.length}</span>
            </summary>
            <ul>
              {items.slice(0, SHOWN).map((finding, index) => (
                <One key={index} finding={finding} />
              ))}
            </ul>
            <More count={items.length - SHOWN} />
          </details>
        )
      })}
      <More count={left} />
    </>
  )
}

function More({ count }: { count: number }) {
  if (count <= 0) return null
  return (
    <p className={classes.dim}>
      <Plural value={count} one="# more is not shown." other="# more are not shown." />
    </p>
  )
}

function One({ finding }: { finding: ListFinding }) {
  const text = useFindingText()
  const row = finding.row
  const others = Number(finding.data.rows ?? 1) - 1
  return (
    <li>
      {row !== null && (
        <small>
          {others > 0 ? <Trans>Line {row} and {others} more</Trans> : <Trans>Line {row}</Trans>}
        </small>
      )}
      <span>{text(finding)}</span>
    </li>
  )
}
