/** What a figure of a month was computed from: the points, the projects, or the people with their projects. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { behindQuery, type Behind, type BehindProject, type Need, type PartKey, type StretchMonth } from '~/client/need'
import { useFormat } from '~/lib/useFormat'
import { Inspector } from '~/ui/Inspector'
import { Bone, ErrorState } from '~/ui/States'
import { Answer, Facts, Formula } from '~/ui/why/Facts'
import facts from '~/ui/why/Facts.module.css'
import { useNeedAddress, useWords } from './useNeed'
import { WhyPeople } from './WhyPeople'

export function WhyNeed({ need }: { need: Need }) {
  const format = useFormat()
  const words = useWords()
  const [nodeId, search, change] = useNeedAddress()
  const month = need.months.find((each) => each.month === search.month) ?? need.months.at(-1)
  if (!search.why || !month) return null
  return (
    <Inspector key={`${search.why} ${month.month}`} title={<>{words.name(search.why)}, {format.month(month.day)}</>} onClose={() => change({ why: undefined, month: undefined })}>
      {search.why === 'figure' ? <WhyFigure month={month} need={need} /> : <WhyPart nodeId={nodeId} month={month} part={search.why} />}
    </Inspector>
  )
}

function WhyFigure({ month, need }: { month: StretchMonth; need: Need }) {
  const { t } = useLingui()
  const format = useFormat()
  const words = useWords()
  const most = (key: PartKey) => need.formula.parts.find((rate) => rate.key === key)?.points ?? 0
  return (
    <>
      <Answer>{month.figure === null ? t`n/a` : format.number(month.figure)}</Answer>
      <Formula><Trans>The sum of the points below, rounded. As of {format.date(month.day)}.</Trans></Formula>
      <Facts rows={month.parts.map((part) => [words.name(part.key), part.reason === null ? t`${format.number(part.points, 1)} of ${most(part.key)}` : t`n/a: nobody to count`])} />
    </>
  )
}

function WhyPart({ nodeId, month, part }: { nodeId: number; month: StretchMonth; part: PartKey }) {
  const behind = useQuery(behindQuery(nodeId, month.month))
  if (behind.isError) return <ErrorState error={behind.error} retry={() => void behind.refetch()} />
  if (!behind.data) return <Bone height={160} />
  return part === 'people' ? <WhyPeople behind={behind.data} /> : <WhyProjects behind={behind.data} part={part} />
}

function WhyProjects({ behind, part }: { behind: Behind; part: Exclude<PartKey, 'people'> }) {
  const { t } = useLingui()
  const format = useFormat()
  const names = new Map(behind.projects.map((each) => [each.id, each.name]))
  const rivals = (each: BehindProject) => each.rivals.map((id) => names.get(id)).join(', ')
  const chosen: Record<typeof part, { which: (each: BehindProject) => boolean; says: (each: BehindProject) => string; told: ReactNode }> = {
    projects: { which: () => true, says: (each) => each.skill ?? '', told: <Trans>Projects in definition, planning, execution or closing. One without a phase runs from its start on.</Trans> },
    competing: { which: (each) => each.rivals.length > 0, says: (each) => t`with ${rivals(each)}`, told: <Trans>Projects that have a rival: another one of the same priority and category. Projects without a priority count as equal.</Trans> },
    overdue: { which: (each) => each.overdue, says: (each) => (each.promised ? t`promised ${format.date(each.promised)}` : ''), told: <Trans>Projects that still ran after the finish that was promised: the baseline of the profile, else of the plan, else the project's own forecast.</Trans> },
    unstatused: { which: (each) => each.unstatused, says: (each) => (each.stated ? t`last on ${format.date(each.stated)}` : t`never stated`), told: <Trans>Projects whose status nobody stated, or not for a while.</Trans> },
  }
  const { which, says, told } = chosen[part]
  const rows = behind.projects.filter(which)
  return (
    <>
      <Answer>{format.number(rows.length)}</Answer>
      <Formula>{told}</Formula>
      {rows.length > 0 && (
        <ul className={facts.rows}>
          {rows.map((each) => (
            <li key={each.id}>
              <Link to="/projects/$projectId" params={{ projectId: each.id }} translate="no">
                <span>{each.name}</span>
                <span>{says(each)}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
