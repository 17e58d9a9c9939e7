/** What stands in a cell: a figure, an index or why there is none, progress against its plan. */
import { Tooltip } from '@mantine/core'
import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { Index, PortfolioItem } from '~/client/types'
import { isEmpty, isMisfit } from '~/engines/register/cells'
import type { Column } from '~/engines/register/columns'
import { usePage } from '~/features/portfolio/profileContext'
import { valueName } from '~/features/portfolio/profiles'
import { useFormat } from '~/lib/useFormat'
import { Sparkline } from '~/ui/profile/Sparkline'
import { colourOf, StatusMark } from '~/ui/StatusMark'
import { useIndexReason } from '~/ui/why/indexReason'
import classes from './ProjectList.module.css'

export function Figure({ strong, children }: { strong: boolean; children: ReactNode }) {
  return <span className={strong ? classes.strong : classes.quiet}>{children}</span>
}

export function IndexCell({ index }: { index: Index }) {
  const { t } = useLingui()
  const format = useFormat()
  const reason = useIndexReason()(index)
  if (index.value !== null) return <span>{format.number(index.value, 2)}</span>
  return (
    <Tooltip label={reason}>
      <span className={classes.none}>
        {t`n/a`}
        <span className="mp-visually-hidden" translate="no">{`: ${reason ?? ''}`}</span>
      </span>
    </Tooltip>
  )
}

/** A bar for what is done, a tick where the plan wanted it to be, and both as numbers. */
export function ProgressCell({ item }: { item: PortfolioItem }) {
  const { t } = useLingui()
  const format = useFormat()
  if (item.percent_complete === null) return <span className={classes.none}>{t`n/a`}</span>
  const done = format.percent(item.percent_complete)
  const planned = item.planned_percent === null ? null : format.percent(item.planned_percent)
  return (
    <span className={classes.progress} title={planned === null ? undefined : t`${done} done, ${planned} planned`}>
      <svg width="48" height="12" aria-hidden="true">
        <rect className={classes.track} x="0" y="4" width="48" height="4" rx="2" />
        <rect className={classes.done} x="0" y="4" width={(48 * Math.min(100, item.percent_complete)) / 100} height="4" rx="2" />
        {item.planned_percent !== null && <rect className={classes.tick} x={Math.min(46.5, (48 * item.planned_percent) / 100)} y="1" width="1.5" height="10" />}
      </svg>
      <span>{done}</span>
      <span data-dim>{planned === null ? '' : `/ ${planned}`}</span>
    </span>
  )
}

export function TrendCell({ item }: { item: PortfolioItem }) {
  return <Sparkline trend={usePage().trends.get(item.id)} />
}

export function GrowthCell({ item }: { item: PortfolioItem }) {
  const { t } = useLingui()
  const format = useFormat()
  const { growth, growth_percent: percent } = item.money
  if (growth === null) return <span className={classes.none}>{t`n/a`}</span>
  return <Figure strong={growth > 0}>{percent === null ? format.amount(growth, item.money.currency) : `${growth > 0 ? '+' : ''}${format.percent(percent, 1)}`}</Figure>
}

/** A cell of the profile as it reads in a register; empty ones stay empty. */
export function ProfileCell({ item, column }: { item: PortfolioItem; column: Column }) {
  const { profiles } = usePage()
  const value = item.cells[column.key]
  if (isEmpty(value)) return <span />
  const text = valueName(column, value, profiles)
  if (column.set === 'status') return <StatusMark colour={colourOf(String(value))} />
  const tone = column.choices.find((choice) => choice.value === value)?.tone
  return (
    <span className={tone ? classes.toned : isMisfit(value) ? classes.misfit : undefined} data-tone={tone} title={isMisfit(value) ? value.problem : text}>
      {text}
    </span>
  )
}
