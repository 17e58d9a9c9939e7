/** One question at the side: where it was asked, what was said, and what can be done. */
import { Button, Checkbox, Textarea } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState, type FormEvent } from 'react'
import { queryClient } from '~/client/queries'
import { answerQuestion, ASKED, putIntoHandbook, questionQuery, seeAnswer, settleQuestion, type Answer, type Question } from '~/client/practice'
import { useWhen } from '~/lib/useWhen'
import { Markdown } from '~/ui/Markdown'
import { SidePanel } from '~/ui/SidePanel'
import { ErrorState } from '~/ui/States'
import { useAct } from '~/ui/useAct'
import classes from './Ask.module.css'

export function QuestionPanel({ id, onClose }: { id: number | undefined; onClose: () => void }) {
  const found = useQuery({ ...questionQuery(id ?? 0), enabled: id !== undefined })
  return (
    <SidePanel title={<Trans>Question</Trans>} opened={id !== undefined} onClose={onClose}>
      {found.isError && id !== undefined ? <ErrorState error={found.error} /> : found.data && id !== undefined ? <Told key={found.data.id} one={found.data} /> : null}
    </SidePanel>
  )
}

function Told({ one }: { one: Question }) {
  const when = useWhen()
  useSeen(one)
  return (
    <div className={classes.form}>
      <p className={classes.asked} dir="auto" translate="no">
        {one.text}
      </p>
      <p className={classes.dim}>
        <span translate="no">{[one.by, one.office].filter(Boolean).join(' › ')}</span> · <time dateTime={one.at}>{when.moment(one.at)}</time>
        {one.pack && (
          <>
            {' · '}
            <span translate="no">{one.pack}</span> {one.pack_number}
          </>
        )}
      </p>
      {one.page && (
        <p>
          <a href={one.page} translate="no">
            {one.page_title || one.path.at(-1) || one.page}
          </a>
        </p>
      )}
      {one.answers.map((each) => (
        <Said key={each.id} answer={each} mayKeep={one.may.includes('answer')} />
      ))}
      <Reply one={one} />
      <Settle one={one} />
    </div>
  )
}

/** Whoever asked has seen the answer when it stands before them. */
function useSeen(one: Question): void {
  const { id, seen } = one
  useEffect(() => {
    if (!seen) void seeAnswer(id).then(() => Promise.all(ASKED.map((queryKey) => queryClient.invalidateQueries({ queryKey }))), () => undefined)
  }, [id, seen])
}

function Said({ answer, mayKeep }: { answer: Answer; mayKeep: boolean }) {
  const { t } = useLingui()
  const when = useWhen()
  const { act, busy } = useAct()
  return (
    <article className={classes.answerBox} data-office={answer.from_office || undefined}>
      <Markdown text={answer.text} />
      <p className={classes.dim}>
        <span translate="no">{answer.by}</span> <time dateTime={answer.at}>{when.moment(answer.at)}</time>
      </p>
      {mayKeep && answer.from_office ? (
        <Checkbox label={t`Stands in the handbook`} checked={answer.faq} disabled={busy} onChange={(event) => void act(() => putIntoHandbook(answer.id, event.currentTarget.checked), ASKED)} />
      ) : (
        answer.faq && (
          <p className={classes.dim}>
            <Trans>Stands in the handbook</Trans>
          </p>
        )
      )}
    </article>
  )
}

function Reply({ one }: { one: Question }) {
  const { t } = useLingui()
  const [text, setText] = useState('')
  const { act, busy } = useAct()
  const office = one.may.includes('answer')
  if (!office && !one.may.includes('ask_on')) return null
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (await act(() => answerQuestion(one.id, text), ASKED)) setText('')
  }
  return (
    <form className={classes.form} onSubmit={(event) => void send(event)}>
      <Textarea label={office ? t`Your answer` : t`Ask on`} description={office ? t`Markdown is drawn: lists, links, emphasis.` : undefined} autosize minRows={3} maxLength={5000} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      <div>
        <Button type="submit" loading={busy} disabled={!text.trim()}>
          {office ? t`Answer` : t`Ask on`}
        </Button>
      </div>
    </form>
  )
}

function Settle({ one }: { one: Question }) {
  const { act, busy } = useAct()
  if (!one.may.includes('settle')) return null
  const answered = one.answered_at !== null
  return (
    <div>
      <Button variant="default" size="compact-sm" loading={busy} onClick={() => void act(() => settleQuestion(one.id, !answered), ASKED)}>
        {answered ? <Trans>Open it again</Trans> : <Trans>Mark as answered</Trans>}
      </Button>
    </div>
  )
}
