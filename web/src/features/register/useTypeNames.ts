/** What may stand in a column, in the reader's words. */
import { useLingui } from '@lingui/react/macro'
import type { ColumnType } from '~/engines/register/columns'

export function useTypeNames(): { value: ColumnType; label: string }[] {
  const { t } = useLingui()
  const names: Record<ColumnType, string> = {
    text: t`Text`, number: t`Number`, money: t`Money`, percent: t`Percent`, date: t`Date`, datetime: t`Date and time`, duration: t`Duration`, person: t`Person`, people: t`People`,
    choice: t`Choice`, choices: t`Several choices`, check: t`Box to tick`, symbol: t`Symbol`, link: t`Link to rows of a register`, file: t`Files`, url: t`Web address`, auto: t`Automatic number`,
    created_by: t`Who made the row`, created_at: t`When the row was made`, changed_by: t`Who last changed the row`, changed_at: t`When the row was last changed`,
  } // prettier-ignore
  return Object.entries(names).map(([value, label]) => ({ value: value as ColumnType, label }))
}
