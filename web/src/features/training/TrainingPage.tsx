/** Courses of the method: those of one's roles with their days, the others, and for an office who took which. */
import { Button, NativeSelect } from '@mantine/core'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { officesToAskQuery, trainingQuery, type CourseLine } from '~/client/practice'
import { sessionQuery } from '~/client/queries'
import { useFormat } from '~/lib/useFormat'
import { PageHeader } from '~/ui/PageHeader'
import { Bone, EmptyState, ErrorState } from '~/ui/States'
import { useTold } from '~/ui/told'
import { CoursePanel } from './CoursePanel'
import { OfficeView } from './OfficeView'
import classes from './Training.module.css'

const route = getRouteApi('/shell/training')

export function TrainingPage() {
  const { t } = useLingui()
  const { course, office } = route.useSearch()
  const navigate = route.useNavigate()
  const found = useQuery(trainingQuery)
  const courses = found.data?.courses ?? []
  const mine = courses.filter((one) => one.mine)
  const others = courses.filter((one) => !one.mine)
  const open = (id: string | undefined) => void navigate({ search: (now) => ({ ...now, course: id }), replace: true })
  return (
    <>
      <PageHeader title={t`Training`} action={<WhichOffice office={office} />}>
        <p className={classes.answer}>{found.data ? <Answer mine={mine} today={found.data.today} /> : <Bone width={280} height={20} />}</p>
      </PageHeader>
      {office !== undefined ? (
        <OfficeView office={office} />
      ) : found.isError ? (
        <ErrorState error={found.error} retry={() => void found.refetch()} />
      ) : found.data && courses.length === 0 ? (
        <EmptyState title={<Trans>There are no courses yet</Trans>}>
          <Trans>Courses come with the method that an office takes up. Those of your roles stand here, with the day until which you take them.</Trans>
        </EmptyState>
      ) : (
        <>
          <Courses title={t`Courses of my roles`} courses={mine} today={found.data?.today ?? ''} onOpen={open} />
          <Courses title={t`Other courses`} courses={others} today={found.data?.today ?? ''} onOpen={open} />
        </>
      )}
      <CoursePanel id={course} onClose={() => open(undefined)} />
    </>
  )
}

function Answer({ mine, today }: { mine: readonly CourseLine[]; today: string }) {
  const left = mine.filter((one) => !one.done)
  const late = left.filter((one) => one.due !== null && one.due < today).length
  if (late > 0) return <Plural value={late} one="# course of yours is overdue." other="# courses of yours are overdue." />
  if (left.length > 0) return <Plural value={left.length} one="# course of your roles is left to take." other="# courses of your roles are left to take." />
  return mine.length > 0 ? <Trans>You took all courses of your roles.</Trans> : <Trans>No course belongs to your roles.</Trans>
}

/** For whoever may know who works there: the courses of an office. */
function WhichOffice({ office }: { office: number | undefined }) {
  const { t } = useLingui()
  const navigate = route.useNavigate()
  const may = useQuery(sessionQuery).data?.person?.may ?? []
  const offices = useQuery({ ...officesToAskQuery(null), enabled: may.includes('directory') }).data?.items ?? []
  if (offices.length === 0) return null
  return (
    <NativeSelect
      aria-label={t`Whose courses`}
      value={String(office ?? '')}
      data={[{ value: '', label: t`My courses` }, ...offices.map((one) => ({ value: String(one.id), label: one.name }))]}
      onChange={(event) => void navigate({ search: { office: Number(event.currentTarget.value) || undefined }, replace: true })}
    />
  )
}

function Courses({ title, courses, today, onOpen }: { title: string; courses: readonly CourseLine[]; today: string; onOpen: (id: string) => void }) {
  if (courses.length === 0) return null
  return (
    <section className={classes.section} aria-label={title}>
      <h2>{title}</h2>
      <ul className={classes.list}>
        {courses.map((one) => (
          <Course key={`${one.pack} ${one.key}`} one={one} today={today} onOpen={() => onOpen(`${one.version_id}.${one.key}`)} />
        ))}
      </ul>
    </section>
  )
}

function Course({ one, today, onOpen }: { one: CourseLine; today: string; onOpen: () => void }) {
  const told = useTold()
  const format = useFormat()
  const title = told(one.title)
  return (
    <li className={classes.item}>
      <div className={classes.main}>
        <strong translate="no">{title}</strong>
        <span className={classes.dim}>
          <Plural value={one.minutes} one="# minute" other="# minutes" /> · <span translate="no">{one.roles.map(told).join(', ')}</span>
        </span>
      </div>
      <span className={classes.state} data-late={(!one.done && one.due !== null && one.due < today) || undefined}>
        {one.done ? <Trans>Taken on {format.date(one.done.at)}, version {one.done.number}</Trans> : one.due ? <Trans>Due {format.date(one.due)}</Trans> : null}
      </span>
      <Button variant="default" onClick={onOpen} aria-label={title}>
        {one.done ? <Trans>Read again</Trans> : <Trans>Take the course</Trans>}
      </Button>
    </li>
  )
}
