/** What was understood: which sheet, which line has the titles, and for each column what it fills, its type and its first cells. */
import { Checkbox, NativeSelect, NumberInput } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useId, type ReactNode, type RefObject } from 'react'
import type { ListOptions, ListReport } from '~/client/lists'
import { ColumnRow } from '~/features/lists/ColumnRow'
import { useTypeName } from '~/features/lists/names'
import classes from './Lists.module.css'

interface UnderstoodProps {
  report: ListReport
  options: ListOptions
  correct: (change: Partial<ListOptions>) => void
  heading: RefObject<HTMLHeadingElement | null>
}

export function Understood({ report, options, correct, heading }: UnderstoodProps) {
  const { t } = useLingui()
  const typeName = useTypeName()
  return (
    <section className={classes.panel} aria-labelledby="understood-title">
      <h2 id="understood-title" ref={heading} tabIndex={-1}>
        <Trans>What was understood</Trans>
      </h2>
      <Whole report={report} options={options} correct={correct} />
      <div className={classes.scroll} role="region" aria-label={t`Columns of the list`}>
        <table className={classes.columns}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Column of the list</Trans>
              </th>
              <th scope="col">
                <Trans>Becomes</Trans>
              </th>
              <th scope="col">
                <Trans>Read as</Trans>
              </th>
              <th scope="col">
                <Trans>First cells</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {report.columns.map((column) => (
              <ColumnRow key={column.index} column={column} report={report} options={options} correct={correct} typeName={typeName} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

type WholeProps = Omit<UnderstoodProps, 'heading'>

function Whole({ report, options, correct }: WholeProps) {
  const { t } = useLingui()
  const sources = report.columns.map((column) => ({ value: String(column.index), label: column.source }))
  const none = { value: '-1', label: t`none` }
  return (
    <div className={classes.whole}>
      {report.tables.length > 1 && (
        <Field label={t`Sheet of the workbook`}>
          {(id) => <NativeSelect id={id} data={report.tables.map((table, index) => ({ value: String(index), label: `${table.name} (${table.rows})` }))} value={String(report.table)} onChange={(event) => correct({ table: Number(event.currentTarget.value), header: undefined, columns: {}, key: undefined })} />}
        </Field>
      )}
      <NumberInput label={t`Line of the titles (0: none)`} min={0} max={200} allowDecimal={false} key={report.header} defaultValue={report.header} onBlur={(event) => Number(event.currentTarget.value) !== report.header && correct({ header: Number(event.currentTarget.value), columns: {} })} />
      <Field label={t`Rows are told apart by`}>
        {(id) => <NativeSelect id={id} data={[none, ...sources]} value={String(report.key ?? -1)} onChange={(event) => correct({ key: Number(event.currentTarget.value) })} />}
      </Field>
      {report.kind === 'project' ? (
        <Field label={t`Date of the report`}>
          {(id) => <NativeSelect id={id} data={[none, ...sources]} value={String(report.reports ?? -1)} onChange={(event) => correct({ reports: Number(event.currentTarget.value) })} />}
        </Field>
      ) : (
        <Levels report={report} correct={correct} />
      )}
      <Checkbox label={t`Cells that are empty in the list empty what is there`} checked={options.clear ?? false} onChange={(event) => correct({ clear: event.currentTarget.checked })} />
    </div>
  )
}

function Levels({ report, correct }: Pick<UnderstoodProps, 'report' | 'correct'>) {
  const { t } = useLingui()
  const found = report.hierarchy
  const name = found && found.column !== null ? (report.columns[found.column]?.source ?? '') : ''
  const ways: Record<string, string> = {
    indent: t`by their indent`,
    outline: t`by the outline number in ${name}`,
    level: t`by the level in ${name}`,
    parent: t`by the row above in ${name}`,
  }
  const data = [{ value: 'none', label: t`all on one level` }, ...(found ? [{ value: found.by, label: ways[found.by] ?? found.by }] : [])]
  if (!found && data.length < 2) return null
  return (
    <Field label={t`Rows stand below each other`}>
      {(id) => <NativeSelect id={id} data={data} value={found?.by ?? 'none'} onChange={(event) => correct(event.currentTarget.value === 'none' ? { hierarchy: 'none' } : { hierarchy: undefined })} />}
    </Field>
  )
}

/** A native select with its label: it works with the keys of every system, and on a phone. */
function Field({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id} className={classes.label}>
        {label}
      </label>
      {children(id)}
    </div>
  )
}
