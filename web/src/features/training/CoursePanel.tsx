/** A course at the side: its text, then its questions; all right, and it is taken. */
import { Button, Radio } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { isApiError } from '~/client/errors'
import { courseQuery, LEARNT, takeCourse, type CourseText } from '~/client/practice'
import { queryClient } from '~/client/queries'
import { useFormat } from '~/lib/useFormat'
import { useErrorText } from '~/ui/errorText'
import { Markdown } from '~/ui/Markdown'
import { SidePanel } from '~/ui/SidePanel'
import { ErrorState } from '~/ui/States'
import { useTold } from '~/ui/told'
import classes from './Training.module.css'

export function CoursePanel({ id, onClose }: { id: string | undefined; onClose: () => void }) {
  const [version, key] = (id ?? '0.').split('.')
  const found = useQuery({ ...courseQuery(Number(version), key ?? ''), enabled: id !== undefined })
  const told = useTold()
  return (
    <SidePanel title={found.data ? <span translate="no">{told(found.data.title)}</span> : <Trans>Course</Trans>} opened={id !== undefined} onClose={onClose}>
      {found.isError && id ? <ErrorState error={found.error} /> : found.data && id ? <Reading key={id} course={found.data} /> : null}
    </SidePanel>
  )
}

function Reading({ course }: { course: CourseText }) {
  const told = useTold()
  const format = useFormat()
  return (
    <div className={classes.reading}>
      {course.done && (
        <p className={classes.taken} role="status">
          <Trans>
            You took this course on {format.date(course.done.at)}, by version {course.done.number} of the method.
          </Trans>
        </p>
      )}
      <div translate="no">
        <Markdown text={told(course.text)} />
      </div>
      <Questions course={course} />
    </div>
  )
}

function Questions({ course }: { course: CourseText }) {
  const { t } = useLingui()
  const told = useTold()
  const errorText = useErrorText()
  const [chosen, setChosen] = useState<Readonly<Record<number, number>>>({})
  const [wrong, setWrong] = useState<readonly number[]>([])
  const [refused, setRefused] = useState('')
  const [busy, setBusy] = useState(false)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setRefused('')
    try {
      await takeCourse(course.version_id, course.key, course.ask.map((_, at) => chosen[at] ?? 1))
      setWrong([])
      await Promise.all(LEARNT.map((queryKey) => queryClient.invalidateQueries({ queryKey })))
    } catch (error) {
      setWrong(isApiError(error) && Array.isArray(error.problem.data?.['places']) ? (error.problem.data['places'] as number[]) : [])
      setRefused(errorText(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <form className={classes.reading} onSubmit={(event) => void send(event)}>
      {course.ask.map((one, at) => (
        <Radio.Group
          key={at}
          label={<span translate="no">{told(one.say)}</span>}
          value={String(chosen[at] ?? '')}
          onChange={(value) => setChosen({ ...chosen, [at]: Number(value) })}
          error={wrong.includes(at) ? t`Not right yet` : undefined}
        >
          <div className={classes.answers}>
            {one.answers.map((answer, number) => (
              <Radio key={number} value={String(number + 1)} label={<span translate="no">{told(answer)}</span>} />
            ))}
          </div>
        </Radio.Group>
      ))}
      {refused && <p role="alert">{refused}</p>}
      <div>
        <Button type="submit" loading={busy} disabled={course.ask.some((_, at) => chosen[at] === undefined)}>
          {course.ask.length > 0 ? <Trans>Check my answers</Trans> : <Trans>I have read it</Trans>}
        </Button>
      </div>
    </form>
  )
}
