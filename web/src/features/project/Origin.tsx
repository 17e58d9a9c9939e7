/** The request that a project came from. */
import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { originQuery } from '~/client/intake'
import classes from './Overview.module.css'

export function Origin({ projectId }: { projectId: number }) {
  const request = useQuery({ ...originQuery(projectId), staleTime: Infinity }).data?.request
  if (!request) return null
  return (
    <p className={classes.origin}>
      <Trans>
        It came from the request{' '}
        <Link to="/request/$sheetId/$rowId" params={{ sheetId: request.sheet_id, rowId: request.row_id }} translate="no">
          {request.number} {request.name}
        </Link>
        .
      </Trans>
    </p>
  )
}
