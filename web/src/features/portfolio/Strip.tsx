/** Five figures; each opens the projects that it was counted from. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { Tile } from '~/features/portfolio/search'
import type { Summary } from '~/features/portfolio/summary'
import { useChangeSearch, usePortfolioSearch } from '~/features/portfolio/usePortfolio'
import { useFormat } from '~/lib/useFormat'
import { FigureTile } from '~/ui/FigureTile'
import { StatusMark, type Colour } from '~/ui/StatusMark'
import classes from './PortfolioPage.module.css'

const COLOURS: readonly Colour[] = ['R', 'A', 'G', 'grey']

export function Strip({ summary }: { summary: Summary }) {
  const { t } = useLingui()
  const format = useFormat()
  const { progress, worst } = summary
  return (
    <section className={classes.strip} aria-label={t`Figures of the portfolio`}>
      <TileButton tile="attention" label={<Trans>Status</Trans>}>
        <span className={classes.marks}>
          {COLOURS.map((colour) => (
            <span key={colour}>
              <StatusMark colour={colour} size={16} /> {format.number(summary.byStatus[colour])}
            </span>
          ))}
        </span>
      </TileButton>
      <TileButton tile="late" label={<Trans>Late against baseline</Trans>}>
        {format.number(summary.late.length)} <small><Trans>of {summary.withBaseline}</Trans></small>
      </TileButton>
      <TileButton tile="worst" label={<Trans>Largest slip</Trans>}>
        {worst ? format.slip(worst.slip_days ?? 0) : t`none`}
      </TileButton>
      <TileButton tile="progress" label={<Trans>Earned of the budget</Trans>}>
        {typeof progress === 'string' ? (
          t`n/a`
        ) : (
          <>
            {format.percent(progress.earned)} <small><Trans>{format.percent(progress.planned)} planned</Trans></small>
          </>
        )}
      </TileButton>
      <TileButton tile="unstated" label={<Trans>Says better than it is</Trans>}>
        {format.number(summary.rosier.length)}
      </TileButton>
    </section>
  )
}

function TileButton({ tile, label, children }: { tile: Tile; label: ReactNode; children: ReactNode }) {
  const search = usePortfolioSearch()
  const change = useChangeSearch()
  const chosen = search.tile === tile
  return (
    <FigureTile label={label} chosen={chosen} choose={() => change({ tile: chosen ? undefined : tile, open: undefined, figure: undefined })}>
      {children}
    </FigureTile>
  )
}
