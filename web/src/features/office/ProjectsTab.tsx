/** The projects that an office looks after: how they stand and who answers for them; of a directive one the bench too. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { benchQuery, type Office, type OfficeProject } from '~/client/offices'
import { useFormat } from '~/lib/useFormat'
import { colourOf, StatusMark } from '~/ui/StatusMark'
import classes from './Office.module.css'

export function ProjectsTab({ office }: { office: Office }) {
  return (
    <div className={classes.whole}>
      {office.type === 'directive' && <Bench office={office} />}
      <Projects office={office} />
    </div>
  )
}

function Projects({ office }: { office: Office }) {
  const { t } = useLingui()
  const controlling = office.type === 'controlling'
  return (
    <div className={classes.wide}>
      <table className={classes.table} aria-label={t`Projects of the office`}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Project</Trans>
            </th>
            <th scope="col">
              <Trans>Status</Trans>
            </th>
            <th scope="col">
              <Trans>Finish</Trans>
            </th>
            <th scope="col">
              <Trans>Manager</Trans>
            </th>
            {controlling && (
              <>
                <th scope="col">
                  <Trans>Partner</Trans>
                </th>
                <th scope="col">
                  <Trans>Last check-in</Trans>
                </th>
                <th scope="col">
                  <Trans>Next check-in</Trans>
                </th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {office.projects.map((one) => (
            <Row key={one.id} one={one} office={office} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ one, office }: { one: OfficeProject; office: Office }) {
  const { t } = useLingui()
  const format = useFormat()
  const colour = colourOf(one.stated_status ?? one.proposed_status)
  return (
    <tr>
      <th scope="row">
        <Link to="/projects/$projectId" params={{ projectId: one.id }} translate="no">
          {one.name}
        </Link>
      </th>
      <td>
        <StatusMark colour={colour} />
      </td>
      <td>{one.finish ? format.date(one.finish) : t`n/a`}</td>
      <td>
        <span translate="no">{one.manager?.name}</span>
        {!one.manager && <Trans>Nobody yet</Trans>}
        {office.type === 'directive' && !one.assigned && (
          <>
            {' '}
            <span className={classes.chip} data-tone="amber">
              <Trans>not assigned</Trans>
            </span>
          </>
        )}
      </td>
      {office.type === 'controlling' && (
        <>
          <td>{one.partner ? <span translate="no">{one.partner.name}</span> : <Missing />}</td>
          <td>{one.last_check_in ? format.date(one.last_check_in) : t`None yet`}</td>
          <td>{one.next_check_in ? format.date(one.next_check_in) : t`Not set`}</td>
        </>
      )}
    </tr>
  )
}

function Missing() {
  return (
    <span className={classes.chip} data-tone="amber">
      <Trans>Nobody yet</Trans>
    </span>
  )
}

function Bench({ office }: { office: Office }) {
  const { t } = useLingui()
  const found = useQuery({ ...benchQuery(office.id), retry: false })
  if (!found.data) return null
  return (
    <section className={classes.section}>
      <h2>
        <Trans>Bench</Trans>
      </h2>
      {found.data.items.length === 0 && <p className={classes.about}>{t`Nobody yet. Give people the role of a project manager in this office.`}</p>}
      <ul className={classes.plain} aria-label={t`Bench`}>
        {found.data.items.map((one) => (
          <li key={one.person_id}>
            <strong className={classes.grow} translate="no">
              {one.name}
            </strong>
            <span className={classes.chip} data-tone={one.projects.length > 4 ? 'amber' : undefined}>
              <Plural value={one.projects.length} _0="free" one="# project" other="# projects" />
            </span>
            <span className={classes.grow}>
              {one.projects.map((project, index) => (
                <span key={project.id}>
                  {index > 0 && ', '}
                  <Link to="/projects/$projectId" params={{ projectId: project.id }} translate="no">
                    {project.name}
                  </Link>
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
