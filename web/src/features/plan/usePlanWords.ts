/** All words of the grid and the chart in the reader's language, and what reading a cell of this plan depends on. */
import { useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import type { CellWords } from '~/engines/plan/cellText'
import type { UnitLetters } from '~/engines/cells/durations'
import { MomentWords } from '~/engines/cells/moments'
import type { Outline, RowId } from '~/engines/plan/rows'
import { STANDARD_CALENDAR, timeWords, WorkDays, type WorkCalendar } from '~/engines/gantt/worktime'
import type { PlanState } from './planState'

export function useColumnTitles(): Readonly<Record<string, string>> {
  const { t } = useLingui()
  return useMemo(
    () => ({
      name: t`Name`, duration: t`Duration`, start: t`Start`, finish: t`Finish`, percent_complete: t`% done`, predecessors: t`Predecessors`,
      assignments: t`Resources`, baseline_finish: t`Baseline finish`, slip: t`Slip`, total_slack: t`Total slack`, mode: t`Mode`, constraint: t`Constraint`,
      constraint_date: t`Constraint date`, deadline: t`Deadline`, wbs: t`WBS`, baseline_start: t`Baseline start`, actual_start: t`Actual start`,
      actual_finish: t`Actual finish`, free_slack: t`Free slack`, planned_percent: t`% planned`, milestone: t`Milestone`, active: t`Active`,
      priority: t`Priority`, notes: t`Notes`,
    }),
    [t],
  ) // prettier-ignore
}

export function useChoiceWords(): (key: string, choice: string) => string {
  const { t } = useLingui()
  return useMemo(() => {
    const words: Readonly<Record<string, string>> = {
      'constraint.ASAP': t`As soon as possible`, 'constraint.ALAP': t`As late as possible`, 'constraint.SNET': t`Start no earlier than`,
      'constraint.SNLT': t`Start no later than`, 'constraint.FNET': t`Finish no earlier than`, 'constraint.FNLT': t`Finish no later than`,
      'constraint.MSO': t`Must start on`, 'constraint.MFO': t`Must finish on`, 'mode.auto': t`Automatic`, 'mode.manual': t`Manual`,
    } // prettier-ignore
    return (key, choice) => words[`${key}.${choice}`] ?? choice
  }, [t])
}

/** The calendar of the plan, by the name in its settings. */
export function usePlanDays(calendars: readonly WorkCalendar[], settings: PlanState['settings']): WorkDays {
  return useMemo(() => {
    const named = calendars.find((calendar) => calendar.name === settings['calendar'])
    return new WorkDays(named ?? calendars[0] ?? STANDARD_CALENDAR)
  }, [calendars, settings])
}

const number = (value: unknown, otherwise: number) => (typeof value === 'number' && value > 0 ? value : otherwise)

export function useCellWords(state: PlanState, outline: Outline, days: WorkDays): CellWords {
  const { t, i18n } = useLingui()
  const choice = useChoiceWords()
  // English dates are written as everywhere in this client: day, month, year.
  const moments = useMemo(() => new MomentWords(i18n.locale === 'de' ? 'de' : 'en-GB'), [i18n.locale])
  const { settings, resources } = state
  return useMemo(() => {
    const usual = timeWords(days.calendar)
    const letters: UnitLetters = { d: t({ message: 'd', comment: 'letter for days, as in 12d' }), h: t({ message: 'h', comment: 'letter for hours' }), m: t({ message: 'm', comment: 'letter for minutes' }), s: 's' }
    const names = new Map(resources.map((resource) => [resource.id, resource.name]))
    const day = number(settings['minutes_per_day'], usual.day / 60) * 60
    return {
      moments,
      letters,
      time: { day, week: number(settings['minutes_per_week'], usual.week / 60) * 60, month: number(settings['days_per_month'], 20) * day },
      dayStart: number(settings['default_start'], 8 * 3600),
      dayEnd: number(settings['default_finish'], 17 * 3600),
      numberOf: (row: RowId) => outline.byId.get(row)?.number,
      idOf: (wanted: number) => outline.all[wanted - 1]?.row.id,
      resourceName: (id: number) => names.get(id),
      choice,
      yes: t`Yes`,
      no: t`No`,
    }
  }, [t, choice, moments, settings, resources, outline, days])
}
