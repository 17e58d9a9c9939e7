/** Why a perspective stands where it does: its questions, what was answered, by whom where one may know, and the evidence. */
import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { assessmentQuery, questionsQuery, type Assessment, type Domain, type Outcome, type Perspective, type Question } from '~/client/maturity'
import { Inspector } from '~/ui/Inspector'
import { Bone, ErrorState } from '~/ui/States'
import { Formula } from '~/ui/why/Facts'
import classes from './Maturity.module.css'
import { useMaturityAddress, useWords } from './useMaturity'

export function WhyLevel({ shown, domain, perspective }: { shown: Outcome; domain: Domain; perspective: Perspective }) {
  const words = useWords()
  const [, , change] = useMaturityAddress()
  const told = useQuery(assessmentQuery(shown.id))
  const questions = useQuery(questionsQuery)
  const asked = (questions.data?.questions ?? []).filter((each) => each.domain === domain && each.perspective === perspective)
  return (
    <Inspector key={`${domain} ${perspective}`} title={<>{words.perspective(perspective)}, {words.domain(domain)}</>} onClose={() => change({ perspective: undefined })}>
      <Formula><Trans>A question has the lower median of its answers, a perspective the level of its weakest question.</Trans></Formula>
      {told.isError ? <ErrorState error={told.error} retry={() => void told.refetch()} /> : !told.data || !questions.data ? <Bone height={120} /> : asked.map((each) => <Answers key={each.key} question={each} told={told.data} />)}
    </Inspector>
  )
}

function Answers({ question, told }: { question: Question; told: Assessment }) {
  const words = useWords()
  const given = told.answers.find((each) => each.question === question.key)?.answers ?? []
  return (
    <section className={classes.why}>
      <h3>{words.text(question.ask)}</h3>
      {given.length === 0 && <p className={classes.dim}><Trans>Nobody answered this.</Trans></p>}
      <ul>
        {given.map((each, index) => (
          <li key={each.person?.id ?? index}>
            <p>
              <strong>{each.person ? <span translate="no">{each.person.name}</span> : <Trans>An assessor</Trans>}</strong>
              {each.level !== null && <>: {each.level} {words.level(each.level)}</>}
            </p>
            {each.level !== null && <p className={classes.dim}>{words.text(question.answers[each.level - 1] ?? {})}</p>}
            {each.evidence && <p className={classes.evidence} dir="auto" translate="no">{each.evidence}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}
