/** What could not be taken back of an import, one by one. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { ListProgress } from '~/client/lists'
import classes from './Lists.module.css'

export function Kept({ progress }: { progress: ListProgress }) {
  const { t, i18n } = useLingui()
  const why = (one: ListProgress['kept'][number]): string => {
    const columns = one.columns.map((titles) => titles[i18n.locale] ?? titles.en ?? '').join(', ')
    if (one.code === 'changed_since') return columns === '' ? t`Some rows changed since, and stay as they are.` : t`${columns} changed since, and stays as it is.`
    return one.code === 'holds_more' ? t`Something else was put there since, so it stays.` : t`You may not change it any more, so it stays.`
  }
  return (
    <>
      {progress.kind === 'project' && (
        <p>
          <Trans>What it made lies in the bin. What it changed says again what it said before. Columns and people that it added stay.</Trans>
        </p>
      )}
      {progress.kept.length > 0 && (
        <ul className={classes.unfinished} aria-label={t`What stays as it is`}>
          {progress.kept.map((one) => (
            <li key={`${one.node_id} ${one.code}`}>
              <span translate="no">{one.name}</span> <span>{why(one)}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
