/** Which fields the form of an item has, and what can be chosen in them. */
import { useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { rulesQuery, type Draft, type PackPage, type Part } from '~/client/methods'
import { kindsQuery } from '~/client/registers'
import { useTold } from '~/ui/told'
import type { Item } from './ItemForm'
import { useMethodWords } from './words'

export interface FieldOf {
  name: string
  label: string
  type: 'told' | 'long' | 'choice' | 'choices' | 'number' | 'criteria' | 'with'
  options?: readonly { value: string; label: string }[]
  /** Of a rule: what it takes. */
  takes?: readonly { name: string; type: string; among: readonly string[] }[]
  /** Of a long text that is named: what it says. */
  written?: Record<string, string>
}

const SIZES = ['S', 'M', 'L'].map((size) => ({ value: size, label: size }))

export function useFields(part: Part, values: Item, draft: Draft, pack: PackPage): readonly FieldOf[] {
  const { t } = useLingui()
  const read = useTold()
  const words = useMethodWords()
  const rules = useQuery(rulesQuery)
  const kinds = useQuery(kindsQuery)
  const named = (of: string) => ((draft.items[of] ?? []) as Item[]).map((one) => ({ value: String(one.key), label: read(toldOf(one.title ?? one.say)) || String(one.key) }))
  const things = [...named('artefacts'), ...named('gates'), ...named('policies')]
  const title: FieldOf = { name: 'title', label: t`Name`, type: 'told' }
  const choose = (name: string, label: string, keys: readonly string[], say: (key: string) => string): FieldOf => ({ name, label, type: 'choice', options: keys.map((key) => ({ value: key, label: say(key) })) })
  const number = (name: string, label: string): FieldOf => ({ name, label, type: 'number' })
  const form = String(values.as ?? '')
  const rule = rules.data?.find((one) => one.key === values.rule)
  const ofForm: FieldOf[] = []
  if (form === 'register') ofForm.push({ name: 'kind', label: t`Kind of register`, type: 'choice', options: (kinds.data ?? []).map((kind) => ({ value: kind.kind, label: read(kind.titles) })) })
  if (form === 'document') ofForm.push({ name: 'template', label: t`Template`, type: 'long', written: pack.says.artefacts.find((one) => one.key === values.key)?.template })
  if (form === 'report') ofForm.push(choose('every', t`How often`, ['week', 'fortnight', 'month', 'quarter'], words.every))
  const sizes: FieldOf = { name: 'sizes', label: t`Sizes; none is all`, type: 'choices', options: SIZES }
  switch (part) {
    case 'artefacts':
      return [title, { name: 'why', label: t`Why`, type: 'told' }, choose('as', t`What it is`, ['register', 'document', 'plan', 'report'], words.form), ...ofForm, { name: 'phase', label: t`From the phase on`, type: 'choice', options: named('phases') }, { name: 'until', label: t`Until the phase`, type: 'choice', options: named('phases') }, { name: 'owner', label: t`By`, type: 'choice', options: named('roles') }, sizes, number('make', t`Minutes once`), number('week', t`Minutes a week`), number('fields', t`Fields to keep`), number('stale_after', t`Stale after days`)]
    case 'policies':
      return [{ name: 'say', label: t`The sentence`, type: 'told' }, { name: 'why', label: t`Why`, type: 'told' }, choose('severity', t`How strict`, ['advice', 'warning', 'error'], words.severity), { name: 'rule', label: t`Checked by the rule`, type: 'choice', options: (rules.data ?? []).map((one) => ({ value: one.key, label: one.key })) }, ...(rule && rule.takes.length > 0 ? [{ name: 'with', label: t`With`, type: 'with' as const, takes: rule.takes }] : []), sizes, { name: 'procedure', label: t`How it is done`, type: 'choice', options: named('procedures') }, number('minutes', t`Minutes a week`)]
    case 'procedures':
      return [title, { name: 'text', label: t`Text`, type: 'long', written: pack.says.procedures.find((one) => one.key === values.key)?.text }, { name: 'at', label: t`Shown beside`, type: 'choices', options: things }]
    default:
      return [title, { name: 'about', label: t`What it decides`, type: 'told' }, { name: 'from', label: t`From the phase`, type: 'choice', options: named('phases') }, { name: 'to', label: t`To the phase`, type: 'choice', options: named('phases') }, { name: 'gatekeeper', label: t`Opened by`, type: 'choice', options: named('roles') }, { name: 'must', label: t`Must be true`, type: 'criteria' }, { name: 'should', label: t`Should be true`, type: 'criteria' }]
  }
}

/** A text as it is written: plain, or by language. */
export const toldOf = (said: unknown): Record<string, string> => (typeof said === 'string' ? { en: said } : ((said ?? {}) as Record<string, string>))
