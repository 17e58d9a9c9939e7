/** Requests and projects that share words with this one, and which words those are. */
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { RequestState, Similar } from '~/client/intake'
import classes from './Intake.module.css'
import { useStateNames } from './useIntakeWords'

export function SimilarList({ items }: { items: readonly Similar[] }) {
  return (
    <ul className={classes.plain}>
      {items.map((one) => (
        <One key={`${one.sheet_id}.${one.row_id}`} one={one} />
      ))}
    </ul>
  )
}

function One({ one }: { one: Similar }) {
  const states = useStateNames()
  return (
    <li>
      {one.what === 'request' ? (
        <Link to="/request/$sheetId/$rowId" params={{ sheetId: one.sheet_id, rowId: one.row_id }} dir="auto" translate="no">
          {one.title}
        </Link>
      ) : (
        <Link to="/projects/$projectId" params={{ projectId: one.row_id }} dir="auto" translate="no">
          {one.title}
        </Link>
      )}{' '}
      <span className={classes.dim}>
        {one.what === 'request' ? `${one.number}, ${states[one.state as RequestState] ?? ''}` : <Trans>Project</Trans>} · <span translate="no">{one.path[one.path.length - 1]}</span>
      </span>
      <p className={classes.dim}>
        <Trans>
          Both say: <span translate="no">{one.shared.slice(0, 6).join(', ')}</span>
        </Trans>
      </p>
    </li>
  )
}
