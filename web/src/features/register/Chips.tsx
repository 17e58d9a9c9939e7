/** What the rows are filtered by, each to be opened or taken away. */
import { useLingui } from '@lingui/react/macro'
import { IconX } from '@tabler/icons-react'
import { isWhole } from '~/engines/register/conditions'
import classes from './Register.module.css'
import type { Shared } from './shared'
import { useConditionText } from './useOperatorWords'

export function Chips({ view, columns, words, openFilter }: Shared & { openFilter: () => void }) {
  const { t } = useLingui()
  const text = useConditionText(columns, words)
  const { filter } = view.shown
  const whole = filter.map((condition, index) => ({ condition, index })).filter(({ condition }) => isWhole(condition, columns))
  if (whole.length === 0) return null
  return (
    <ul className={classes.chips} aria-label={t`Filters`} translate="no">
      {whole.map(({ condition, index }) => (
        <li key={index}>
          <button type="button" onClick={openFilter}>
            {text(condition)}
          </button>
          <button type="button" translate="yes" aria-label={t`Remove: ${text(condition)}`} onClick={() => view.change({ filter: filter.filter((_, at) => at !== index) })}>
            <IconX size={12} aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  )
}
