/** A question with its five described answers and the evidence; a choice is saved at once, a note when one leaves the field. */
import { Button, Radio, Textarea } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { answerQuestion, type Assessment, type Question } from '~/client/maturity'
import { useAct } from '~/ui/useAct'
import classes from './Maturity.module.css'
import { useWords } from './useMaturity'

export function QuestionCard({ question, told }: { question: Question; told: Assessment }) {
  const { t } = useLingui()
  const words = useWords()
  const { act } = useAct()
  const kept = told.mine.find((each) => each.question === question.key)
  const [level, setLevel] = useState(kept?.level ?? null)
  const [evidence, setEvidence] = useState(kept?.evidence ?? '')
  const save = (body: { level: number | null; evidence: string }) => act(() => answerQuestion(told.id, question.key, body), [['assessment', told.id]])
  const choose = async (next: number | null) => {
    const before = level
    setLevel(next)
    if (!(await save({ level: next, evidence: evidence.trim() }))) setLevel(before)
  }
  const note = () => {
    if (evidence.trim() !== (kept?.evidence ?? '')) void save({ level, evidence: evidence.trim() })
  }
  const may = told.may.includes('answer')
  return (
    <section className={classes.card} aria-label={words.perspective(question.perspective)}>
      <h2>{words.perspective(question.perspective)}</h2>
      <Radio.Group label={words.text(question.ask)} value={level === null ? '' : String(level)} onChange={(value) => void choose(Number(value))}>
        <div className={classes.choices}>
          {question.answers.map((texts, index) => (
            <Radio key={index} value={String(index + 1)} disabled={!may} label={<><strong>{index + 1} {words.level(index + 1)}</strong> {words.text(texts)}</>} />
          ))}
        </div>
      </Radio.Group>
      <Textarea label={t`What would one see?`} description={t`Evidence: a document, a list, a meeting, a figure.`} autosize minRows={1} maxRows={8} maxLength={4000} disabled={!may} value={evidence} onChange={(event) => setEvidence(event.currentTarget.value)} onBlur={note} dir="auto" />
      {may && level !== null && (
        <div>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => void choose(null)}><Trans>I cannot judge this</Trans></Button>
        </div>
      )}
    </section>
  )
}
