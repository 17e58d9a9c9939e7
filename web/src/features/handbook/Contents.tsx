/** The chapters: phases and gates, artefacts, policies with their reasons, procedures, roles, who does what, questions. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Fragment, type ReactNode } from 'react'
import type { Handbook, Says } from '~/client/practice'
import { Markdown } from '~/ui/Markdown'
import { EmptyState } from '~/ui/States'
import { inLanguage } from './chapters'
import classes from './Handbook.module.css'
import { Raci } from './Raci'
import type { Names } from './useNames'

export function Contents({ says, faq, names }: { says: Says; faq: Handbook['faq']; names: Names }) {
  const { t, i18n } = useLingui()
  const told = (text: Record<string, string> | undefined) => inLanguage(text, i18n.locale)
  const chapters: readonly (readonly [string, string, ReactNode[]])[] = [
    ['phases', t`Phases`, says.phases.map((one) => <Entry key={one.key} id={one.key} title={told(one.title)}><p>{told(one.about)}</p></Entry>)],
    ['gates', t`Gates`, says.gates.map((one) => <GateEntry key={one.key} gate={one} names={names} />)],
    ['artefacts', t`Artefacts`, says.artefacts.map((one) => <ArtefactEntry key={one.key} artefact={one} names={names} />)],
    ['policies', t`Policies`, says.policies.map((one) => <PolicyEntry key={one.key} policy={one} names={names} />)],
    ['procedures', t`Procedures`, says.procedures.map((one) => <Entry key={one.key} id={one.key} title={told(one.title)}><Markdown text={told(one.text)} level={4} /></Entry>)],
    ['roles', t`Roles`, says.roles.map((one) => <Entry key={one.key} id={one.key} title={told(one.title)}><ul>{one.does.map((each, at) => <li key={at}>{told(each)}</li>)}</ul></Entry>)],
    ['raci', t`Who does what`, says.raci.length > 0 ? [<Raci key="raci" raci={says.raci} names={names} />] : []],
    ['faq', t`Questions and answers`, faq.map((one) => <Entry key={one.question_id} id={`q${one.question_id}`} title={one.question}><Markdown text={one.answer} level={4} /></Entry>)],
  ] // prettier-ignore
  const filled = chapters.filter(([, , entries]) => entries.length > 0)
  if (filled.length === 0)
    return (
      <EmptyState title={<Trans>Nothing in the handbook has these words</Trans>}>
        <Trans>Look with fewer words, or ask the office.</Trans>
      </EmptyState>
    )
  return (
    <>
      <nav className={classes.contents} aria-label={t`Contents`}>
        {filled.map(([key, title, entries]) => (
          <a key={key} href={`#${key}`}>
            {title} <span className={classes.dim}>{entries.length}</span>
          </a>
        ))}
      </nav>
      {filled.map(([key, title, entries]) => (
        <section key={key} id={key} className={classes.chapter}>
          <h2>{title}</h2>
          {entries.map((entry, at) => (
            <Fragment key={at}>{entry}</Fragment>
          ))}
        </section>
      ))}
    </>
  )
}

function Entry({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <article id={id} className={classes.entry} translate="no" dir="auto">
      <h3>{title}</h3>
      {children}
    </article>
  )
}

function GateEntry({ gate, names }: { gate: Says['gates'][number]; names: Names }) {
  const { i18n } = useLingui()
  const told = (text: Record<string, string>) => inLanguage(text, i18n.locale)
  return (
    <Entry id={gate.key} title={told(gate.title)}>
      <p>{told(gate.about)}</p>
      <p className={classes.dim}>
        <Trans>
          From {names.phase(gate.leaves)} to {names.phase(gate.enters)}; opened by {names.role(gate.gatekeeper)}.
        </Trans>
      </p>
      <ul>
        {gate.must.map((one) => (
          <li key={one.key}>{told(one.say)}</li>
        ))}
        {gate.should.map((one) => (
          <li key={one.key}>
            {told(one.say)}{' '}
            <span className={classes.dim}>
              <Trans>should be so, weight {one.weight}</Trans>
            </span>
          </li>
        ))}
      </ul>
    </Entry>
  )
}

function ArtefactEntry({ artefact, names }: { artefact: Says['artefacts'][number]; names: Names }) {
  const { i18n } = useLingui()
  const template = inLanguage(artefact.template, i18n.locale)
  return (
    <Entry id={artefact.key} title={inLanguage(artefact.title, i18n.locale)}>
      <p>{inLanguage(artefact.why, i18n.locale)}</p>
      <p className={classes.dim}>
        <Trans>
          By {names.role(artefact.owner)}, from {names.phase(artefact.phase)} on
        </Trans>
        {artefact.sizes.length > 0 && <> · {artefact.sizes.join(', ')}</>}
      </p>
      {template && (
        <details className={classes.template}>
          <summary>
            <Trans>Template</Trans>
          </summary>
          <Markdown text={template} level={4} />
        </details>
      )}
    </Entry>
  )
}

function PolicyEntry({ policy, names }: { policy: Says['policies'][number]; names: Names }) {
  const { t, i18n } = useLingui()
  const severities: Record<string, string> = { error: t`has to be so`, warning: t`should be so`, advice: t`advice` }
  return (
    <Entry id={policy.key} title={inLanguage(policy.say, i18n.locale)}>
      <p>{inLanguage(policy.why, i18n.locale)}</p>
      <p className={classes.dim}>
        {severities[policy.severity] ?? policy.severity}
        {policy.procedure && (
          <>
            {' · '}
            <a href={`#${policy.procedure}`}>{names.procedure(policy.procedure)}</a>
          </>
        )}
      </p>
    </Entry>
  )
}
