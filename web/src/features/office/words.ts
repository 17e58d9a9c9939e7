/** What the office pages say of set-ups, things to do and warnings, from codes and data. */
import { useLingui } from '@lingui/react/macro'
import type { Office, Reason, Step, Todo, Wish } from '~/client/offices'
import { useOfficeWords } from '~/ui/office/words'

export function useWishWords(): (wish: Wish) => string {
  const { t } = useLingui()
  const words: Record<Wish, string> = { build: t`Build an office`, improve: t`Improve the office`, run: t`Run the office` }
  return (wish) => words[wish]
}

export function useStepWords(): (step: Step) => string {
  const { t } = useLingui()
  const words: Record<Step, string> = {
    goals: t`Goals`,
    situation: t`Situation`,
    functions: t`Functions`,
    type: t`Type`,
    place: t`Place`,
    roles: t`People`,
    rhythm: t`Check-ins`,
    review: t`Review`,
  }
  return (step) => words[step]
}

export function useTodoWords(): (todo: Todo) => string {
  const { t } = useLingui()
  const { role } = useOfficeWords()
  return ({ code, name }) => {
    const words: Record<Todo['code'], string> = {
      check_in_due: t`Check in: ${name}`,
      check_in_unanswered: t`Notes of a check-in wait for agreement: ${name}`,
      no_check_in: t`Set the next check-in: ${name}`,
      no_partner: t`Name a partner: ${name}`,
      partner_left: t`The partner has left: ${name}`,
      not_assigned: t`Assign a manager: ${name}`,
      vacant: t`Find somebody: ${role(name)}`,
      goal_due: t`A goal is due: ${name}`,
    }
    return words[code]
  }
}

export function useWarningWords(): (warning: Office['warnings'][number]) => string {
  const { t } = useLingui()
  const { role, process } = useOfficeWords()
  return (warning) => {
    const count = warning.count
    const words = {
      many_r: t`${process(warning.process)}: ${count} roles are responsible (R); more than three, and nobody is.`,
      a_left: t`${process(warning.process)}: everybody in the accountable role has left (${role(warning.role)}).`,
      no_letter: t`${role(warning.role)}: has no letter in any process.`,
    }
    return words[warning.code]
  }
}

export function usePartWords(): (key: Office['progress'][number]['key']) => string {
  const { t } = useLingui()
  const words = {
    goals: t`Goals for the short and the long term`,
    functions: t`Functions, each for a goal`,
    charter: t`Charter`,
    roles: t`Roles that the functions need`,
    raci: t`Responsibilities by process`,
    authority: t`Authority for decisions`,
  }
  return (key) => words[key]
}

/** Why something was proposed, in a sentence. */
export function useReasonWords(goals: readonly { text: string }[]): (reason: Reason) => string {
  const { t } = useLingui()
  const words = useOfficeWords()
  return ({ code, data }) => {
    const goal = goals[Number(data.goal)]?.text ?? ''
    const [count, of, projects, each] = [data.count, data.of, data.projects, data.each].map((one) => Number(one ?? 0))
    const office = String(data.office ?? '')
    const sentences: Record<string, string> = {
      aim: t`“${goal}” wants to: ${words.aim(String(data.aim ?? ''))}`,
      control_advice: t`Units would take advice, not more.`,
      control_shared: t`Units would share their projects with an office.`,
      control_handed_over: t`Units would hand projects over.`,
      managers_few: t`Few of the managers have run a project before.`,
      managers_some: t`Some of the managers have run a project before.`,
      managers_most: t`Most of the managers have run a project before.`,
      method_none: t`Everybody works in their own way today.`,
      method_parts: t`Parts of the work are done in one way today.`,
      method_common: t`Projects are done in one way already.`,
      few_projects: t`With ${count} projects there is little to control.`,
      off_track: t`${count} of ${of} projects are amber or red.`,
      unmanaged: t`${count} of ${of} projects have no manager.`,
      wide_goals: t`${count} aims look across units.`,
      near_goals: t`${count} aims are reached close to the work.`,
      wished: t`It is where you began.`,
      projects: t`${count} projects lie here or below.`,
      too_few_projects: t`Only ${count} projects lie here or below.`,
      taken: t`There is an office already: ${office}`,
      answers_for_office: t`Somebody answers for the office.`,
      function: t`Needed for: ${words.function(String(data.function ?? ''))}`,
      type: t`What this type of office does needs it.`,
      by_projects: t`${projects} projects, one person for ${each} of them.`,
    }
    return sentences[code] ?? code
  }
}
