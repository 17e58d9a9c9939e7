/** For an office: each course and role, how many took it, who has not, and within how many days it is to be taken. People stand by name; nobody is ranked. */
import { NumberInput } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { completionsQuery, LEARNT, setCourseDue, type CourseForRole } from '~/client/practice'
import { useFormat } from '~/lib/useFormat'
import { EmptyState, ErrorState } from '~/ui/States'
import { useTold } from '~/ui/told'
import { useAct } from '~/ui/useAct'
import classes from './Training.module.css'

export function OfficeView({ office }: { office: number }) {
  const found = useQuery(completionsQuery(office))
  if (found.isError) return <ErrorState error={found.error} />
  if (!found.data) return null
  if (found.data.courses.length === 0)
    return (
      <EmptyState title={<Trans>The method of this office has no courses</Trans>}>
        <Trans>Add courses to the method, each for the roles that shall take it.</Trans>
      </EmptyState>
    )
  return found.data.courses.map((one) => <ForRole key={`${one.key} ${one.role}`} office={office} one={one} maySet={found.data.may_set} />)
}

function ForRole({ office, one, maySet }: { office: number; one: CourseForRole; maySet: boolean }) {
  const told = useTold()
  const format = useFormat()
  const taken = one.people.filter((person) => person.done).length
  return (
    <section className={classes.section}>
      <h2 translate="no">
        {told(one.title)} · {told(one.role_title)}
      </h2>
      <p className={classes.dim}>
        <Trans>
          {taken} of {one.people.length} took it.
        </Trans>
      </p>
      <Days office={office} one={one} maySet={maySet} />
      <ul className={classes.people}>
        {one.people.map((person) => (
          <li key={person.id}>
            <span translate="no">{person.name}</span>{' '}
            <span className={classes.dim}>{person.done ? <Trans>took it on {format.date(person.done.at)}, version {person.done.number}</Trans> : person.due ? <Trans>until {format.date(person.due)}</Trans> : <Trans>not yet</Trans>}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Days({ office, one, maySet }: { office: number; one: CourseForRole; maySet: boolean }) {
  const { t } = useLingui()
  const { act } = useAct()
  const [typed, setTyped] = useState<number | string>(one.days ?? '')
  const keep = () => {
    const days = typed === '' ? null : Number(typed)
    if (days !== one.days) void act(() => setCourseDue(office, { course: one.key, role: one.role, days }), LEARNT)
  }
  if (!maySet) return one.days === null ? null : <p><Trans>To be taken within {one.days} days of joining.</Trans></p>
  return <NumberInput className={classes.days} label={t`Days after joining`} description={t`Empty: whenever they like.`} min={1} max={3650} allowDecimal={false} value={typed} onChange={setTyped} onBlur={keep} onKeyDown={(event) => event.key === 'Enter' && keep()} />
}
