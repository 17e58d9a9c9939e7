/** The project's figures in one line; each opens what it was computed from. */
import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { Index, ProjectDetail } from '~/client/types'
import type { Figure } from '~/features/project/search'
import { useFigure } from '~/features/project/useProject'
import { useFormat } from '~/lib/useFormat'
import classes from './ProjectLayout.module.css'

export function ProjectFigures({ project }: { project: ProjectDetail }) {
  const { t } = useLingui()
  const format = useFormat()
  const none = <span className={classes.none}>{t`n/a`}</span>
  const index = (value: Index) => (value.value === null ? none : format.number(value.value, 2))
  const next = project.next_milestone
  const done = project.percent_complete === null ? none : format.percent(project.percent_complete)
  const planned = project.planned_percent === null ? '' : format.percent(project.planned_percent)
  return (
    <div className={classes.figures}>
      <FigureButton figure="finish" label={t`Finish`}>
        {project.finish ? <time title={format.moment(project.finish)}>{format.date(project.finish)}</time> : none}
      </FigureButton>
      <FigureButton figure="slip" label={t`Slip`}>
        {project.slip_days === null ? none : format.slip(project.slip_days)}
      </FigureButton>
      {project.sheet_id === null ? (
        <>
          <FigureButton figure="milestone" label={t`Next milestone`}>
            {next ? <time title={next.name}>{format.date(next.finish)}</time> : none}
          </FigureButton>
          <FigureButton figure="growth" label={t`Cost growth`}>
            {project.money.growth === null ? none : project.money.growth_percent === null ? format.amount(project.money.growth, project.money.currency) : format.percent(project.money.growth_percent, 1)}
          </FigureButton>
        </>
      ) : (
        <>
          <FigureButton figure="spi_t" label="SPI(t)">
            {index(project.spi_t)}
          </FigureButton>
          <FigureButton figure="cpi" label="CPI">
            {index(project.cpi)}
          </FigureButton>
          <FigureButton figure="complete" label={t`Complete`}>
            {done} {planned && <small>{t`${planned} planned`}</small>}
          </FigureButton>
        </>
      )}
      <span className={classes.owner}>
        <small>{t`Manager`}</small>
        <strong translate={project.manager ? 'no' : undefined}>{project.manager?.name ?? t`nobody yet`}</strong>
      </span>
    </div>
  )
}

function FigureButton({ figure, label, children }: { figure: Figure; label: string; children: ReactNode }) {
  const [open, show] = useFigure()
  return (
    <button type="button" className={classes.figure} aria-pressed={open === figure} onClick={() => show(open === figure ? undefined : figure)}>
      <small>{label}</small>
      <strong>{children}</strong>
    </button>
  )
}
