/** The requests as a table; on a narrow screen as cards in the same order. */
import { Plural, Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { Intake, RequestItem } from '~/client/intake'
import { useFormat } from '~/lib/useFormat'
import classes from './Intake.module.css'
import { STATE_TONE, useLabel, useStateNames } from './useIntakeWords'

const MOST = 300

export function RequestList({ intake, only }: { intake: Intake; only?: readonly RequestItem[] }) {
  const items = (only ?? intake.items).slice(0, MOST)
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col"><Trans>Request</Trans></th>
            <th scope="col"><Trans>State</Trans></th>
            <th scope="col"><Trans>Asked for by</Trans></th>
            <th scope="col"><Trans>Category</Trans></th>
            <th scope="col" data-number><Trans>Cost</Trans></th>
            <th scope="col" data-number><Trans>Value</Trans></th>
            <th scope="col" data-number><Trans>Effort in days</Trans></th>
            <th scope="col" data-number><Trans>Score</Trans></th>
            <th scope="col"><Trans>Wanted by</Trans></th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <Row key={`${item.sheet_id}.${item.row_id}`} item={item} intake={intake} />
          ))}
        </tbody>
      </table>
      {intake.total > items.length && (
        <p className={classes.dim}>
          <Plural value={intake.total} one="# request in all; filter to see fewer." other="# requests in all; filter to see fewer." />
        </p>
      )}
    </div>
  )
}

function Row({ item, intake }: { item: RequestItem; intake: Intake }) {
  const format = useFormat()
  const label = useLabel()
  const states = useStateNames()
  const money = (value: number | null) => (value === null ? '' : format.amount(value, intake.currency))
  return (
    <tr data-mine={item.for_me || undefined}>
      <th scope="row">
        <Link to="/request/$sheetId/$rowId" params={{ sheetId: item.sheet_id, rowId: item.row_id }} dir="auto" translate="no">
          {item.name || item.number}
        </Link>{' '}
        <span className={classes.dim} translate="no">
          {item.number} · {item.node_name}
        </span>
      </th>
      <td>
        <span className={classes.state} data-tone={STATE_TONE[item.state]}>
          {states[item.state]}
        </span>
      </td>
      <td translate="no">{[item.wanted_by, item.unit].filter(Boolean).join(', ')}</td>
      <td>{label(intake.categories.find((one) => one.value === item.category)?.label) || item.category}</td>
      <td data-number>{money(item.cost)}</td>
      <td data-number>{money(item.value)}</td>
      <td data-number>{item.effort === null ? '' : format.number(item.effort)}</td>
      <td data-number>{item.score === null ? '' : format.number(item.score, 1)}</td>
      <td>{item.wanted_for ? format.date(item.wanted_for) : ''}</td>
    </tr>
  )
}
