/** Who answers for a project: its manager, and by the type of the office its partner with their check-ins, or whom the office assigned. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { answerableQuery, type Answerable } from '~/client/offices'
import { Bone } from '~/ui/States'
import { Assign } from './Assign'
import { CheckIns } from './CheckIns'
import { NamePartner } from './NamePartner'
import classes from './office.module.css'
import { ResponsibleOffice } from './Responsible'

export function AnswerablePanel({ projectId, className }: { projectId: number; className?: string }) {
  const found = useQuery(answerableQuery(projectId))
  if (found.isError) return null
  return (
    <section className={className} aria-labelledby="answerable-title">
      <header>
        <h2 id="answerable-title">
          <Trans>Who answers for it</Trans>
        </h2>
      </header>
      {found.data ? <Contents projectId={projectId} found={found.data} /> : <Bone width="60%" height={20} />}
    </section>
  )
}

function Contents({ projectId, found }: { projectId: number; found: Answerable }) {
  const { t } = useLingui()
  const type = found.office?.type
  return (
    <>
      <dl className={classes.pair}>
        <dt>
          <Trans>Manager</Trans>
        </dt>
        <dd translate="no">{found.manager?.name ?? t`Nobody yet`}</dd>
        {type === 'controlling' && (
          <>
            <dt>
              <Trans>Partner of the office</Trans>
            </dt>
            <dd>{found.partner ? <Person name={found.partner.name} active={found.partner.active} /> : <Trans>Nobody yet</Trans>}</dd>
          </>
        )}
      </dl>
      {type === 'controlling' && found.partner && (
        <p className={classes.dim}>
          <Trans>Both answer for its status.</Trans>
        </p>
      )}
      {type === 'directive' && (
        <p className={classes.dim}>{found.assigned ? <Trans>Assigned by the office, which owns the plan: only the manager and the people of the office change it.</Trans> : <Trans>The office owns the plan and has not assigned a manager of its bench yet.</Trans>}</p>
      )}
      <ResponsibleOffice nodeId={projectId} />
      {type === 'controlling' && found.may_name && <NamePartner projectId={projectId} found={found} />}
      {type === 'controlling' && <CheckIns projectId={projectId} found={found} />}
      {type === 'directive' && <Assign projectId={projectId} found={found} />}
    </>
  )
}

function Person({ name, active }: { name: string; active: boolean }) {
  return (
    <>
      <span translate="no">{name}</span>{' '}
      {!active && (
        <span className={classes.chip} data-tone="red">
          <Trans>has left</Trans>
        </span>
      )}
    </>
  )
}
