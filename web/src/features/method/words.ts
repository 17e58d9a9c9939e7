/** What the parts of a method are called, and what is wrong with a pack in a sentence. */
import { useLingui } from '@lingui/react/macro'
import type { Hole } from '~/client/methods'

export function useMethodWords() {
  const { t } = useLingui()
  const cycles: Record<string, string> = { predictive: t`planned ahead`, agile: t`agile`, hybrid: t`hybrid`, own: t`of its own kind` }
  const types: Record<string, string> = { supportive: t`Supportive`, controlling: t`Controlling`, directive: t`Directive` }
  const forms: Record<string, string> = { register: t`Register`, document: t`Document`, plan: t`Plan`, report: t`Report`, policy: t`Policy` }
  const severities: Record<string, string> = { advice: t`Advice`, warning: t`Warning`, error: t`Must` }
  const states: Record<string, string> = { absent: t`Missing`, there: t`There`, draft: t`Draft`, final: t`Final` }
  const versions: Record<string, string> = { draft: t`Draft`, released: t`Released`, withdrawn: t`Withdrawn` }
  const every: Record<string, string> = { week: t`every week`, fortnight: t`every two weeks`, month: t`every month`, quarter: t`every quarter` }
  const stages: Record<string, string> = { idea: t`Idea`, definition: t`Definition`, planning: t`Planning`, execution: t`Execution`, closing: t`Closing`, closed: t`Closed`, on_hold: t`On hold`, cancelled: t`Cancelled` }
  const industries: Record<string, string> = { it: t`IT`, construction: t`Construction`, product: t`Product development`, services: t`Services` }
  const parts: Record<string, string> = { phases: t`Phases`, gates: t`Gates`, artefacts: t`Artefacts`, policies: t`Policies`, procedures: t`Procedures`, roles: t`Roles`, courses: t`Courses`, raci: t`Responsibilities`, sizes: t`Sizes`, budget: t`Burden budget`, vocabulary: t`Vocabulary`, start: t`What a project begins with` }
  const from = (words: Record<string, string>) => (key: string) => words[key] ?? key
  return { cycle: from(cycles), type: from(types), form: from(forms), severity: from(severities), state: from(states), version: from(versions), every: from(every), stage: from(stages), industry: from(industries), part: from(parts) }
}

export function useHoleText(): (hole: Hole) => string {
  const { t, i18n } = useLingui()
  return ({ code, data, reason }) => {
    if (i18n.locale === 'en' || !code) return reason
    const at = (name: string) => String(data?.[name] ?? '')
    const [key, part, phases, kind, rule, name, value, process, limit, asked, size] = ['key', 'part', 'phases', 'kind', 'rule', 'name', 'value', 'process', 'limit', 'asked', 'size'].map(at)
    const sentences: Record<string, string> = {
      'key.twice': t`The key ${key} stands in ${part} a second time.`,
      'pack.no_phases': t`A pack needs at least one phase.`,
      'pack.no_sizes': t`A pack says what the sizes S, M and L are.`,
      'phases.loop': t`The phases follow each other in a circle: ${phases}.`,
      'gate.no_gatekeeper': t`The gate ${key} has no gatekeeper. Name the role that opens it.`,
      'gate.no_criteria': t`The gate ${key} has no must-criterion, so nobody can fail it.`,
      'artefact.no_kind': t`The artefact ${key} is a register and needs the kind of it.`,
      'artefact.kind_unknown': t`There is no kind of register ${kind}.`,
      'artefact.no_template': t`The artefact ${key} is a document and needs a template.`,
      'artefact.no_every': t`The artefact ${key} is a report and needs to say how often.`,
      'artefact.until_before': t`The artefact ${key} is asked until a phase that comes before it begins.`,
      'policy.rule_unknown': t`The policy ${key} names the rule ${rule}, which there is not.`,
      'policy.parameter_unknown': t`The rule ${rule} takes no ${name}.`,
      'policy.parameter_missing': t`The rule ${rule} needs ${name}.`,
      'policy.parameter_wrong': t`The rule ${rule} cannot work with ${value} as ${name}.`,
      'raci.one_a': t`For ${process} exactly one role answers (A).`,
      'raci.no_r': t`For ${process} nobody does the work (R).`,
      'course.right': t`The right answer of a question is none of its answers.`,
      'reference.unknown': t`${key} is not in this pack.`,
      'burden.over': t`A project of size ${size} is asked ${asked}, and the pack's own limit is ${limit}.`,
    }
    return sentences[code] ?? reason
  }
}
