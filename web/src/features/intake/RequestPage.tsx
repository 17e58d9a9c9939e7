/** The whole story of one request: what is needed, what is like it, what it is worth, how it scores, what was decided. */
import { Button } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconPencil } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { storyQuery, type Story } from '~/client/intake'
import { useFormat } from '~/lib/useFormat'
import { PageHeader } from '~/ui/PageHeader'
import { Bone, ErrorState } from '~/ui/States'
import { Acts } from './Acts'
import { CasePart } from './CasePart'
import { Decisions } from './Decisions'
import classes from './Intake.module.css'
import { Need } from './Need'
import { ScorePart } from './ScorePart'
import { SimilarList } from './SimilarList'
import { STATE_TONE, useStateNames } from './useIntakeWords'

interface RequestPageProps {
  sheetId: number
  rowId: number
  /** Opens the row at the side, for its other cells, comments, files and history. */
  onEdit: () => void
  panel: ReactNode
}

export function RequestPage({ sheetId, rowId, onEdit, panel }: RequestPageProps) {
  const found = useQuery(storyQuery(sheetId, rowId))
  if (found.isError) return <ErrorState error={found.error} retry={() => void found.refetch()} />
  if (!found.data)
    return (
      <div className={classes.list} aria-hidden="true">
        <Bone width="50%" height={28} />
        <Bone width="80%" />
        <Bone height={120} />
      </div>
    )
  return (
    <>
      <Head story={found.data} onEdit={onEdit} />
      <div className={classes.sections}>
        <div className={classes.stack}>
          <Need story={found.data} />
          <CasePart key={`case-${found.data.case?.number ?? 0}`} story={found.data} />
          <ScorePart key={`score-${found.data.scoring.last?.number ?? 0}`} story={found.data} />
        </div>
        <div className={classes.stack}>
          <Acts key={found.data.seen} story={found.data} />
          <Alike story={found.data} />
          <Decisions story={found.data} />
        </div>
      </div>
      {panel}
    </>
  )
}

function Head({ story, onEdit }: { story: Story; onEdit: () => void }) {
  const states = useStateNames()
  const edits = story.may.includes('edit')
  return (
    <PageHeader
      named
      title={story.name || story.number}
      crumbs={story.may.length > 0 ? story.node.path : []}
      chip={
        <span className={classes.state} data-tone={STATE_TONE[story.state]}>
          {states[story.state]}
        </span>
      }
      action={
        story.may.length > 0 && (
          <Button variant="default" leftSection={<IconPencil size={16} stroke={1.75} />} onClick={onEdit}>
            {edits ? <Trans>Edit and discuss</Trans> : <Trans>Open the row</Trans>}
          </Button>
        )
      }
    >
      <p className={classes.answer}>
        <span translate="no">{story.number}</span> · <Standing story={story} />
      </p>
      {story.may.length > 0 && (
        <p className={`${classes.dim} ${classes.below}`}>
          <Link to="/intake/$nodeId" params={{ nodeId: story.node.id }}>
            <Trans>All requests here</Trans>
          </Link>
        </p>
      )}
    </PageHeader>
  )
}

/** How it stands, and whose turn it is, in a sentence. */
function Standing({ story }: { story: Story }) {
  const format = useFormat()
  const { t } = useLingui()
  const last = story.decisions[story.decisions.length - 1]
  const who = story.acts.find((act) => act.what === (story.state === 'approval' ? 'approve' : 'accept'))?.who ?? []
  const names = who.slice(0, 3).join(', ')
  const amount = story.amount ? format.amount(Number(story.amount.amount), story.amount.currency) : t`an amount that nobody has said`
  if (story.state === 'new') return names ? <Trans>It waits for triage by {names}.</Trans> : <Trans>It waits for triage.</Trans>
  if (story.state === 'approval') return names ? <Trans>It waits for {names} to approve {amount}.</Trans> : <Trans>It waits for the approval of {amount}.</Trans>
  if (story.state === 'returned') return <Trans>A question was asked: {last?.reason}</Trans>
  if (story.state === 'case') return <Trans>Its case and its score are being worked out.</Trans>
  if (story.state === 'approved') return <Trans>It was approved and can be started.</Trans>
  if (story.state === 'started') return <Trans>It became a project.</Trans>
  return last?.reason ? <>{last.reason}</> : <Trans>Nothing more is planned with it.</Trans>
}

function Alike({ story }: { story: Story }) {
  if (story.similar.length === 0) return null
  return (
    <section className={classes.part}>
      <h2>
        <Trans>Similar requests and projects</Trans>
      </h2>
      <SimilarList items={story.similar} />
    </section>
  )
}
