/** At the side: the rule that asks for something, why there is such a rule, how it is done, and a waiver where one may be asked for. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { Expectation, Expected } from '~/client/expectations'
import { textOf } from '~/engines/register/columns'
import { useFormat } from '~/lib/useFormat'
import { Inspector } from '~/ui/Inspector'
import { Markdown } from '~/ui/Markdown'
import classes from './Home.module.css'
import { DoButton } from './DoButton'
import { useTitle, useWhy } from './useWords'
import { WaiverForm } from './WaiverForm'

export function Rule({ one, expected, onClose }: { one: Expectation; expected: Expected; onClose: () => void }) {
  const { i18n } = useLingui()
  const title = useTitle()(one)
  const why = useWhy()(one)
  const said = textOf(one.why.said, i18n.locale)
  const because = textOf(one.why.because, i18n.locale)
  const procedure = expected.procedures[one.procedure]
  return (
    <Inspector title={<span translate="no">{title}</span>} onClose={onClose}>
      {why !== title && <p>{why}</p>}
      {said && said !== why && (
        <Part title={<Trans>What the method says</Trans>}>
          <p translate="no">{said}</p>
        </Part>
      )}
      {because && (
        <Part title={<Trans>Why it is so</Trans>}>
          <p translate="no">{because}</p>
        </Part>
      )}
      <Facts one={one} today={expected.today} />
      <DoButton one={one} title={title} />
      {procedure && (
        <Part title={<span translate="no">{textOf(procedure.title, i18n.locale)}</span>}>
          <div translate="no">
            <Markdown text={textOf(procedure.text, i18n.locale) ?? ''} level={4} />
          </div>
        </Part>
      )}
      {one.waive && one.node_id !== null && <WaiverForm key={one.id} nodeId={one.node_id} rule={one.waive} />}
      {Boolean(one.data['waiver_asked']) && (
        <p>
          <Trans>A waiver was asked for, and waits for its decision.</Trans>
        </p>
      )}
      {one.node_id !== null && one.why.key && (
        <Link to="/handbook/$nodeId" params={{ nodeId: one.node_id }} hash={one.why.key}>
          <Trans>Read it in the handbook</Trans>
        </Link>
      )}
    </Inspector>
  )
}

function Part({ title, children }: { title: React.ReactNode; children: React.ReactNode }) {
  return (
    <section className={classes.part}>
      <h3>{title}</h3>
      {children}
    </section>
  )
}

function Facts({ one, today }: { one: Expectation; today: string }) {
  const format = useFormat()
  return (
    <dl className={classes.facts}>
      {one.path.length > 0 && (
        <>
          <dt>
            <Trans>Where</Trans>
          </dt>
          <dd translate="no">{one.path.join(' › ')}</dd>
        </>
      )}
      {one.due && (
        <>
          <dt>
            <Trans>Due</Trans>
          </dt>
          <dd data-late={one.due < today || undefined}>
            <time dateTime={one.due}>{format.moment(one.due)}</time>
          </dd>
        </>
      )}
    </dl>
  )
}
