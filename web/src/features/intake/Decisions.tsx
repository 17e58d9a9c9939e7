/** What was decided on a request, in order, each with who, when and why. None of it is ever changed. */
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { Story } from '~/client/intake'
import { useFormat } from '~/lib/useFormat'
import classes from './Intake.module.css'
import { useDoneNames } from './useIntakeWords'

export function Decisions({ story }: { story: Story }) {
  const done = useDoneNames()
  const format = useFormat()
  return (
    <section className={classes.part}>
      <h2>
        <Trans>Decisions</Trans>
      </h2>
      {story.decisions.length === 0 && (
        <p className={classes.dim}>
          <Trans>Nothing was decided yet.</Trans>
        </p>
      )}
      <ol className={classes.plain}>
        {story.decisions.map((one) => (
          <li key={one.number}>
            <span translate="no">{one.by}</span> {done[one.what] ?? one.what}
            {one.what === 'approve' && one.amount && <>: {format.amount(Number(one.amount.amount), one.amount.currency)}</>}
            {one.until && (
              <>
                {' '}
                <Trans>until {format.date(one.until)}</Trans>
              </>
            )}{' '}
            <time className={classes.dim} dateTime={one.at}>
              {format.moment(one.at.slice(0, 16))}
            </time>
            {one.reason && (
              <p className={classes.said} dir="auto" translate="no">
                {one.reason}
              </p>
            )}
            {one.into && (
              <p>
                <Link to="/request/$sheetId/$rowId" params={{ sheetId: one.into.sheet_id, rowId: one.into.row_id }}>
                  <Trans>Open the other request</Trans>
                </Link>
              </p>
            )}
            {one.project_id !== null && (
              <p>
                <Link to="/projects/$projectId" params={{ projectId: one.project_id }}>
                  <Trans>Open the project</Trans>
                </Link>
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
