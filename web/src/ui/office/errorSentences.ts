/** What offices refuse, in the reader's language: by code and data. */
import { useLingui } from '@lingui/react/macro'
import type { Problem } from '~/client/errors'
import { useOfficeWords } from './words'

export function useOfficeSentence(): (problem: Problem) => string | undefined {
  const { t } = useLingui()
  const words = useOfficeWords()
  return ({ code, data }) => {
    const [name, office, goal, to, project, who, names] = [data.name, data.office, data.goal, data.to, data.project, data.who, data.names].map((one) => String(one ?? ''))
    const [accountable, responsible] = [data.accountable, data.responsible].map((one) => Number(one ?? 0))
    const decision = words.decision(String(data.decision) as never) ?? String(data.decision)
    const sentences: Record<string, string> = {
      'authority.none': t`You have no authority for this here (${decision}). Who has: ${names}.`,
      'office.there': t`${name} has an office already. Change that one, or close it first.`,
      'office.closed': t`This office was closed. What it was can be read, but not changed.`,
      'office.hub_in_circle': t`${name} cannot report to that office: it reports to this one already, by itself or through others.`,
      'office.none': t`No office is responsible for ${name}. Found one there or above it first.`,
      'office.other_type': t`${office} is of another type, which does not do this. Change its type first.`,
      'office.goal_served': t`The goal ${goal} is what ${office} does something for. Name another goal there first.`,
      'office.other_goal': t`A function of an office names a goal of its own place or of one above it.`,
      'office.raci_unsound': t`Each process needs exactly one role that is accountable (A) and at least one that is responsible (R); here ${accountable} are accountable and ${responsible} responsible.`,
      'office.reports_in_circle': t`${name} cannot report to ${to}, who reports to ${name}, directly or through others.`,
      'office.not_seeing': t`${name} does not see ${project}. Give them a role there first.`,
      'office.both_at_once': t`${name} manages this project, so somebody else has to stand beside them.`,
      'office.not_on_bench': t`${name} is not on the bench of ${office}. Give them the role of a project manager there first.`,
      'office.hand_over_missing': t`Write down what ${name} hands over: where the project stands, what is open, whom to talk to.`,
      'office.plan_owned': t`${office} owns the plans here: ${who} and the people of the office change this one. Tell them what should be different.`,
      'office.not_in_check_in': t`A check-in is between the project's manager and its partner; you are neither, or it is the other's turn.`,
      'office.check_in_over': t`This check-in was held or answered already, or not held yet. Load the page again.`,
      'office.setup_done': t`This set-up was finished already. Begin another one to improve the office.`,
      'office.setup_open': t`The set-up is not complete. Look for the steps without an answer.`,
    }
    return sentences[code]
  }
}
