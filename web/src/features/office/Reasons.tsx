/** Why something is proposed, point by point. */
import { useLingui } from '@lingui/react/macro'
import type { Reason, Setup } from '~/client/offices'
import classes from './Office.module.css'
import { useReasonWords } from './words'

export function Reasons({ setup, reasons }: { setup: Setup; reasons: readonly Reason[] }) {
  const { t } = useLingui()
  const said = useReasonWords(setup.answers.goals ?? [])
  return (
    <ul className={classes.reasons} aria-label={t`Why`}>
      {reasons.map((one, index) => (
        <li key={index}>
          {said(one)} {one.points !== 0 && <span className={classes.dim}>{one.points > 0 ? `+${one.points}` : `−${-one.points}`}</span>}
        </li>
      ))}
    </ul>
  )
}
