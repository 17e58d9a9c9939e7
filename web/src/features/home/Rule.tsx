/** At the side: the rule that asks for something, why there is such a rule, and how it is done. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { Expectation } from '~/client/expectations'
import { textOf } from '~/engines/register/columns'
import { useFormat } from '~/lib/useFormat'
import { Inspector } from '~/ui/Inspector'
import classes from './Home.module.css'
import { DoButton } from './Items'
import { useTitle, useWhy } from './useWords'

export function Rule({ one, today, onClose }: { one: Expectation; today: string; onClose: () => void }) {
  const { i18n } = useLingui()
  const format = useFormat()
  const title = useTitle()(one)
  const why = useWhy()(one)
  const said = textOf(one.why.said, i18n.locale)
  const because = textOf(one.why.because, i18n.locale)
  const late = one.due !== null && one.due < today
  return (
    <Inspector title={<span translate="no">{title}</span>} onClose={onClose}>
      <p>{why}</p>
      {said && said !== why && (
        <section className={classes.part}>
          <h3>
            <Trans>What the method says</Trans>
          </h3>
          <p>{said}</p>
        </section>
      )}
      {because && (
        <section className={classes.part}>
          <h3>
            <Trans>Why it is so</Trans>
          </h3>
          <p>{because}</p>
        </section>
      )}
      <dl className={classes.facts}>
        <dt>
          <Trans>Where</Trans>
        </dt>
        <dd translate="no">{one.path.join(' › ')}</dd>
        {one.due && (
          <>
            <dt>
              <Trans>Due</Trans>
            </dt>
            <dd data-late={late || undefined}>{format.moment(one.due)}</dd>
          </>
        )}
      </dl>
      <DoButton one={one} title={title} />
    </Inspector>
  )
}
