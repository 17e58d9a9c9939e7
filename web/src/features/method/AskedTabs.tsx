/** What a pack asks for and why, the sentences that hold, and how things are done. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { Artefact, Policy, Says } from '~/client/methods'
import { Markdown } from '~/ui/Markdown'
import { useTold } from '~/ui/told'
import classes from './Method.module.css'
import { usePhaseName, useRoleName, useThingName } from './names'
import { useMethodWords } from './words'

export function ArtefactsTab({ says }: { says: Says }) {
  const { t } = useLingui()
  return (
    <ul className={classes.list} aria-label={t`Artefacts`}>
      {says.artefacts.map((artefact) => (
        <ArtefactLine key={artefact.key} artefact={artefact} says={says} />
      ))}
    </ul>
  )
}

function ArtefactLine({ artefact, says }: { artefact: Artefact; says: Says }) {
  const told = useTold()
  const words = useMethodWords()
  const phase = usePhaseName(says)
  const role = useRoleName(says)
  const { make, week, fields } = artefact
  const template = told(artefact.template)
  return (
    <li className={classes.item}>
      <div className={classes.main}>
        <strong>{told(artefact.title)}</strong> <span className={classes.chip}>{words.form(artefact.form)}</span>{' '}
        {artefact.sizes.length > 0 && artefact.sizes.length < 3 && <span className={classes.chip}>{artefact.sizes.join(', ')}</span>}
        <p className={classes.about}>{told(artefact.why)}</p>
        {template && (
          <details style={{ marginTop: 8 }}>
            <summary>
              <Trans>The template</Trans>
            </summary>
            <div className={classes.text}>
              <Markdown text={template} />
            </div>
          </details>
        )}
      </div>
      <div className={classes.side}>
        <p>
          {artefact.until ? (
            <Trans>
              From {phase(artefact.phase)} to {phase(artefact.until)}, by {role(artefact.owner)}
            </Trans>
          ) : (
            <Trans>
              From {phase(artefact.phase)} on, by {role(artefact.owner)}
            </Trans>
          )}
        </p>
        {artefact.every && <p>{words.every(artefact.every)}</p>}
        <p>
          <Trans>
            {make} minutes once, {week} a week, {fields} fields
          </Trans>
        </p>
      </div>
    </li>
  )
}

export function PoliciesTab({ says }: { says: Says }) {
  const { t } = useLingui()
  return (
    <ul className={classes.list} aria-label={t`Policies`}>
      {says.policies.map((policy) => (
        <PolicyLine key={policy.key} policy={policy} says={says} />
      ))}
    </ul>
  )
}

const TONES: Record<string, string> = { error: 'red', warning: 'amber' }

function PolicyLine({ policy, says }: { policy: Policy; says: Says }) {
  const told = useTold()
  const words = useMethodWords()
  const procedure = says.procedures.find((one) => one.key === policy.procedure)
  const takes = Object.entries(policy.takes).map(([name, value]) => `${name}: ${Array.isArray(value) ? value.join(', ') : String(value)}`)
  return (
    <li className={classes.item}>
      <div className={classes.main}>
        <strong>{told(policy.say)}</strong>{' '}
        <span className={classes.chip} data-tone={TONES[policy.severity]}>
          {words.severity(policy.severity)}
        </span>
        <p className={classes.about}>{told(policy.why)}</p>
      </div>
      <div className={classes.side}>
        <p>
          <Trans>
            Checked by the rule <code>{policy.rule}</code>
          </Trans>{' '}
          {takes.join(' · ')}
        </p>
        {policy.stages.length > 0 && <p>{policy.stages.map(words.stage).join(', ')}</p>}
        {policy.sizes.length > 0 && policy.sizes.length < 3 && <p>{policy.sizes.join(', ')}</p>}
        {procedure && (
          <p>
            <Trans>How: {told(procedure.title)}</Trans>
          </p>
        )}
      </div>
    </li>
  )
}

export function ProceduresTab({ says }: { says: Says }) {
  const told = useTold()
  const thing = useThingName(says)
  return (
    <>
      {says.procedures.map((procedure) => (
        <section key={procedure.key} className={classes.section}>
          <h2>{told(procedure.title)}</h2>
          <div className={classes.text}>
            <Markdown text={told(procedure.text)} />
          </div>
          <p className={classes.dim}>
            <Trans>Shown beside: {procedure.at.map(thing).join(' · ')}</Trans>
          </p>
        </section>
      ))}
    </>
  )
}
