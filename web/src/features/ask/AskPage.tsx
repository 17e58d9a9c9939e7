/** What offices were asked and answered: to answer, one's own, all that one may see. */
import { Button, TextInput } from '@mantine/core'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { IconSearch } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { questionsQuery, type Question, type Which } from '~/client/practice'
import { useWhen } from '~/lib/useWhen'
import { showAsk } from '~/ui/ask'
import { PageHeader } from '~/ui/PageHeader'
import { Bone, EmptyState, ErrorState } from '~/ui/States'
import classes from './Ask.module.css'
import { QuestionPanel } from './QuestionPanel'

const route = getRouteApi('/shell/ask')

export function AskPage() {
  const { t } = useLingui()
  const { tab = 'all', q = '', question } = route.useSearch()
  const navigate = route.useNavigate()
  const found = useInfiniteQuery(questionsQuery(tab, q))
  const items = found.data?.pages.flatMap((page) => page.items) ?? []
  const waiting = found.data?.pages[0]?.waiting
  const open = (id: number | undefined) => void navigate({ search: (now) => ({ ...now, question: id }), replace: true })
  return (
    <>
      <PageHeader
        title={t`Questions to the office`}
        tabs={<Tabs current={tab} waiting={waiting} />}
        action={
          <Button onClick={() => showAsk(true)}>
            <Trans>Ask the office</Trans>
          </Button>
        }
      >
        <p className={classes.answer}>{waiting && <Waiting toAnswer={waiting.answer ?? 0} mine={waiting.mine ?? 0} />}</p>
      </PageHeader>
      <div className={classes.bar} role="search">
        <Words q={q} />
      </div>
      {found.isError ? (
        <ErrorState error={found.error} retry={() => void found.refetch()} />
      ) : found.isPending ? (
        <div className={classes.list} aria-hidden="true">
          {[50, 65, 40].map((width) => (
            <div key={width} className={classes.item}>
              <Bone width={`${width}%`} height={20} />
            </div>
          ))}
        </div>
      ) : items.length > 0 ? (
        <ul className={classes.list} aria-label={t`Questions`}>
          {items.map((one) => (
            <Line key={one.id} one={one} onOpen={() => open(one.id)} />
          ))}
        </ul>
      ) : (
        <EmptyState title={q ? <Trans>No question has these words</Trans> : <Trans>Nothing was asked yet</Trans>}>
          <Trans>From any page you can ask the office that is responsible there. Answers stand here for everybody who may see the place, so that the next one finds them.</Trans>
        </EmptyState>
      )}
      {found.hasNextPage && (
        <Button className={classes.more} variant="default" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          <Trans>Show older questions</Trans>
        </Button>
      )}
      <QuestionPanel id={question} onClose={() => open(undefined)} />
    </>
  )
}

function Waiting({ toAnswer, mine }: { toAnswer: number; mine: number }) {
  if (toAnswer > 0) return <Plural value={toAnswer} one="# question waits for your answer." other="# questions wait for your answer." />
  if (mine > 0) return <Plural value={mine} one="# question of yours waits for an answer." other="# questions of yours wait for an answer." />
  return <Trans>No question waits.</Trans>
}

function Tabs({ current, waiting }: { current: Which; waiting: Record<string, number> | undefined }) {
  const { t } = useLingui()
  const names: readonly (readonly [Which, string])[] = [
    ['all', t`All`],
    ['answer', t`To answer`],
    ['mine', t`Mine`],
  ]
  return (
    <nav className={classes.tabs} aria-label={t`Which questions`}>
      {names.map(([tab, name]) => (
        <Link key={tab} to="/ask" search={(now) => ({ ...now, tab: tab === 'all' ? undefined : tab, question: undefined })} className={classes.tab} data-active={tab === current || undefined} aria-current={tab === current ? 'page' : undefined}>
          {name} {tab === 'answer' && waiting?.answer ? <span className={classes.count}>{waiting.answer}</span> : null}
        </Link>
      ))}
    </nav>
  )
}

function Words({ q }: { q: string }) {
  const { t } = useLingui()
  const navigate = route.useNavigate()
  const [typed, setTyped] = useState(q)
  useEffect(() => {
    const later = setTimeout(() => typed !== q && void navigate({ search: (now) => ({ ...now, q: typed || undefined }), replace: true }), 250)
    return () => clearTimeout(later)
  }, [typed, q, navigate])
  return <TextInput leftSection={<IconSearch size={16} />} aria-label={t`Search questions and answers`} placeholder={t`Search questions and answers`} data-page-filter maxLength={200} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
}

function Line({ one, onOpen }: { one: Question; onOpen: () => void }) {
  const when = useWhen()
  const last = one.answers.filter((each) => each.from_office).at(-1)
  return (
    <li className={classes.item}>
      <button type="button" className={classes.open} onClick={onOpen} dir="auto" translate="no">
        {one.text}
      </button>
      <span className={classes.dim}>
        {one.answered_at ? (
          <span className={classes.chip} data-tone="green">
            <Trans>Answered</Trans>
          </span>
        ) : (
          <span className={classes.chip} data-tone="amber">
            <Trans>Waits</Trans>
          </span>
        )}{' '}
        <span translate="no">{[one.by, one.path.at(-1) ?? one.office].filter(Boolean).join(' · ')}</span> · <time dateTime={one.at}>{when.day(one.at)}</time>
      </span>
      {last && (
        <p className={classes.said} dir="auto" translate="no">
          {last.text}
        </p>
      )}
    </li>
  )
}
