/** What the import would do, in a sentence; what it would make; what to look at; and the button. */
import { Button, Checkbox, Progress, TextInput } from '@mantine/core'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { ListReport, Make } from '~/client/lists'
import { Findings } from '~/features/lists/Findings'
import { Sentence } from '~/features/lists/Sentence'
import type { ListState } from '~/features/lists/useList'
import { useFormat } from '~/lib/useFormat'
import classes from './Lists.module.css'

export function Outcome({ state, report }: { state: ListState; report: ListReport }) {
  const busy = state.check.isPending || state.bring.isPending
  return (
    <section className={classes.panel} aria-labelledby="outcome-title">
      <h2 id="outcome-title">
        <Trans>What it will bring</Trans>
      </h2>
      <p role="status" className={classes.sentence}>
        <Sentence counts={report.rows.all} kind={report.kind} />
      </p>
      <Makes state={state} report={report} />
      {state.bring.isPending ? <Running state={state} /> : <Buttons state={state} report={report} busy={busy} />}
      <Findings report={report} />
    </section>
  )
}

function Buttons({ state, report, busy }: { state: ListState; report: ListReport; busy: boolean }) {
  const format = useFormat()
  const { all, right } = report.rows
  const coming = (counts: typeof all) => counts.new + counts.changed + counts.same
  const start = (what: 'all' | 'right') => state.bring.mutate({ checked: report, what })
  const nameless = report.findings.some((finding) => finding.code === 'no_name_column')
  return (
    <div className={classes.buttons}>
      <Button onClick={() => start('all')} disabled={busy || nameless || coming(all) === 0}>
        <Trans>Import {format.number(coming(all))}</Trans>
      </Button>
      {coming(right) !== coming(all) && coming(right) > 0 && (
        <Button variant="default" onClick={() => start('right')} disabled={busy || nameless}>
          <Trans>Import only the {format.number(coming(right))} without doubts</Trans>
        </Button>
      )}
      {coming(all) === 0 && (
        <p className={classes.dim}>
          <Trans>No row can come in. Below is why.</Trans>
        </p>
      )}
    </div>
  )
}

function Running({ state }: { state: ListState }) {
  const { t } = useLingui()
  const format = useFormat()
  const { done = 0, total = 1 } = state.progress ?? {}
  return (
    <div role="status">
      <p>
        <Trans>
          {format.number(done)} of {format.number(total)} are in. If this page is closed, it goes on where it was.
        </Trans>
      </p>
      <Progress value={(100 * done) / Math.max(total, 1)} aria-label={t`Progress of the import`} />
    </div>
  )
}

function Makes({ state, report }: { state: ListState; report: ListReport }) {
  const { t } = useLingui()
  const { nodes, people, columns } = report.makes
  const make = state.options.make ?? {}
  const change = (part: Make) => state.correct({ make: { ...make, ...part } })
  const strangers = report.findings.some((finding) => finding.code === 'people_unknown') || people.length > 0
  const missing = report.findings.some((finding) => finding.code === 'place_missing')
  return (
    <div className={classes.makes}>
      {(nodes.length > 0 || missing) && <Checkbox label={<Plural value={nodes.length} one="Make # unit, portfolio or programme that is missing" other="Make # units, portfolios and programmes that are missing" />} description={nodes.map((node) => node.name).join(', ')} checked={make.nodes ?? true} onChange={(event) => change({ nodes: event.currentTarget.checked })} />}
      {columns.length > 0 && <Checkbox label={<Plural value={columns.length} one="Add # column" other="Add # columns" />} description={columns.map((column) => column.title).join(', ')} checked onChange={() => change({ columns: false })} />}
      {columns.length === 0 && make.columns === false && <Checkbox label={t`Add the columns that have no place yet`} checked={false} onChange={() => change({ columns: true })} />}
      {strangers && <People make={make} people={people} change={change} />}
    </div>
  )
}

interface PeopleProps {
  make: Make
  people: ListReport['makes']['people']
  change: (part: Make) => void
}

function People({ make, people, change }: PeopleProps) {
  const { t } = useLingui()
  const [domain, setDomain] = useState(make.people_at ?? '')
  return (
    <>
      <Checkbox
        label={people.length > 0 ? <Plural value={people.length} one="Create # person who is not here yet" other="Create # people who are not here yet" /> : t`Create people who are not here yet`}
        description={people.map((person) => `${person.name} (${person.email})`).join(', ') || t`They can be named, and get in once somebody invites them.`}
        checked={make.people ?? false}
        onChange={(event) => change({ people: event.currentTarget.checked })}
      />
      {make.people && <TextInput label={t`Their addresses end with`} placeholder="example.org" value={domain} onChange={(event) => setDomain(event.currentTarget.value)} onBlur={() => domain !== (make.people_at ?? '') && change({ people_at: domain })} />}
    </>
  )
}
