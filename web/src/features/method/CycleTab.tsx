/** The life cycle as a picture, and each gate with what must be true and what should be. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { Gate, PackPage, Says } from '~/client/methods'
import { LifeCycle } from '~/ui/method/LifeCycle'
import { useTold } from '~/ui/told'
import classes from './Method.module.css'
import { useRoleName } from './names'

export function CycleTab({ pack }: { pack: PackPage }) {
  const { t } = useLingui()
  const told = useTold()
  const { says } = pack
  const roleName = useRoleName(says)
  return (
    <>
      <LifeCycle phases={says.phases} gates={says.gates} roleName={roleName} rounds={says.life_cycle === 'agile'} />
      <section className={classes.section}>
        <h2>{told(says.vocabulary.gate) || t`Gates`}</h2>
        <ul className={classes.list} style={{ padding: 0 }} aria-label={t`Gates`}>
          {says.gates.map((gate) => (
            <GateLine key={gate.key} gate={gate} says={says} />
          ))}
        </ul>
      </section>
      <section className={classes.section}>
        <h2>
          <Trans>Sizes</Trans>
        </h2>
        <dl className={classes.facts}>
          {says.sizes.map((size) => (
            <div key={size.key} style={{ display: 'contents' }}>
              <dt>{size.key}</dt>
              <dd>{told(size.about)}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  )
}

function GateLine({ gate, says }: { gate: Gate; says: Says }) {
  const told = useTold()
  const roleName = useRoleName(says)
  const phase = (key: string) => told(says.phases.find((one) => one.key === key)?.title)
  return (
    <li className={classes.gateline}>
      <div className={classes.main}>
        <strong>{told(gate.title)}</strong>
        <p className={classes.about}>{told(gate.about)}</p>
      </div>
      <div className={classes.side}>
        <p>
          <Trans>
            From {phase(gate.leaves)} to {phase(gate.enters)}
          </Trans>
        </p>
        <p>
          <Trans>Opened by {roleName(gate.gatekeeper)}</Trans>
        </p>
      </div>
      <div className={classes.main}>
        <h3>
          <Trans>Must be true</Trans>
        </h3>
        <ul>
          {gate.must.map((one) => (
            <li key={one.key}>{told(one.say)}</li>
          ))}
        </ul>
      </div>
      <div className={classes.main}>
        <h3>
          <Trans>Should be true, with its weight</Trans>
        </h3>
        <ul>
          {gate.should.map((one) => (
            <li key={one.key}>
              {told(one.say)} <span className={classes.chip}>{one.weight}</span>
            </li>
          ))}
        </ul>
      </div>
    </li>
  )
}
