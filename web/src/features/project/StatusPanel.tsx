/** Why this status: what its manager says, what the figures propose, and the reasons of each dimension. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { nodeQuery } from '~/client/queries'
import type { ProjectDetail } from '~/client/types'
import { StateForm } from '~/features/project/StateForm'
import { colourOf, StatusMark, useColourName } from '~/ui/StatusMark'
import { Reasons } from '~/ui/why/Reasons'
import classes from './Overview.module.css'

export function StatusPanel({ project }: { project: ProjectDetail }) {
  const node = useQuery(nodeQuery(project.id))
  const [stating, setStating] = useState(false)
  const may = node.data?.capabilities.includes('state') ?? false
  return (
    <section className={classes.panel} aria-labelledby="status-title">
      <header>
        <h2 id="status-title">
          <Trans>Why this status</Trans>
        </h2>
        {may && !stating && (
          <button type="button" className={classes.more} style={{ alignSelf: 'center' }} onClick={() => setStating(true)}>
            <Trans>State a status</Trans>
          </button>
        )}
      </header>
      {stating ? <StateForm project={project} done={() => setStating(false)} /> : <Stated project={project} />}
      <Reasons reasons={project.reasons} projectId={project.id} />
    </section>
  )
}

function Stated({ project }: { project: ProjectDetail }) {
  const { t } = useLingui()
  const colourName = useColourName()
  const [stated, proposed] = [colourOf(project.stated_status), colourOf(project.proposed_status)]
  return (
    <div className={classes.stated}>
      <StatusMark colour={proposed} label="" /> <span>{t`${colourName(proposed)} by the figures`}</span>
      <span className={classes.dim} aria-hidden="true">
        ·
      </span>
      <StatusMark colour={stated} label="" /> <span>{stated === 'grey' ? t`not stated by its manager` : t`${colourName(stated)} by its manager`}</span>
      {project.stated_reason && <q translate="no">{project.stated_reason}</q>}
    </div>
  )
}
