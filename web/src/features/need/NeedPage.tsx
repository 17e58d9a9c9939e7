/** Do we need an office: the answer in a sentence, the figure with its parts, month by month and part by part, each of which opens. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { needQuery, type Need } from '~/client/need'
import { nodeQuery } from '~/client/queries'
import { LinkButton } from '~/ui/LinkButton'
import { PageHeader } from '~/ui/PageHeader'
import { LineFigure } from '~/ui/profile/LineFigure'
import { Bone, EmptyState, ErrorState } from '~/ui/States'
import { useFormat } from '~/lib/useFormat'
import { Computed } from './Computed'
import { Months } from './Months'
import classes from './Need.module.css'
import { Tiles } from './Tiles'
import { Units } from './Units'
import { useNeedAddress, useWords } from './useNeed'
import { WhyNeed } from './WhyNeed'

export function NeedPage() {
  const { t } = useLingui()
  const [nodeId] = useNeedAddress()
  const need = useQuery(needQuery(nodeId))
  const place = useQuery(nodeQuery(nodeId))
  return (
    <>
      <PageHeader
        title={t`Do we need an office?`}
        crumbs={place.data?.path ?? []}
        action={
          <LinkButton to="/office/$nodeId/maturity" params={{ nodeId }} variant="default">
            <Trans>How mature are we?</Trans>
          </LinkButton>
        }
      >
        {need.data && <Answer need={need.data} />}
      </PageHeader>
      {need.isError ? <ErrorState error={need.error} retry={() => void need.refetch()} /> : need.data ? <Contents need={need.data} /> : <Waiting />}
    </>
  )
}

function Answer({ need }: { need: Need }) {
  const { i18n } = useLingui()
  const words = useWords()
  const reasons = need.answer.reasons.map(words.reason)
  const listed = new Intl.ListFormat(i18n.locale === 'pseudo' ? 'en' : i18n.locale, { type: 'conjunction' }).format(reasons)
  return (
    <p className={classes.answer}>
      <strong>{words.answer(need)}</strong> {reasons.length > 0 && <Trans>What says so: {listed}.</Trans>}
    </p>
  )
}

function Waiting() {
  return (
    <div className={classes.page}>
      <Bone height={76} />
      <Bone height={180} />
    </div>
  )
}

function Contents({ need }: { need: Need }) {
  const { t } = useLingui()
  const format = useFormat()
  const known = need.months.filter((month) => month.figure !== null)
  if (need.months.every((month) => month.parts[0]?.count === 0) && known.length === 0) return <NothingRuns />
  return (
    <div className={classes.page}>
      <Tiles need={need} />
      <div className={classes.columns}>
        <section aria-label={t`Month by month`}>
          <LineFigure title={t`Stretch by month, from 0 to 100`} days={known.map((month) => month.day)} values={known.map((month) => month.figure)} label={(value) => format.number(value)} from={0} />
          <Months need={need} />
        </section>
        <section aria-label={t`How this is computed`}>
          <Computed need={need} />
        </section>
      </div>
      {need.units.length > 0 && <Units need={need} />}
      <WhyNeed need={need} />
    </div>
  )
}

function NothingRuns() {
  return (
    <EmptyState
      title={<Trans>No project runs here</Trans>}
      action={
        <LinkButton to="/lists/new">
          <Trans>Bring in a list of projects</Trans>
        </LinkButton>
      }
    >
      <Trans>Here you will see month by month how stretched people and projects are, and whether an office would help. It is read from the list of projects; plans are not needed for it.</Trans>
    </EmptyState>
  )
}
