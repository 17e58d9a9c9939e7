/** Who answers for a process, does it, is asked and is told. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { Says } from '~/client/practice'
import { inLanguage } from './chapters'
import classes from './Handbook.module.css'
import type { Names } from './useNames'

export function Raci({ raci, names }: { raci: Says['raci']; names: Names }) {
  const { i18n } = useLingui()
  const said = (roles: readonly string[]) => roles.map(names.role).join(', ')
  return (
    <div className={classes.wide}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col"><Trans>Process</Trans></th>
            <th scope="col"><Trans>Answers for it</Trans></th>
            <th scope="col"><Trans>Does it</Trans></th>
            <th scope="col"><Trans>Is asked</Trans></th>
            <th scope="col"><Trans>Is told</Trans></th>
          </tr>
        </thead>
        <tbody translate="no">
          {raci.map((one, at) => (
            <tr key={at}>
              <th scope="row">{inLanguage(one.process, i18n.locale)}</th>
              <td>{said(one.accountable)}</td>
              <td>{said(one.responsible)}</td>
              <td>{said(one.consulted)}</td>
              <td>{said(one.informed)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
