/** What a project has to have: now, later, and what is not asked of it, each with its state and the way to it. */
import { Button } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { AskedArtefact, Holds } from '~/client/methods'
import { useWhen } from '~/lib/useWhen'
import { useTold } from '~/ui/told'
import classes from './Method.module.css'
import { useMethodWords } from './words'

interface ProjectArtefactsProps {
  projectId: number
  holds: Holds
  open: (document: string) => void
}

export function ProjectArtefacts({ projectId, holds, open }: ProjectArtefactsProps) {
  const { t } = useLingui()
  const groups = [
    { asked: 'now', title: t`Asked now` },
    { asked: 'later', title: t`Asked in another phase` },
    { asked: 'no', title: t`Not asked of this project` },
  ]
  return groups.map(({ asked, title }) => {
    const items = holds.artefacts.filter((one) => one.asked === asked)
    if (items.length === 0) return null
    return (
      <section key={asked} className={classes.section}>
        <h2>{title}</h2>
        <ul className={classes.list} style={{ padding: 0 }} aria-label={title}>
          {items.map((one) => (
            <Line key={one.key} artefact={one} projectId={projectId} holds={holds} open={open} />
          ))}
        </ul>
      </section>
    )
  })
}

const TONES: Record<string, string> = { there: 'green', final: 'green', draft: 'amber' }

function Line({ artefact, projectId, holds, open }: { artefact: AskedArtefact } & ProjectArtefactsProps) {
  const { t } = useLingui()
  const told = useTold()
  const words = useMethodWords()
  const when = useWhen()
  const name = told(artefact.title)
  const report = artefact.form === 'report'
  const phase = told(holds.phases.find((one) => one.key === artefact.phase)?.title)
  const tailored = holds.tailoring.find((one) => one.key === artefact.key)
  return (
    <li className={classes.item}>
      <div className={classes.main}>
        <strong>{name}</strong> <span className={classes.chip}>{words.form(artefact.form)}</span>
        <p className={classes.about}>{told(artefact.why)}</p>
        {tailored && (
          <p className={classes.dim}>
            <Trans>
              Because: <span translate="no">{tailored.reason}</span>
            </Trans>
          </p>
        )}
        {artefact.asked === 'no' && !tailored && artefact.sizes.length > 0 && !artefact.sizes.includes(holds.size) && (
          <p className={classes.dim}>
            <Trans>Asked only of the sizes {artefact.sizes.join(', ')}</Trans>
          </p>
        )}
      </div>
      <div className={classes.side}>
        <p>{report ? words.every(artefact.every) : phase}</p>
        {artefact.at && <p>{when.day(artefact.at)}</p>}
      </div>
      {!report && (
        <span className={classes.chip} data-tone={TONES[artefact.state] ?? (artefact.asked === 'now' ? 'red' : undefined)}>
          {words.state(artefact.state)}
        </span>
      )}
      {artefact.form === 'document' && (
        <Button size="compact-sm" variant="default" onClick={() => open(artefact.key)} aria-label={t`Open ${name}`}>
          <Trans>Open</Trans>
        </Button>
      )}
      {artefact.form === 'register' && artefact.sheet_id && (
        <Link to="/sheet/$sheetId" params={{ sheetId: artefact.sheet_id }} aria-label={t`Open ${name}`}>
          <Trans>Open</Trans>
        </Link>
      )}
      {artefact.form === 'plan' && artefact.sheet_id && (
        <Link to="/projects/$projectId/plan" params={{ projectId }} aria-label={t`Open ${name}`}>
          <Trans>Open</Trans>
        </Link>
      )}
    </li>
  )
}
