/** What offices are spoken of by: types, places, roles, functions, processes, decisions, each in the reader's language. */
import { useLingui } from '@lingui/react/macro'
import type { Aim, DecisionKey, OfficePlace, OfficeRole, OfficeType } from '~/client/offices'

export const ROLES: readonly OfficeRole[] = ['director', 'analyst', 'portfolio_manager', 'programme_manager', 'project_manager', 'scheduler', 'resource_manager', 'trainer', 'partner', 'sponsor', 'steering_committee', 'department_lead', 'client']
export const PROCESSES = ['intake', 'approval', 'planning', 'status', 'change', 'risk', 'gate', 'resources', 'benefits', 'closing', 'training', 'method'] as const
export const FUNCTIONS = ['method', 'training', 'guidance', 'lessons', 'intake', 'portfolio', 'status_reporting', 'check_ins', 'plan_quality', 'risk_oversight', 'budget_control', 'resource_management', 'benefits', 'gates', 'delivery', 'scheduling'] as const
export const AIMS: readonly Aim[] = ['oversight', 'on_time', 'on_budget', 'right_projects', 'capacity', 'consistency', 'skills', 'results', 'surprises', 'deliver']
export const TYPES: readonly OfficeType[] = ['supportive', 'controlling', 'directive']

type Words = Record<string, string>

export function useOfficeWords() {
  const { t } = useLingui()
  const types: Record<OfficeType, string> = { supportive: t`Supportive`, controlling: t`Controlling`, directive: t`Directive` }
  const typesAbout: Record<OfficeType, string> = {
    supportive: t`It offers templates, guidance and training, and sees how projects stand. Projects run themselves.`,
    controlling: t`It shares each project: a partner stands beside its manager, both answer for its status and meet at check-ins.`,
    directive: t`It runs projects with managers of its own bench and owns their plans: nobody else changes them.`,
  }
  const places: Record<OfficePlace, string> = { enterprise: t`Enterprise`, division: t`Division`, department: t`Department`, portfolio: t`Portfolio`, programme: t`Programme`, project: t`Project` }
  const roles: Record<OfficeRole, string> = {
    director: t`Director of the office`,
    analyst: t`Analyst`,
    portfolio_manager: t`Portfolio manager`,
    programme_manager: t`Programme manager`,
    project_manager: t`Project manager`,
    scheduler: t`Scheduler`,
    resource_manager: t`Resource manager`,
    trainer: t`Trainer`,
    partner: t`Partner of projects`,
    sponsor: t`Sponsor`,
    steering_committee: t`Steering committee`,
    department_lead: t`Department lead`,
    client: t`Client`,
  }
  const functions = useFunctionWords()
  const processes = useProcessWords()
  const decisions = useDecisionWords()
  const aims = useAimWords()
  return {
    type: (key: OfficeType) => types[key],
    typeAbout: (key: OfficeType) => typesAbout[key],
    place: (key: OfficePlace) => places[key],
    role: (key: string) => (roles as Words)[key] ?? key,
    function: (key: string) => functions[key] ?? key,
    process: (key: string) => processes[key] ?? key,
    decision: (key: DecisionKey) => decisions[key],
    aim: (key: string) => (aims as Words)[key] ?? key,
  }
}

function useFunctionWords(): Words {
  const { t } = useLingui()
  return {
    method: t`Keep one method, with templates that fit`,
    training: t`Train those who run projects`,
    guidance: t`Advise projects that ask`,
    lessons: t`Collect lessons and bring them back`,
    intake: t`Take requests in at one door`,
    portfolio: t`Keep the portfolio: what runs, what waits, what stops`,
    status_reporting: t`Report how projects stand`,
    check_ins: t`Check in with each project at fixed dates`,
    plan_quality: t`Look at plans before and while they run`,
    risk_oversight: t`Watch risks across projects`,
    budget_control: t`Watch budgets and forecasts`,
    resource_management: t`See who is needed when, and who is free`,
    benefits: t`Follow benefits after the project`,
    gates: t`Prepare the decisions at gates`,
    delivery: t`Run projects with its own managers`,
    scheduling: t`Plan schedules for projects`,
  }
}

function useProcessWords(): Words {
  const { t } = useLingui()
  return {
    intake: t`Take in requests`,
    approval: t`Approve projects`,
    planning: t`Plan`,
    status: t`Report status`,
    change: t`Decide on changes`,
    risk: t`Manage risks`,
    gate: t`Pass gates`,
    resources: t`Assign people`,
    benefits: t`Follow benefits`,
    closing: t`Close projects`,
    training: t`Train people`,
    method: t`Keep the method`,
  }
}

function useDecisionWords(): Record<DecisionKey, string> {
  const { t } = useLingui()
  return {
    'request.triage': t`Sort requests`,
    'request.approve': t`Approve a request`,
    'plan.approve': t`Approve a plan`,
    'waiver.grant': t`Grant a waiver of the method`,
    'pack.adopt': t`Choose the method`,
    'project.hold': t`Put a project on hold`,
    'project.cancel': t`Cancel a project`,
    'project.close': t`Close a project`,
    'project.accept': t`Accept what a project delivered`,
  }
}

function useAimWords(): Record<Aim, string> {
  const { t } = useLingui()
  return {
    oversight: t`Know where projects stand`,
    on_time: t`Finish on time`,
    on_budget: t`Stay within budget`,
    right_projects: t`Do the right projects`,
    capacity: t`Promise no more than people can do`,
    consistency: t`Work the same way everywhere`,
    skills: t`Get better at projects`,
    results: t`Reach the benefits`,
    surprises: t`See trouble early`,
    deliver: t`Have somebody to run the projects`,
  }
}
