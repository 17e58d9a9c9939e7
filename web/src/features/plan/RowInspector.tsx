/** Why the selected row has these dates: figures with what they come from, links, the history of the cell. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Fragment } from 'react'
import { shownText, type CellWords } from '~/engines/plan/cellText'
import { COLUMN_BY_KEY, type PlanColumn } from '~/engines/plan/columns'
import { formatLag, linksOf } from '~/engines/plan/links'
import { isMisfit, type Row, type RowId } from '~/engines/plan/rows'
import { Inspector } from '~/ui/Inspector'
import classes from './PlanPage.module.css'
import type { Shared } from './shared'
import { cellHistory } from './sheetApi'
import { useColumnTitles } from './usePlanWords'
import { useWhy } from './useWhy'

interface RowInspectorProps extends Shared {
  sheetId: number
  active: { row: RowId; column: PlanColumn }
  choose: (row: RowId) => void
  close: () => void
}

const FACTS = ['start', 'finish', 'duration', 'percent_complete', 'total_slack', 'free_slack', 'baseline_start', 'baseline_finish', 'slip', 'constraint', 'constraint_date', 'deadline', 'assignments']

export function RowInspector({ state, outline, words, sheetId, active, choose, close }: RowInspectorProps) {
  const titles = useColumnTitles()
  const why = useWhy(words)
  const placed = outline.byId.get(active.row)
  if (!placed) return null
  const { row } = placed
  const facts = FACTS.map((key) => COLUMN_BY_KEY.get(key) as PlanColumn).filter((column) => shownText(column, row, words) !== '')
  return (
    <Inspector title={<bdi>{String(row.cells['name'] ?? '') || <Trans>Row {placed.number}</Trans>}</bdi>} onClose={close}>
      <dl className={classes.facts}>
        {facts.map((column) => (
          <Fragment key={column.key}>
            <dt>{titles[column.key]}</dt>
            <dd>
              <Fact column={column} row={row} words={words} why={why(column.key, row, placed.hasChildren)} />
            </dd>
          </Fragment>
        ))}
      </dl>
      <Links row={row} outline={outline} words={words} choose={choose} />
      <History sheetId={sheetId} row={row} column={active.column} version={state.seq} words={words} />
    </Inspector>
  )
}

function Fact({ column, row, words, why }: { column: PlanColumn; row: Row; words: CellWords; why: string | null }) {
  const value = row.cells[column.key]
  return (
    <>
      <span className={isMisfit(value) ? classes.problem : undefined}>{column.type === 'moment' && !isMisfit(value) ? words.moments.full(value) : shownText(column, row, words)}</span>
      {isMisfit(value) && <span className={classes.why}>{value.problem}</span>}
      {why && <span className={classes.why}>{why}</span>}
    </>
  )
}

function Links({ row, outline, words, choose }: { row: Row; outline: Shared['outline']; words: CellWords; choose: (row: RowId) => void }) {
  const before = linksOf(row).map((link) => ({ id: link.row, link }))
  const after = outline.all.flatMap((other) => linksOf(other.row).filter((link) => link.row === row.id).map((link) => ({ id: other.row.id, link })))
  const list = (found: typeof before) =>
    found.map(({ id, link }) => (
      <dd key={`${id}-${link.kind}`}>
        <button type="button" onClick={() => choose(id)}>
          {words.numberOf(id)} <bdi>{String(outline.byId.get(id)?.row.cells['name'] ?? '')}</bdi>
        </button>
        <span className={classes.why}>
          {link.kind}
          {formatLag(link, words.time, words.letters)}
        </span>
      </dd>
    ))
  return (
    <dl className={classes.facts} style={{ gridTemplateColumns: '1fr' }}>
      <dt>
        <Plural value={before.length} _0="No predecessors" one="# predecessor" other="# predecessors" />
      </dt>
      {list(before)}
      <dt>
        <Plural value={after.length} _0="No successors" one="# successor" other="# successors" />
      </dt>
      {list(after)}
    </dl>
  )
}

function History({ sheetId, row, column, version, words }: { sheetId: number; row: Row; column: PlanColumn; version: number; words: CellWords }) {
  const { i18n } = useLingui()
  const titles = useColumnTitles()
  const found = useQuery({ queryKey: ['cell-history', sheetId, row.id, column.key, version], queryFn: () => cellHistory(sheetId, row.id, column.key), retry: false })
  const text = (value: unknown) => shownText(column, { ...row, cells: { [column.key]: value } }, words) || '—'
  const items = found.data?.items ?? []
  return (
    <>
      <h3 className={classes.section}>
        <Trans>History of “{titles[column.key]}”</Trans>
      </h3>
      {found.isSuccess && items.length === 0 && (
        <p className={classes.why}>
          <Trans>Nobody has changed it here.</Trans>
        </p>
      )}
      <ul className={classes.history}>
        {items.map((entry) => (
          <li key={entry.seq}>
            <bdi>{text(entry.old)}</bdi> → <bdi>{text(entry.new)}</bdi>
            <span className={classes.why}>
              {entry.by}, {i18n.date(new Date(entry.at), { dateStyle: 'medium', timeStyle: 'short' })}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
