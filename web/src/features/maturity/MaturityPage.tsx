/** How mature are we: the claim in a sentence, a profile for each domain against the last assessment, and the roadmap that follows. */
import { Button } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { beginAssessment, DOMAINS, maturityQuery, type Maturity, type Outcome } from '~/client/maturity'
import { nodeQuery } from '~/client/queries'
import { LinkButton } from '~/ui/LinkButton'
import { PageHeader } from '~/ui/PageHeader'
import { Bone, EmptyState, ErrorState } from '~/ui/States'
import { useAct } from '~/ui/useAct'
import { ImprovePanel } from './ImprovePanel'
import classes from './Maturity.module.css'
import { Profile } from './Profile'
import { Roadmap } from './Roadmap'
import { useMaturityAddress, useWords } from './useMaturity'

export function MaturityPage() {
  const { t } = useLingui()
  const [nodeId, search] = useMaturityAddress()
  const maturity = useQuery(maturityQuery(nodeId))
  const place = useQuery(nodeQuery(nodeId))
  const finished = (maturity.data?.assessments ?? []).filter((each) => each.finished_at !== null)
  const shown = finished.find((each) => each.id === search.of) ?? finished[0]
  return (
    <>
      <PageHeader title={t`How mature are we?`} crumbs={place.data?.path ?? []} action={maturity.data && <Action maturity={maturity.data} />}>
        {shown && <Claim outcome={shown} />}
      </PageHeader>
      {maturity.isError ? (
        <ErrorState error={maturity.error} retry={() => void maturity.refetch()} />
      ) : !maturity.data ? (
        <div className={classes.page}><Bone height={320} /></div>
      ) : shown ? (
        <div className={classes.page}>
          <Profile finished={finished} shown={shown} />
          <Roadmap maturity={maturity.data} shown={shown} />
          <ImprovePanel maturity={maturity.data} shown={shown} />
        </div>
      ) : (
        <Nothing maturity={maturity.data} />
      )}
    </>
  )
}

/** One sentence a domain: its level, and what bounds it. */
function Claim({ outcome }: { outcome: Outcome }) {
  const { t, i18n } = useLingui()
  const words = useWords()
  const list = new Intl.ListFormat(i18n.locale === 'pseudo' ? 'en' : i18n.locale, { type: 'conjunction' })
  const sentence = (domain: (typeof DOMAINS)[number]) => {
    const claim = outcome.claims.find((each) => each.domain === domain)
    const subject = words.subject(domain)
    if (!claim || claim.level === null) return t`${subject} not assessed as a whole.`
    const level = words.level(claim.level)
    const bounds = list.format(claim.bounded_by.map(words.perspective))
    return claim.bounded_by.length > 3 ? t`${subject} at level ${claim.level}, ${level}.` : t`${subject} at level ${claim.level}, ${level}, bounded by ${bounds}.`
  }
  return <p className={classes.answer}>{DOMAINS.map(sentence).join(' ')}</p>
}

function Action({ maturity }: { maturity: Maturity }) {
  const open = maturity.assessments.find((each) => each.finished_at === null)
  if (open && maturity.may.includes('answer')) {
    return (
      <LinkButton to="/office/$nodeId/maturity/$assessmentId" params={{ nodeId: maturity.node.id, assessmentId: open.id }}>
        <Trans>Continue assessment {open.number}</Trans>
      </LinkButton>
    )
  }
  return maturity.may.includes('begin') && maturity.assessments.length > 0 ? <Begin nodeId={maturity.node.id} /> : null
}

function Begin({ nodeId }: { nodeId: number }) {
  const { act, busy } = useAct()
  const navigate = useNavigate()
  const begin = async () => {
    const begun = await act(() => beginAssessment(nodeId), [['maturity', nodeId]])
    if (begun) await navigate({ to: '/office/$nodeId/maturity/$assessmentId', params: { nodeId, assessmentId: begun.answer.id } })
  }
  return (
    <Button loading={busy} onClick={() => void begin()}>
      <Trans>Begin an assessment</Trans>
    </Button>
  )
}

function Nothing({ maturity }: { maturity: Maturity }) {
  const begun = maturity.assessments.length > 0
  return (
    <EmptyState title={begun ? <Trans>The first assessment is under way</Trans> : <Trans>Nobody has assessed this place yet</Trans>} action={!begun && maturity.may.includes('begin') ? <Begin nodeId={maturity.node.id} /> : undefined}>
      <Trans>Here you will see how projects, programmes and the portfolio are managed, by 21 questions of our own, P3M3-style, and what to improve first. The lowest perspective bounds what may be claimed.</Trans>
    </EmptyState>
  )
}
