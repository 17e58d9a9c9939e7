/** What a figure of the list or of the strip was computed from. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Portfolio, PortfolioItem } from '~/client/types'
import type { Tile } from '~/features/portfolio/search'
import { WhyTogether } from '~/features/portfolio/WhyTrend'
import { unitOf, type Summary } from '~/features/portfolio/summary'
import { useChangeSearch, usePortfolioSearch } from '~/features/portfolio/usePortfolio'
import { useFormat, type Format } from '~/lib/useFormat'
import { Inspector } from '~/ui/Inspector'
import { colourOf, StatusMark } from '~/ui/StatusMark'
import { Formula } from '~/ui/why/Facts'
import facts from '~/ui/why/Facts.module.css'
import { useFigureName, WhyFigure } from '~/ui/why/WhyFigure'

const close = { open: undefined, figure: undefined, tile: undefined }

export function PortfolioInspector({ portfolio, summary }: { portfolio: Portfolio; summary: Summary }) {
  const { open, figure = 'status', tile } = usePortfolioSearch()
  const change = useChangeSearch()
  const figureName = useFigureName()
  const tileName = useTileName()
  const item = portfolio.items.find((one) => one.id === open)
  if (item) {
    return (
      <Inspector key={`${item.id} ${figure}`} title={<>{figureName(figure)}: <span translate="no">{item.name}</span></>} onClose={() => change(close)}>
        <WhyFigure item={item} kind={figure} />
      </Inspector>
    )
  }
  if (!tile) return null
  return (
    <Inspector key={tile} title={tileName(tile)} onClose={() => change(close)}>
      <WhyTile tile={tile} summary={summary} items={portfolio.items} />
    </Inspector>
  )
}

function useTileName(): (tile: Tile) => string {
  const { t } = useLingui()
  const names: Record<Tile, string> = {
    attention: t`Projects off track`,
    late: t`Late against baseline`,
    worst: t`Largest slip`,
    progress: t`Earned of the budget`,
    unstated: t`Says better than it is`,
    trend: t`Slips and cost growth over time`,
  }
  return (tile) => names[tile]
}

function WhyTile({ tile, summary, items }: { tile: Tile; summary: Summary; items: readonly PortfolioItem[] }) {
  const { t } = useLingui()
  const bySlip = (item: PortfolioItem, format: Format) => (item.slip_days === null ? t`n/a` : format.slip(item.slip_days))
  const contents: Record<Tile, ReactNode> = {
    attention: <Explained items={summary.offTrack} value={bySlip}><Trans>Projects whose figures propose amber or red, with their slip in working days.</Trans></Explained>,
    late: <Explained items={summary.late} value={bySlip}><Trans>Projects that finish after their baseline, in working days. Projects without a baseline are not counted.</Trans></Explained>,
    worst: <Explained items={summary.late} value={bySlip}><Trans>The slip of the project that is furthest behind its baseline.</Trans></Explained>,
    progress: <WhyProgress summary={summary} items={items} />,
    unstated: <Explained items={summary.rosier} value={() => ''}><Trans>Projects whose stated colour is better than the colour that their figures propose.</Trans></Explained>,
    trend: <WhyTogether />,
  }
  return contents[tile]
}

function WhyProgress({ summary, items }: { summary: Summary; items: readonly PortfolioItem[] }) {
  const measured = items.filter((item) => item.bac !== null && item.ev !== null)
  const amounts = (item: PortfolioItem, format: Format) => `${format.amount(item.ev ?? 0, unitOf(item))} / ${format.amount(item.bac ?? 0, unitOf(item))}`
  return (
    <Explained items={measured} value={amounts}>
      {summary.progress === 'mixed' ? (
        <Trans>n/a: the budgets are in different currencies or in hours, which cannot be added.</Trans>
      ) : summary.progress === 'none' ? (
        <Trans>n/a: no project here has a baseline to measure by.</Trans>
      ) : (
        <Trans>The earned values of all projects with a baseline, divided by the sum of their budgets. Planned is the sum of the planned values divided by the same.</Trans>
      )}
    </Explained>
  )
}

function Explained({ items, value, children }: { items: readonly PortfolioItem[]; value: (item: PortfolioItem, format: Format) => string; children: ReactNode }) {
  const format = useFormat()
  return (
    <>
      <Formula>{children}</Formula>
      {items.length > 0 && (
        <ul className={facts.rows}>
          {items.slice(0, 50).map((item) => (
            <li key={item.id}>
              <Link to="/projects/$projectId" params={{ projectId: item.id }}>
                <span>
                  <StatusMark colour={colourOf(item.proposed_status)} size={16} /> <span translate="no">{item.name}</span>
                </span>
                <span translate="no">{value(item, format)}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {items.length > 50 && <p><Trans>and {items.length - 50} more</Trans></p>}
    </>
  )
}
