/** Roles with what they do, who answers for which process, and the training that the pack brings. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { Says } from '~/client/methods'
import { Markdown } from '~/ui/Markdown'
import { useTold } from '~/ui/told'
import classes from './Method.module.css'
import { useRoleName } from './names'

export function RolesTab({ says }: { says: Says }) {
  const { t } = useLingui()
  const told = useTold()
  return (
    <>
      <ul className={classes.list} aria-label={t`Roles`}>
        {says.roles.map((role) => (
          <li key={role.key} className={classes.item}>
            <div className={classes.side}>
              <strong style={{ color: 'var(--mp-text)', fontSize: 14 }}>{told(role.title)}</strong>
            </div>
            <ul className={classes.main} style={{ margin: 0 }}>
              {role.does.map((one, index) => (
                <li key={index}>{told(one)}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <Matrix says={says} />
      <Courses says={says} />
    </>
  )
}

const LETTERS = [
  ['A', 'accountable'],
  ['R', 'responsible'],
  ['C', 'consulted'],
  ['I', 'informed'],
] as const

function Matrix({ says }: { says: Says }) {
  const { t } = useLingui()
  const told = useTold()
  return (
    <section className={classes.section}>
      <h2>
        <Trans>Who answers for what</Trans>
      </h2>
      <p className={classes.about}>
        <Trans>A answers for it, R does it, C is asked before, I is told after.</Trans>
      </p>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls sideways must be reached by the keyboard */}
      <div className={classes.wide} tabIndex={0} role="region" aria-label={t`Who answers for what`}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Process</Trans>
              </th>
              {says.roles.map((role) => (
                <th key={role.key} scope="col">
                  {told(role.title)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {says.raci.map((line, index) => (
              <tr key={index}>
                <th scope="row">{told(line.process)}</th>
                {says.roles.map((role) => (
                  <td key={role.key}>{LETTERS.filter(([, part]) => line[part].includes(role.key)).map(([letter]) => letter).join(' ')}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function Courses({ says }: { says: Says }) {
  const told = useTold()
  const roleName = useRoleName(says)
  return (
    <section className={classes.section}>
      <h2>
        <Trans>Training</Trans>
      </h2>
      {says.courses.map((course) => {
        const { minutes } = course
        const who = course.roles.map(roleName).join(', ')
        const questions = course.ask.length
        return (
          <details key={course.key}>
            <summary>
              {told(course.title)}{' '}
              <span className={classes.dim}>
                <Trans>
                  for {who}, {minutes} minutes, {questions} questions
                </Trans>
              </span>
            </summary>
            <div className={classes.text} style={{ marginTop: 8 }}>
              <Markdown text={told(course.text)} />
            </div>
          </details>
        )
      })}
    </section>
  )
}
