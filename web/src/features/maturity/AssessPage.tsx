/** Answer the questions of an assessment, for oneself: everything is saved as one goes. */
import { Button, Group } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { assessmentQuery, discardAssessment, DOMAINS, finishAssessment, questionsQuery, type Assessment, type Question } from '~/client/maturity'
import { nodeQuery } from '~/client/queries'
import { PageHeader } from '~/ui/PageHeader'
import { Bone, EmptyState, ErrorState } from '~/ui/States'
import { LinkButton } from '~/ui/LinkButton'
import { useAct } from '~/ui/useAct'
import { useAsk } from '~/ui/useAsk'
import classes from './Maturity.module.css'
import { QuestionCard } from './QuestionCard'
import { useWords } from './useMaturity'

const route = getRouteApi('/shell/office/$nodeId/maturity/$assessmentId')

export function AssessPage() {
  const { t } = useLingui()
  const { nodeId, assessmentId } = route.useParams()
  const told = useQuery(assessmentQuery(assessmentId))
  const questions = useQuery(questionsQuery)
  const place = useQuery(nodeQuery(nodeId))
  const number = told.data?.number
  const ready = told.data && questions.data
  return (
    <>
      <PageHeader title={number === undefined ? t`Assessment` : t`Assessment ${number}`} crumbs={place.data?.path ?? []} action={told.data && !told.data.finished_at && <Actions told={told.data} />}>
        <p className={classes.answer}><Trans>Choose what really happens, not what is written somewhere. Your answers are saved as you go; others answer for themselves.</Trans></p>
        {ready && <Domains told={told.data} questions={questions.data.questions} />}
      </PageHeader>
      {told.isError ? <ErrorState error={told.error} retry={() => void told.refetch()} /> : questions.isError ? <ErrorState error={questions.error} /> : !ready ? <div className={classes.page}><Bone height={320} /></div> : <Questions told={told.data} questions={questions.data.questions} />}
    </>
  )
}

function useDomain() {
  return route.useSearch().domain ?? DOMAINS[0] ?? 'portfolio'
}

function Domains({ told, questions }: { told: Assessment; questions: readonly Question[] }) {
  const { t } = useLingui()
  const words = useWords()
  const { nodeId, assessmentId } = route.useParams()
  const current = useDomain()
  const answered = new Set(told.mine.filter((each) => each.level !== null).map((each) => each.question))
  return (
    <nav className={classes.tabs} aria-label={t`Domains`}>
      {DOMAINS.map((domain) => {
        const its = questions.filter((each) => each.domain === domain)
        const done = its.filter((each) => answered.has(each.key)).length
        return (
          <Link key={domain} to="/office/$nodeId/maturity/$assessmentId" params={{ nodeId, assessmentId }} search={{ domain }} className={classes.tab} data-active={domain === current || undefined} aria-current={domain === current ? 'page' : undefined}>
            {words.domain(domain)} <span className={classes.dim}><Trans>{done} of {its.length}</Trans></span>
          </Link>
        )
      })}
    </nav>
  )
}

function Questions({ told, questions }: { told: Assessment; questions: readonly Question[] }) {
  const { nodeId } = route.useParams()
  const domain = useDomain()
  const next = DOMAINS[DOMAINS.indexOf(domain) + 1]
  const words = useWords()
  if (told.finished_at) {
    return (
      <EmptyState title={<Trans>This assessment is finished</Trans>} action={<LinkButton to="/office/$nodeId/maturity" params={{ nodeId }} search={{ of: told.id }}><Trans>See what came out</Trans></LinkButton>}>
        <Trans>What was answered stays as it is.</Trans>
      </EmptyState>
    )
  }
  return (
    <div className={classes.page}>
      {questions.filter((each) => each.domain === domain).map((each) => (
        <QuestionCard key={each.key} question={each} told={told} />
      ))}
      {next && (
        <div>
          <LinkButton to="/office/$nodeId/maturity/$assessmentId" params={{ nodeId, assessmentId: told.id }} search={{ domain: next }} variant="default">
            <Trans>Go on with {words.domain(next)}</Trans>
          </LinkButton>
        </div>
      )}
    </div>
  )
}

function Actions({ told }: { told: Assessment }) {
  const { t } = useLingui()
  const { act, busy } = useAct()
  const ask = useAsk()
  const navigate = useNavigate()
  const { nodeId } = route.useParams()
  const touched = [['maturity', nodeId], ['assessment', told.id]]
  const back = () => navigate({ to: '/office/$nodeId/maturity', params: { nodeId } })
  const finish = async () => {
    const sure = await ask({ title: t`Finish the assessment?`, text: t`Its profile stays as it is from then on, and everybody here sees what was answered. Questions that nobody answered stay open.`, yes: t`Finish the assessment` })
    if (sure && (await act(() => finishAssessment(told.id), touched))) await back()
  }
  const discard = async () => {
    const sure = await ask({ title: t`Discard the assessment?`, text: t`All answers to it are lost, those of others too.`, yes: t`Discard the assessment` })
    if (sure && (await act(() => discardAssessment(told.id), [['maturity', nodeId]]))) await back()
  }
  if (!told.may.includes('begin')) return null
  return (
    <Group gap="xs" wrap="wrap">
      <Button variant="subtle" color="gray" disabled={busy} onClick={() => void discard()}><Trans>Discard</Trans></Button>
      <Button loading={busy} onClick={() => void finish()}><Trans>Finish the assessment</Trans></Button>
    </Group>
  )
}
