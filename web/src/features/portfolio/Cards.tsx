/** The list on a narrow screen: a card for each project, in the same order. */
import { Plural, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef, useState } from 'react'
import type { PortfolioItem } from '~/client/types'
import { IndexCell, ProgressCell } from '~/features/portfolio/cells'
import { useGroupName } from '~/features/portfolio/groupName'
import type { ListLine } from '~/features/portfolio/order'
import type { Figure } from '~/features/portfolio/search'
import { useChangeSearch } from '~/features/portfolio/usePortfolio'
import { useFormat } from '~/lib/useFormat'
import { colourOf, StatusMark } from '~/ui/StatusMark'
import classes from './Cards.module.css'

export function Cards({ lines }: { lines: readonly ListLine[] }) {
  const { t } = useLingui()
  const list = useRef<HTMLUListElement>(null)
  const [offset, setOffset] = useState(0)
  useLayoutEffect(() => setOffset(list.current?.offsetTop ?? 0), [])
  // eslint-disable-next-line react-hooks/incompatible-library -- the cards are drawn here and nowhere memoised
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => document.getElementById('page'),
    estimateSize: (index) => (lines[index]?.kind === 'group' ? 40 : 132),
    overscan: 6,
    scrollMargin: offset,
    getItemKey: (index) => lines[index]?.key ?? index,
  })
  return (
    <ul ref={list} className={classes.cards} aria-label={t`Projects`} style={{ height: virtual.getTotalSize() }}>
      {virtual.getVirtualItems().map(({ index, key, start }) => {
        const line = lines[index]
        if (!line) return null
        return (
          <li key={key} ref={virtual.measureElement} data-index={index} style={{ transform: `translateY(${start - offset}px)` }}>
            {line.kind === 'group' ? <GroupCard line={line} /> : <Card item={line.item} />}
          </li>
        )
      })}
    </ul>
  )
}

function GroupCard({ line }: { line: Extract<ListLine, { kind: 'group' }> }) {
  const name = useGroupName()(line.name)
  return (
    <h2 className={classes.group}>
      <span translate="no">{name}</span> <small><Plural value={line.items.length} one="# project" other="# projects" /></small>
    </h2>
  )
}

function Card({ item }: { item: PortfolioItem }) {
  const { t } = useLingui()
  const format = useFormat()
  const none = t`n/a`
  return (
    <article className={classes.card}>
      <header>
        <Open item={item} figure="status">
          <StatusMark colour={colourOf(item.proposed_status)} size={22} />
        </Open>
        <Link to="/projects/$projectId" params={{ projectId: item.id }} translate="no">
          {item.name}
        </Link>
      </header>
      <div className={classes.figures}>
        <Labelled label={t`Finish`} item={item} figure="finish">
          {item.finish ? <time>{format.date(item.finish)}</time> : none}
        </Labelled>
        <Labelled label={t`Slip`} item={item} figure="slip">
          {item.slip_days === null ? none : format.slip(item.slip_days)}
        </Labelled>
        <Labelled label="SPI(t)" item={item} figure="spi_t">
          <IndexCell index={item.spi_t} />
        </Labelled>
        <Labelled label="CPI" item={item} figure="cpi">
          <IndexCell index={item.cpi} />
        </Labelled>
      </div>
      <Open item={item} figure="complete">
        <ProgressCell item={item} />
      </Open>
    </article>
  )
}

function Open({ item, figure, children }: { item: PortfolioItem; figure: Figure; children: React.ReactNode }) {
  const change = useChangeSearch()
  return (
    <button type="button" className={classes.open} onClick={() => change({ open: item.id, figure, tile: undefined })}>
      {children}
    </button>
  )
}

function Labelled({ label, item, figure, children }: { label: string; item: PortfolioItem; figure: Figure; children: React.ReactNode }) {
  return (
    <Open item={item} figure={figure}>
      <small>{label}</small>
      <span>{children}</span>
    </Open>
  )
}
