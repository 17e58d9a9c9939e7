/** What a project's figure was computed from: the inspector's content, the same on every page that shows the figure. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Index, PortfolioItem } from '~/client/types'
import { useFormat } from '~/lib/useFormat'
import { ProjectTrendView } from '~/ui/profile/ProjectTrendView'
import { WhyGrowth } from '~/ui/profile/WhyGrowth'
import { colourOf, StatusMark, useColourName } from '~/ui/StatusMark'
import { Answer, Facts, Formula, Note } from '~/ui/why/Facts'
import classes from '~/ui/why/Facts.module.css'
import { useIndexReason } from '~/ui/why/indexReason'
import { Reasons, Rows } from '~/ui/why/Reasons'

export type WhyKind = 'status' | 'finish' | 'baseline' | 'slip' | 'spi_t' | 'cpi' | 'complete' | 'milestone' | 'growth' | 'trend'

export function useFigureName(): (kind: WhyKind) => string {
  const { t } = useLingui()
  const names: Record<WhyKind, string> = {
    status: t`Status`,
    finish: t`Finish`,
    baseline: t`Baseline finish`,
    slip: t`Slip`,
    spi_t: 'SPI(t)',
    cpi: 'CPI',
    complete: t`Complete`,
    milestone: t`Next milestone`,
    growth: t`Cost growth`,
    trend: t`Slips and cost growth over time`,
  }
  return (kind) => names[kind]
}

export function WhyFigure({ item, kind }: { item: PortfolioItem; kind: WhyKind }) {
  const format = useFormat()
  const contents: Record<WhyKind, ReactNode> = {
    status: <WhyStatus item={item} />,
    finish: <WhyFinish item={item} />,
    baseline: <WhyFinish item={item} />,
    slip: <WhyFinish item={item} />,
    spi_t: <WhyTime item={item} />,
    cpi: <WhyCost item={item} />,
    complete: <WhyComplete item={item} />,
    milestone: <WhyMilestone item={item} />,
    growth: <WhyGrowth money={item.money} />,
    trend: <ProjectTrendView projectId={item.id} />,
  }
  const updated = item.updated_at ? format.moment(item.updated_at.slice(0, 16)) : null
  return (
    <>
      {contents[kind]}
      {item.status_date && (
        <Note>
          <Trans>
            Status date: <time>{format.moment(item.status_date)}</time>.
          </Trans>
        </Note>
      )}
      {updated && (
        <Note>
          <Trans>
            Computed from the plan as it was changed last: <time>{updated} UTC</time>.
          </Trans>
        </Note>
      )}
    </>
  )
}

function WhyStatus({ item }: { item: PortfolioItem }) {
  const { t } = useLingui()
  const colourName = useColourName()
  const [stated, proposed] = [colourOf(item.stated_status), colourOf(item.proposed_status)]
  return (
    <>
      <Facts
        rows={[
          [t`Proposed by the figures`, <StatusWord key="p" colour={proposed} name={colourName(proposed)} />],
          [t`Stated by its manager`, <StatusWord key="s" colour={stated} name={stated === 'grey' ? t`Not stated` : colourName(stated)} />],
        ]}
      />
      <Formula>
        <Trans>The proposal is the worst colour of the dimensions that have data.</Trans>
      </Formula>
      <Reasons reasons={item.reasons} projectId={item.id} />
    </>
  )
}

function StatusWord({ colour, name }: { colour: ReturnType<typeof colourOf>; name: string }) {
  return (
    <>
      <StatusMark colour={colour} label="" /> {name}
    </>
  )
}

function WhyFinish({ item }: { item: PortfolioItem }) {
  const { t } = useLingui()
  const format = useFormat()
  const moment = useMoment()
  return (
    <>
      <Answer>{item.slip_days === null ? t`n/a` : format.slip(item.slip_days)}</Answer>
      <Facts
        rows={[
          [t`Finish`, moment(item.finish)],
          [t`Baseline finish`, moment(item.baseline_finish)],
        ]}
      />
      <Formula>
        {item.baseline_finish ? (
          <Trans>Slip is the working time from the baseline finish to the finish, by the calendar of the plan. The finish is the latest finish of all tasks.</Trans>
        ) : (
          <Trans>The plan has no baseline, so there is nothing to compare its finish with. Set one on the plan page.</Trans>
        )}
      </Formula>
      <Link to="/projects/$projectId" params={{ projectId: item.id }} className={classes.panelLink}>
        <Trans>What drives the finish</Trans>
      </Link>
    </>
  )
}

/** A moment in full, or that there is none. */
function useMoment(): (moment: string | null) => ReactNode {
  const { t } = useLingui()
  const format = useFormat()
  return (moment) => (moment ? <time>{format.moment(moment)}</time> : t`n/a`)
}

function IndexAnswer({ index }: { index: Index }) {
  const { t } = useLingui()
  const format = useFormat()
  const reason = useIndexReason()(index)
  return (
    <>
      <Answer>{index.value === null ? t`n/a` : format.number(index.value, 2)}</Answer>
      {reason && <p translate="no">{reason}</p>}
    </>
  )
}

function WhyTime({ item }: { item: PortfolioItem }) {
  return (
    <>
      <IndexAnswer index={item.spi_t} />
      <Formula>
        <Trans>SPI(t) is earned schedule divided by the time since the start: 1.00 is on time, 0.80 means that 8 days of the plan were done in 10. Earned schedule is the moment at which the baseline planned what is earned now.</Trans>
      </Formula>
      <Values item={item} keys={['pv', 'ev', 'bac']} />
    </>
  )
}

function WhyCost({ item }: { item: PortfolioItem }) {
  return (
    <>
      <IndexAnswer index={item.cpi} />
      <Formula>
        <Trans>CPI is earned value divided by actual cost: 0.80 means that 80 of work were earned for 100 spent.</Trans>
      </Formula>
      <Values item={item} keys={['ev', 'ac', 'bac']} />
    </>
  )
}

function WhyComplete({ item }: { item: PortfolioItem }) {
  const { t } = useLingui()
  const format = useFormat()
  const share = (value: number | null) => (value === null ? t`n/a` : format.percent(value, 1))
  return (
    <>
      <Facts
        rows={[
          [t`Complete`, share(item.percent_complete)],
          [t`Planned by now`, share(item.planned_percent)],
        ]}
      />
      <Formula>
        <Trans>Complete is the tasks' progress weighted by their durations. Planned is what the baseline wanted by the status date.</Trans>
      </Formula>
      <Values item={item} keys={['ev', 'pv', 'bac']} />
    </>
  )
}

function Values({ item, keys }: { item: PortfolioItem; keys: readonly ('pv' | 'ev' | 'ac' | 'bac')[] }) {
  const { t } = useLingui()
  const format = useFormat()
  const names = { pv: t`Planned value`, ev: t`Earned value`, ac: t`Actual cost`, bac: t`Budget` }
  return (
    <Facts
      rows={keys.map((key) => {
        const value = item[key]
        return [names[key], value === null ? t`n/a` : format.amount(value, item.currency ?? 'hours')] as const
      })}
    />
  )
}

function WhyMilestone({ item }: { item: PortfolioItem }) {
  const { t } = useLingui()
  const format = useFormat()
  const moment = useMoment()
  const milestone = item.next_milestone
  if (!milestone) {
    return (
      <p>
        <Trans>No milestone is open.</Trans>
      </p>
    )
  }
  return (
    <>
      <Facts
        rows={[
          [t`Finish`, moment(milestone.finish)],
          [t`Baseline finish`, moment(milestone.baseline_finish)],
          [t`Slip`, milestone.slip_days === null ? t`n/a` : format.slip(milestone.slip_days)],
        ]}
      />
      <Formula>
        <Trans>The next milestone is the open one with the earliest finish.</Trans>
      </Formula>
      <div className={classes.reasons}>
        {milestone.sheet_id === null ? (
          <Rows rows={[{ id: milestone.row_id, name: milestone.name }]} projectId={item.id} />
        ) : (
          <Link to="/sheet/$sheetId" params={{ sheetId: milestone.sheet_id }} search={{ row: `${milestone.sheet_id}.${milestone.row_id}` }} translate="no">
            {milestone.name}
          </Link>
        )}
      </div>
    </>
  )
}
