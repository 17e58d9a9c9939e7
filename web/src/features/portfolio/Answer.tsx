/** The page's question answered in a sentence. */
import { Plural, Trans } from '@lingui/react/macro'
import type { Summary } from '~/features/portfolio/summary'
import { useFormat } from '~/lib/useFormat'
import classes from './PortfolioPage.module.css'

export function Answer({ summary }: { summary: Summary }) {
  const format = useFormat()
  const { count, worst, last } = summary
  const off = summary.offTrack.length
  const slip = Math.round(worst?.slip_days ?? 0)
  return (
    <p className={classes.answer}>
      <strong>
        {off === 0 ? (
          <Trans>None of {count} projects is off track</Trans>
        ) : (
          <Plural value={off} one={<Trans># of {count} projects is off track</Trans>} other={<Trans># of {count} projects are off track</Trans>} />
        )}
      </strong>
      {worst && slip > 0 && (
        <>
          {'; '}
          <Trans>
            the latest, <span translate="no">{worst.name}</span>, is <Plural value={slip} one="# working day" other="# working days" /> behind its baseline
          </Trans>
        </>
      )}
      {last?.finish && (
        <>
          {'. '}
          <Trans>
            The last finishes on <time>{format.date(last.finish)}</time>.
          </Trans>
        </>
      )}
    </p>
  )
}
