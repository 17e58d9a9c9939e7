/** What types and kinds of places are called. */
import { useLingui } from '@lingui/react/macro'

export function useTypeName(): (type: string) => string {
  const { t } = useLingui()
  const names: Record<string, string> = {
    text: t`text`,
    number: t`number`,
    money: t`money`,
    percent: t`percent`,
    date: t`date`,
    datetime: t`date and time`,
    duration: t`duration`,
    check: t`yes or no`,
    choice: t`choice`,
    choices: t`several choices`,
    symbol: t`symbol`,
    person: t`person`,
    people: t`people`,
    url: t`web address`,
    link: t`link to a row`,
  }
  return (type) => names[type] ?? type
}

export function usePlaceName(): (kind: string) => string {
  const { t } = useLingui()
  const names: Record<string, string> = { unit: t`unit it lies in`, portfolio: t`portfolio it lies in`, programme: t`programme it lies in` }
  return (kind) => names[kind] ?? kind
}
