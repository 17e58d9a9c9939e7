/** The method of a project: where it stands, what is asked of it and why, what is there, what is not asked, and its documents. */
import { Button } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { beginByMethod, METHOD_TOUCHED, projectMethodQuery, type Holds, type ProjectMethod } from '~/client/methods'
import { LifeCycle } from '~/ui/method/LifeCycle'
import { Bone, EmptyState, ErrorState } from '~/ui/States'
import { useTold } from '~/ui/told'
import { useOfficeWords } from '~/ui/useOfficeWords'
import { useAct } from '~/ui/useAct'
import { BurdenMeter } from './BurdenTab'
import { DocumentPanel } from './DocumentPanel'
import classes from './Method.module.css'
import { ProjectArtefacts } from './ProjectArtefacts'
import { TailorPanel } from './TailorPanel'
import { useMethodWords } from './words'

interface ProjectMethodPageProps {
  projectId: number
  document: string | undefined
  open: (document: string | undefined) => void
  /** The findings of the linter, which are another feature's. */
  findings?: ReactNode
}

export function ProjectMethodPage({ projectId, document, open, findings }: ProjectMethodPageProps) {
  const found = useQuery(projectMethodQuery(projectId))
  const [tailoring, setTailoring] = useState(false)
  if (found.isError) return <ErrorState error={found.error} retry={() => void found.refetch()} />
  if (!found.data)
    return (
      <div className={classes.body}>
        <Bone width="50%" height={20} />
      </div>
    )
  const { holds } = found.data
  if (!holds)
    return (
      <EmptyState title={<Trans>No method holds here</Trans>} action={<Link to="/method">
            <Trans>Look at the methods</Trans>
          </Link>}>
        <Trans>Once one is taken up at this project or above it, you see here what is expected of the project and why, and what of it is there.</Trans>
      </EmptyState>
    )
  return (
    <div className={classes.body}>
      <Standing projectId={projectId} method={found.data} holds={holds} tailor={() => setTailoring(true)} />
      {findings}
      <ProjectArtefacts projectId={projectId} holds={holds} open={open} />
      <Gates projectId={projectId} holds={holds} />
      <Policies holds={holds} />
      {found.data.may_tailor && <TailorPanel key={String(tailoring)} projectId={projectId} holds={holds} opened={tailoring} onClose={() => setTailoring(false)} />}
      {document && <DocumentPanel key={document} projectId={projectId} artefact={document} onClose={() => open(undefined)} />}
    </div>
  )
}

function Standing({ projectId, method, holds, tailor }: { projectId: number; method: ProjectMethod; holds: Holds; tailor: () => void }) {
  const { t } = useLingui()
  const told = useTold()
  const words = useMethodWords()
  const { act, busy } = useAct()
  const missing = holds.artefacts.filter((one) => one.asked === 'now' && one.state === 'absent').length
  const size = holds.sizes.find((one) => one.key === holds.size)
  const dropped = holds.tailoring.filter((one) => one.do === 'drop').length
  const added = holds.tailoring.length - dropped
  return (
    <section className={classes.section}>
      <p style={{ margin: 0 }}>
        <Link to="/method/$packKey" params={{ packKey: holds.key }} search={{ version: holds.number }} style={{ textDecoration: 'underline' }}>
          {told(holds.title)}
        </Link>
        {', '}
        <Trans>
          version {holds.number}, taken up at <span translate="no">{holds.node.name}</span>. Size {holds.size}.
        </Trans>{' '}
        {!holds.size_said && <SizeReason holds={holds} />} {holds.kept && <Trans>The project stays at this version.</Trans>}
      </p>
      {size && <p className={classes.about}>{told(size.about)}</p>}
      <LifeCycle phases={holds.phases} gates={[]} now={holds.stage} />
      {!holds.stage && (
        <p className={classes.note}>
          <Trans>The profile names no phase, so only what the first one asks for is shown as asked now.</Trans>
        </p>
      )}
      {holds.stage && !holds.phases.some((phase) => phase.stage === holds.stage) && <p className={classes.note}>{t`The profile says ${words.stage(holds.stage)}: nothing is asked in this phase.`}</p>}
      <div className={classes.buttons}>
        {method.may_tailor && (
          <Button variant="default" onClick={tailor}>
            <Trans>Fit it to this project</Trans>
          </Button>
        )}
        {method.may_make && missing > 0 && (
          <Button loading={busy} onClick={() => void act(() => beginByMethod(projectId), [...METHOD_TOUCHED, ['registers']], t`What was missing at the beginning is there.`)}>
            <Trans>Make what the method begins with</Trans>
          </Button>
        )}
        {dropped + added > 0 && (
          <span className={classes.dim}>
            <Trans>
              {dropped} left out, {added} added
            </Trans>
          </span>
        )}
      </div>
      <div className={classes.meters} style={{ maxWidth: 340 }}>
        <BurdenMeter title={t`What it asks of you`} burden={holds.burden} limit={holds.limit} />
      </div>
    </section>
  )
}

function SizeReason({ holds }: { holds: Holds }) {
  const { reason } = holds.proposal
  if (reason === 'size.no_budget') return <Trans>Nobody said how large the project is and the profile has no budget, so it counts as large.</Trans>
  return <Trans>Nobody said the size; it follows from the budget in the profile.</Trans>
}

/** The gates still ahead, under the word that the office has for them. */
function Gates({ projectId, holds }: { projectId: number; holds: Holds }) {
  const { t } = useLingui()
  const told = useTold()
  const word = useOfficeWords(projectId)
  const ahead = holds.gates.filter((gate) => gate.asked === 'now')
  if (ahead.length === 0) return null
  const heading = word('gate', t`Gate`)
  return (
    <section className={classes.section}>
      <h2>{heading}</h2>
      <ul className={classes.list} style={{ padding: 0 }} aria-label={heading}>
        {ahead.map((gate) => (
          <li key={gate.key} className={classes.item}>
            <strong>{told(gate.title)}</strong>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Policies({ holds }: { holds: Holds }) {
  const { t } = useLingui()
  const told = useTold()
  const words = useMethodWords()
  const shown = holds.policies.filter((one) => one.asked === 'now')
  return (
    <section className={classes.section}>
      <h2>
        <Trans>What holds now</Trans>
      </h2>
      <ul className={classes.list} style={{ padding: 0 }} aria-label={t`What holds now`}>
        {shown.map((one) => (
          <li key={one.key} className={classes.item}>
            <div className={classes.main}>
              <strong>{told(one.say)}</strong>
              <p className={classes.about}>{told(one.why)}</p>
            </div>
            <span className={classes.chip} data-tone={one.severity === 'error' ? 'red' : one.severity === 'warning' ? 'amber' : undefined}>
              {words.severity(one.severity)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
