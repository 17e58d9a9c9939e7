/** The figure and its five parts as they stand in the month that is looked at; each opens what it was computed from. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { Need, StretchPart } from '~/client/need'
import { useFormat } from '~/lib/useFormat'
import { FigureTile } from '~/ui/FigureTile'
import classes from './Need.module.css'
import type { Figure } from './search'
import { useNeedAddress, useWords } from './useNeed'

export function Tiles({ need }: { need: Need }) {
  const { t } = useLingui()
  const format = useFormat()
  const last = need.months.at(-1)
  if (!last) return null
  return (
    <section className={classes.strip} aria-label={t`The figure and its parts`}>
      <Tile figure="figure" month={last.month}>
        {last.figure === null ? t`n/a` : format.number(last.figure)} <small><Trans>of 100</Trans></small>
        {need.trend !== null && <small><Trend need={need} trend={need.trend} /></small>}
      </Tile>
      {last.parts.map((part) => (
        <Tile key={part.key} figure={part.key} month={last.month}>
          <Count part={part} />
        </Tile>
      ))}
    </section>
  )
}

function Trend({ need, trend }: { need: Need; trend: number }) {
  const format = useFormat()
  const first = need.months.find((month) => month.figure !== null)
  if (!first) return null
  const since = format.month(first.day)
  return trend === 0 ? <Trans>as in {since}</Trans> : trend > 0 ? <Trans>{format.number(trend)} more than in {since}</Trans> : <Trans>{format.number(-trend)} fewer than in {since}</Trans>
}

function Count({ part }: { part: StretchPart }) {
  const { t } = useLingui()
  const format = useFormat()
  if (part.reason !== null) return <>{t`n/a`}</>
  return (
    <>
      {format.number(part.count)} {part.key !== 'projects' && <small><Trans>of {part.of}</Trans></small>}
    </>
  )
}

function Tile({ figure, month, children }: { figure: Figure; month: string; children: ReactNode }) {
  const [, search, change] = useNeedAddress()
  const words = useWords()
  const chosen = search.why === figure && (search.month ?? month) === month
  return (
    <FigureTile label={words.name(figure)} chosen={chosen} choose={() => change({ why: chosen ? undefined : figure, month: undefined })}>
      {children}
    </FigureTile>
  )
}
