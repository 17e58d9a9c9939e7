/** The requests by state, a column each; a card opens the request. What is decided for good is folded away. */
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Intake, RequestItem, RequestState } from '~/client/intake'
import { useFormat } from '~/lib/useFormat'
import classes from './Intake.module.css'
import { STATES } from './search'
import { useStateNames } from './useIntakeWords'

const FOLDED: ReadonlySet<RequestState> = new Set<RequestState>(['deferred', 'rejected', 'merged'])
const AT_FIRST = 30

export function Board({ intake }: { intake: Intake }) {
  const shown = STATES.filter((state) => !FOLDED.has(state) || intake.items.some((item) => item.state === state))
  return (
    <div className={classes.board}>
      {shown.map((state) => (
        <Column key={state} state={state} items={intake.items.filter((item) => item.state === state)} currency={intake.currency} />
      ))}
    </div>
  )
}

function Column({ state, items, currency }: { state: RequestState; items: RequestItem[]; currency: string }) {
  const names = useStateNames()
  const [all, setAll] = useState(false)
  const shown = all ? items : items.slice(0, AT_FIRST)
  return (
    <section className={classes.column} aria-label={names[state]}>
      <h2>
        {names[state]} <span className={classes.count}>{items.length}</span>
      </h2>
      <ul>
        {shown.map((item) => (
          <Card key={`${item.sheet_id}.${item.row_id}`} item={item} currency={currency} />
        ))}
      </ul>
      {items.length > shown.length && (
        <button type="button" className={classes.chip} onClick={() => setAll(true)}>
          <Trans>Show {items.length - shown.length} more</Trans>
        </button>
      )}
    </section>
  )
}

function Card({ item, currency }: { item: RequestItem; currency: string }) {
  const format = useFormat()
  return (
    <li className={classes.card} data-mine={item.for_me || undefined}>
      <Link to="/request/$sheetId/$rowId" params={{ sheetId: item.sheet_id, rowId: item.row_id }} dir="auto" translate="no">
        {item.name || item.number}
      </Link>
      <p className={classes.dim}>
        <span translate="no">{item.number}</span>
        {item.cost !== null && <span>{format.amount(item.cost, currency)}</span>}
        {item.score !== null && (
          <span>
            <Trans>{format.number(item.score, 1)} points</Trans>
          </span>
        )}
      </p>
      <p className={classes.dim} translate="no">
        {[item.wanted_by, item.unit].filter(Boolean).join(', ')}
      </p>
      {item.for_me && (
        <p className={classes.mine}>
          <Trans>Waits for you</Trans>
        </p>
      )}
    </li>
  )
}
