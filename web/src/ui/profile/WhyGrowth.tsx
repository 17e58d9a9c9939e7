/** What the growth of a project's cost was computed from. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { Money } from '~/client/types'
import { useFormat } from '~/lib/useFormat'
import { Answer, Facts, Formula } from '~/ui/why/Facts'
import { useReasonText } from '~/ui/why/reasonText'

export function WhyGrowth({ money }: { money: Money }) {
  const { t } = useLingui()
  const format = useFormat()
  const reasonText = useReasonText()
  const amount = (value: number | null) => (value === null ? t`n/a` : format.amount(value, money.currency))
  const percent = money.growth_percent === null ? '' : ` (${format.percent(money.growth_percent, 1)})`
  return (
    <>
      <Answer>{money.growth === null ? t`n/a` : `${amount(money.growth)}${percent}`}</Answer>
      {money.reason && <Formula>{reasonText({ ...money.reason, data: {} })}</Formula>}
      <Facts rows={[[t`Budget at start`, amount(money.baseline)], [t`Budget`, amount(money.budget)], [t`Cost forecast`, amount(money.forecast)]]} />
      <Formula>
        <Trans>The cost forecast, or the budget where there is none, less the budget at start; in percent of the budget at start. All of them stand in the profile of the project.</Trans>
      </Formula>
    </>
  )
}
