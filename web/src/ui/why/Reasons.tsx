/** Why a status: each dimension with its mark, its sentence, and the rows of the plan that it came from. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { Reason } from '~/client/types'
import { colourOf, StatusMark } from '~/ui/StatusMark'
import classes from '~/ui/why/Facts.module.css'
import { useReasonText } from '~/ui/why/reasonText'

export function useDimensionName(): (dimension: string) => string {
  const { t } = useLingui()
  const names: Record<string, string> = {
    schedule: t`Schedule`,
    cost: t`Cost`,
    scope: t`Scope`,
    people: t`People`,
    benefits: t`Benefits`,
    risk: t`Risk`,
  }
  return (dimension) => names[dimension] ?? dimension
}

export function Reasons({ reasons, projectId }: { reasons: readonly Reason[]; projectId: number }) {
  const dimensionName = useDimensionName()
  const sentence = useReasonText()
  if (reasons.length === 0) {
    return (
      <p>
        <Trans>There is nothing yet to judge this project by.</Trans>
      </p>
    )
  }
  return (
    <ul className={classes.reasons}>
      {reasons.map((reason, index) => (
        <li key={index}>
          <StatusMark colour={colourOf(reason.colour)} />
          <h3>{dimensionName(reason.dimension)}</h3>
          <p translate="no">{sentence(reason)}</p>
          <Rows rows={reason.rows} projectId={projectId} />
        </li>
      ))}
    </ul>
  )
}

/** Rows of the plan; each opens there. */
export function Rows({ rows, projectId }: { rows: readonly { id: number; name: string }[]; projectId: number }) {
  if (rows.length === 0) return null
  return (
    <ul className={classes.rows}>
      {rows.map((row) => (
        <li key={row.id}>
          <Link to="/projects/$projectId/plan" params={{ projectId }} search={{ row: row.id }} translate="no">
            {row.name}
          </Link>
        </li>
      ))}
    </ul>
  )
}
