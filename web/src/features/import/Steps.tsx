/** Where in the import one stands. */
import { useLingui } from '@lingui/react/macro'
import classes from './Import.module.css'

export function Steps({ at }: { at: number }) {
  const { t } = useLingui()
  const names = [t`Choose a file`, t`It is read`, t`Look and choose where`, t`Done`]
  return (
    <ol className={classes.steps} aria-label={t`Steps of the import`}>
      {names.map((name, index) => (
        <li key={name} aria-current={index === at ? 'step' : undefined} data-past={index < at || undefined}>
          <span aria-hidden="true">{index + 1}</span> {name}
        </li>
      ))}
    </ol>
  )
}
