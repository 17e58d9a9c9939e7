/** What the operators of filters are called, and a condition in a few words. */
import { useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import { shownText, type CellWords } from '~/engines/register/cells'
import type { Column } from '~/engines/register/columns'
import { needsOf, type Condition, type Operator } from '~/engines/register/conditions'

export function useOperatorWords(): (column: Column, operator: Operator) => string {
  const { t } = useLingui()
  return useMemo(() => {
    const words: Record<Operator, string> = {
      contains: t`contains`, begins: t`begins with`, is: t`is`, is_not: t`is not`, any_of: t`is one of`, none_of: t`is none of`, has: t`has`, has_not: t`has not`,
      '<': '<', '<=': '≤', '>': '>', '>=': '≥', between: t`is between`, before: t`is before`, after: t`is after`, within: t`is within`, today: t`is today`, me: t`is me`,
      empty: t`is empty`, not_empty: t`is not empty`,
    } // prettier-ignore
    return (column, operator) => (column.type === 'check' ? (operator === 'is' ? t`is ticked` : t`is not ticked`) : words[operator])
  }, [t])
}

export function useSpanWords(): readonly { readonly value: string; readonly label: string }[] {
  const { t } = useLingui()
  return useMemo(
    () => [
      { value: '+7d', label: t`the next 7 days` },
      { value: '+30d', label: t`the next 30 days` },
      { value: '+90d', label: t`the next 90 days` },
      { value: '-7d', label: t`the last 7 days` },
      { value: '-30d', label: t`the last 30 days` },
      { value: '-90d', label: t`the last 90 days` },
    ],
    [t],
  )
}

export function useConditionText(columns: readonly Column[], words: CellWords): (condition: Condition) => string {
  const operators = useOperatorWords()
  const spans = useSpanWords()
  const { t } = useLingui()
  return ([key, operator, value]) => {
    const column = columns.find((each) => each.key === key)
    if (!column) return key
    const needs = needsOf(column, operator)
    const one = (part: unknown) => {
      if (part === 'today') return t`today`
      if (part === 'me') return t`me`
      if (needs === 'span') return spans.find((span) => span.value === part)?.label ?? String(part)
      return needs === 'text' ? `“${String(part)}”` : shownText({ ...column, several: false }, part, words)
    }
    const text = needs === 'nothing' || value === undefined ? '' : Array.isArray(value) ? value.map(one).join(needs === 'two numbers' || needs === 'two dates' ? ' – ' : ', ') : one(value)
    return [column.title, operators(column, operator), text].filter(Boolean).join(' ')
  }
}
