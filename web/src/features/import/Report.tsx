/** What the file will bring: counts, the finish against the file's own, what was changed or left out, what to look at. */
import { Button } from '@mantine/core'
import { plural } from '@lingui/core/macro'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { ImportReport } from '~/client/types'
import { useFindingText } from '~/features/import/findingText'
import { useFormat } from '~/lib/useFormat'
import { Facts } from '~/ui/why/Facts'
import classes from './Import.module.css'

export function Report({ report, file, again }: { report: ImportReport; file: File; again: () => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const findingText = useFindingText()
  const counts = [
    [t`Tasks`, report.tasks],
    [t`Links`, report.links],
    [t`Resources`, report.resources],
    [t`Calendars`, report.calendars],
  ] as const
  return (
    <section className={classes.panel} aria-labelledby="report-title">
      <header>
        <h2 id="report-title">
          <Trans>
            What <span translate="no">{file.name}</span> brings
          </Trans>
        </h2>
        <Button variant="subtle" color="gray" size="compact-sm" onClick={again}>
          <Trans>Choose another file</Trans>
        </Button>
      </header>
      <ul className={classes.counts}>
        {counts.map(([name, count]) => (
          <li key={name}>
            <small>{name}</small>
            <strong>{format.number(count)}</strong>
          </li>
        ))}
      </ul>
      <Dates report={report} />
      <Findings title={<Trans>To look at</Trans>} none={<Trans>Nothing stands out: no loops, no dangling ends, no negative slack.</Trans>} items={report.findings.map((finding) => ({ where: tasksOf(finding.uids, t), text: findingText(finding) }))} />
      <Findings title={<Trans>Changed on the way in</Trans>} none={<Trans>Everything was taken as it stands in the file.</Trans>} items={report.changed.map((change) => ({ where: change.where, text: change.message }))} />
      <Findings title={<Trans>Left out</Trans>} none={<Trans>Nothing was left out.</Trans>} items={report.dropped.map((one) => ({ where: one.what, text: t`${plural(one.count, { one: 'Once', other: '# times' })}; Milepost has no use for it yet.` }))} />
    </section>
  )
}

function Dates({ report }: { report: ImportReport }) {
  const { t } = useLingui()
  const format = useFormat()
  const difference = report.finish_difference_seconds
  const rows: [ReactNode, ReactNode][] = [
    [t`Start`, <time key="s">{format.moment(report.start)}</time>],
    [t`Finish, computed`, <time key="f">{format.moment(report.finish)}</time>],
    [t`Finish in the file`, report.file_finish ? <time key="ff">{format.moment(report.file_finish)}</time> : t`none`],
  ]
  if (difference !== null) rows.push([t`Difference`, difference === 0 ? t`none` : <span translate="no">{format.duration(difference)}</span>])
  if (report.compared > 0) rows.push([t`Tasks with the same dates as in the file`, t`${format.number(report.same_dates)} of ${format.number(report.compared)}`])
  rows.push([t`Baseline`, report.has_baseline ? t`in the file` : t`none`])
  return <Facts rows={rows} />
}

type Translate = ReturnType<typeof useLingui>['t']

/** The file's own numbers of the tasks, so that they are found there again. */
function tasksOf(uids: readonly number[], t: Translate): string {
  const numbers = uids.length > 6 ? `${uids.slice(0, 6).join(', ')} …` : uids.join(', ')
  return uids.length === 0 ? '' : uids.length === 1 ? t`Task ${numbers}` : t`Tasks ${numbers}`
}

/** A list that is folded once it is long. */
function Findings({ title, none, items }: { title: ReactNode; none: ReactNode; items: readonly { where: string; text: string }[] }) {
  return (
    <details className={classes.findings} open={items.length > 0 && items.length <= 8}>
      <summary>
        <h3>{title}</h3>
        <span>
          <Plural value={items.length} _0="nothing" one="# entry" other="# entries" />
        </span>
      </summary>
      {items.length === 0 ? (
        <p>{none}</p>
      ) : (
        <ul>
          {items.slice(0, 200).map((item, index) => (
            <li key={index} translate="no">
              <span>{item.text}</span>
              <small>{item.where}</small>
            </li>
          ))}
          {items.length > 200 && (
            <li>
              <Trans>and {items.length - 200} more</Trans>
            </li>
          )}
        </ul>
      )}
    </details>
  )
}
