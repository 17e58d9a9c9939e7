/** Choose weak answers and make improvements of them: what binds a claim comes first, what is planned already is said. */
import { Button, Checkbox, TextInput } from '@mantine/core'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { assessmentQuery, planImprovements, questionsQuery, type Maturity, type Outcome, type Question, type Weak } from '~/client/maturity'
import { WhoPicker, type Picked } from '~/ui/rights/pickers'
import { SidePanel } from '~/ui/SidePanel'
import { Bone, ErrorState } from '~/ui/States'
import { useAct } from '~/ui/useAct'
import classes from './Maturity.module.css'
import { useMaturityAddress, useWords } from './useMaturity'

export function ImprovePanel({ maturity, shown }: { maturity: Maturity; shown: Outcome }) {
  const { t } = useLingui()
  const [, search, change] = useMaturityAddress()
  const close = () => change({ improve: undefined })
  const opened = search.improve === true && maturity.may.includes('improve')
  return (
    <SidePanel title={t`Improve what is weak`} opened={opened} onClose={close}>
      {opened && <Contents key={shown.id} maturity={maturity} shown={shown} close={close} />}
    </SidePanel>
  )
}

function Contents({ maturity, shown, close }: { maturity: Maturity; shown: Outcome; close: () => void }) {
  const told = useQuery(assessmentQuery(shown.id))
  const questions = useQuery(questionsQuery)
  if (told.isError) return <ErrorState error={told.error} retry={() => void told.refetch()} />
  if (!told.data || !questions.data) return <Bone height={240} />
  const known = new Map(questions.data.questions.map((each) => [each.key, each]))
  const planned = new Set(maturity.roadmap.items.filter((each) => each.status === 'open' || each.status === 'in_progress').map((each) => each.question))
  const weak = told.data.weak.flatMap((each) => {
    const question = known.get(each.question)
    return question ? [{ ...each, asked: question, planned: planned.has(each.question) }] : []
  })
  return weak.length === 0 ? <p><Trans>Everything that was answered stands at the highest level.</Trans></p> : <Choose weak={weak} shown={shown} nodeId={maturity.node.id} close={close} />
}

interface Offered extends Weak {
  readonly asked: Question
  readonly planned: boolean
}

function Choose({ weak, shown, nodeId, close }: { weak: readonly Offered[]; shown: Outcome; nodeId: number; close: () => void }) {
  const { t } = useLingui()
  const words = useWords()
  const { act, busy } = useAct()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [owner, setOwner] = useState<Picked | null>(null)
  const [due, setDue] = useState('')
  const make = async () => {
    const body = { questions: [...chosen], owner_id: owner?.id ?? null, due: due || null }
    if (await act(() => planImprovements(shown.id, body), [['maturity', nodeId]], t`The improvements stand in the roadmap.`)) close()
  }
  return (
    <>
      <Checkbox.Group value={[...chosen]} onChange={setChosen} label={t`Weak answers, what bounds a claim first`}>
        <ul className={classes.weak}>
          {weak.map((each) => (
            <li key={each.question}>
              <Checkbox
                value={each.question}
                disabled={each.planned}
                label={<>{words.perspective(each.asked.perspective)}, {words.domain(each.asked.domain)}: {each.level} → {each.next}{each.binds && <span className={classes.mark}><Trans>bounds the claim</Trans></span>}</>}
                description={each.planned ? t`An open improvement is planned for it already.` : words.text(each.asked.answers[each.next - 1] ?? {})}
              />
            </li>
          ))}
        </ul>
      </Checkbox.Group>
      <WhoPicker label={t`Responsible`} value={owner} onPick={setOwner} />
      <TextInput type="date" label={t`Due`} value={due} onChange={(event) => setDue(event.currentTarget.value)} />
      <div>
        <Button disabled={chosen.length === 0} loading={busy} onClick={() => void make()}>
          <Plural value={chosen.length} _0="Choose what to improve" one="Make # improvement" other="Make # improvements" />
        </Button>
      </div>
    </>
  )
}
