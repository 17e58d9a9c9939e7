/** Where the plan goes (a project of its own, or one without a plan), up to when its progress counts, and whether it is the baseline. */
import { Button, Checkbox, TextInput } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import type { ImportWish } from '~/client/imports'
import { nodeQuery, projectQuery, queryClient } from '~/client/queries'
import type { ImportReport } from '~/client/types'
import { PlacePicker } from '~/ui/place/PlacePicker'
import { useErrorText } from '~/ui/errorText'
import classes from './Import.module.css'

const route = getRouteApi('/shell/import')

interface ImportFormProps {
  report: ImportReport
  busy: boolean
  error: unknown
  submit: (wish: ImportWish) => void
}

/** A status date without a time means the end of the usual working day. */
export function statusMoment(date: string, report: Pick<ImportReport, 'status_date'>): string | null {
  if (!date) return null
  return report.status_date?.startsWith(date) ? report.status_date : `${date}T17:00`
}

/** What stands at the chosen place: a project takes the plan itself, as long as it has none. */
function usePlace(place: number | null) {
  const node = useQuery({ ...nodeQuery(place ?? 0), enabled: place !== null }).data
  const into = node?.kind === 'project'
  const project = useQuery({ ...projectQuery(place ?? 0), enabled: into })
  return { into, project: node?.name ?? '', planned: into && project.data != null && project.data.sheet_id !== null }
}

export function ImportForm({ report, busy, error, submit }: ImportFormProps) {
  const { t } = useLingui()
  const search = route.useSearch()
  const errorText = useErrorText()
  const [place, setPlace] = useState<number | null>(search.parent ?? null)
  const { into, project, planned } = usePlace(place)
  const [name, setName] = useState(report.name)
  const [statusDate, setStatusDate] = useState(report.status_date?.slice(0, 10) ?? '')
  const [baseline, setBaseline] = useState(!report.has_baseline)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (place === null || planned || busy) return
    // Enter may be pressed before it is known what stands at the place that was chosen.
    const { kind } = await queryClient.ensureQueryData(nodeQuery(place))
    const to = kind === 'project' ? { project_id: place, parent_id: null, name: null } : { project_id: null, parent_id: place, name: name.trim() }
    submit({ upload_id: report.upload_id, report_id: report.report_id, ...to, status_date: statusMoment(statusDate, report), baseline_now: baseline && !report.has_baseline })
  }
  return (
    <form className={classes.panel} onSubmit={(event) => void send(event)} aria-labelledby="form-title">
      <h2 id="form-title" ref={heading} tabIndex={-1}>
        <Trans>Where it goes</Trans>
      </h2>
      <PlacePicker value={place} choose={setPlace} projects description={t`A place in which a new project is made, or a project that has no plan yet.`} />
      {into && (
        <p role="status" className={planned ? classes.refused : classes.dim}>
          {planned ? (
            <Trans>
              <span translate="no">{project}</span> has a plan already, which stays as it is. Choose the place of a new project instead.
            </Trans>
          ) : (
            <Trans>
              This becomes the plan of <span translate="no">{project}</span>. Its name, profile and registers stay as they are.
            </Trans>
          )}
        </p>
      )}
      {!into && <TextInput label={t`Name of the project`} required withAsterisk={false} maxLength={200} value={name} onChange={(event) => setName(event.currentTarget.value)} />}
      <TextInput type="date" label={t`Status date`} description={t`Progress counts up to this day. Without one, today counts.`} value={statusDate} onChange={(event) => setStatusDate(event.currentTarget.value)} />
      {report.has_baseline ? (
        <p className={classes.dim}>
          <Trans>The file has a baseline; it comes along.</Trans>
        </p>
      ) : (
        <Checkbox label={t`Take the plan as it stands as baseline`} description={t`Without a baseline there is no slip, no SPI(t) and no proposed status.`} checked={baseline} onChange={(event) => setBaseline(event.currentTarget.checked)} />
      )}
      {Boolean(error) && (
        <p role="alert" className={classes.refused}>
          {errorText(error)}
        </p>
      )}
      <Button type="submit" disabled={place === null || planned || (!into && !name.trim())} loading={busy}>
        <Trans>Import {report.tasks} tasks</Trans>
      </Button>
      {place === null && (
        <p className={classes.dim}>
          <Trans>Choose where it goes first.</Trans>
        </p>
      )}
    </form>
  )
}
