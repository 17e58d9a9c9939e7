/** Which office is responsible for a place: one line, with the way to it. */
import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { officeAtQuery } from '~/client/offices'
import classes from './office.module.css'
import { useOfficeWords } from './words'

export function ResponsibleOffice({ nodeId }: { nodeId: number }) {
  const found = useQuery(officeAtQuery(nodeId)).data
  const words = useOfficeWords()
  if (!found?.office) return null
  const { name, node_id, type } = found.office
  return (
    <p className={classes.responsible}>
      <Trans>Responsible office:</Trans>{' '}
      {found.visible ? (
        <Link to="/office/$nodeId" params={{ nodeId: node_id }} translate="no">
          {name}
        </Link>
      ) : (
        <span translate="no">{name}</span>
      )}{' '}
      <span className={classes.chip}>{words.type(type)}</span>
    </p>
  )
}
