/** What is needed, by whom, until when: the cells of the request that say something, and who asked how. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Story } from '~/client/intake'
import { useFormat } from '~/lib/useFormat'
import classes from './Intake.module.css'
import { useLabel } from './useIntakeWords'

/** Shown elsewhere on the page, or told by its head. */
const ELSEWHERE = new Set(['name', 'number', 'state', 'need', 'score', 'contact', 'made_by'])

interface Column {
  key: string
  title: string
  type: string
  options: { titles?: Record<string, string>; labels?: Record<string, Record<string, string>>; currency?: string }
}

export function Need({ story }: { story: Story }) {
  const { t } = useLingui()
  const label = useLabel()
  const format = useFormat()
  const columns = (story.columns as Column[]).filter((column) => !ELSEWHERE.has(column.key) && story.cells[column.key] != null && story.cells[column.key] !== '')
  const need = story.cells.need
  return (
    <section className={classes.part}>
      <h2>
        <Trans>What is needed and why</Trans>
      </h2>
      {typeof need === 'string' ? <p className={classes.need} dir="auto" translate="no">{need}</p> : <p className={classes.dim}>{t`Nobody said why yet.`}</p>}
      <dl className={classes.facts}>
        {columns.map((column) => (
          <div key={column.key}>
            <dt>{label({ en: column.title, ...column.options.titles })}</dt>
            <dd>
              <Cell story={story} column={column} />
            </dd>
          </div>
        ))}
        {story.asked && (
          <div>
            <dt>{story.asked.outside ? <Trans>Asked from outside</Trans> : <Trans>Asked by form</Trans>}</dt>
            <dd translate="no">
              {[story.asked.name, story.asked.address, story.asked.form].filter(Boolean).join(' · ')}, {format.date(story.asked.at.slice(0, 10))}
            </dd>
          </div>
        )}
      </dl>
    </section>
  )
}

function Cell({ story, column }: { story: Story; column: Column }): ReactNode {
  const format = useFormat()
  const label = useLabel()
  const value: unknown = story.cells[column.key]
  const words = (one: unknown) => label(column.options.labels?.[String(one)]) || String(one)
  if (typeof value === 'object' && value !== null && 'raw' in value) return <span translate="no">{String(value.raw)}</span>
  switch (column.type) {
    case 'link':
      return Array.isArray(value) ? <Links story={story} links={value as { sheet: number; row: number }[]} /> : null
    case 'person':
    case 'created_by':
      return <span translate="no">{story.names[String(value)] ?? ''}</span>
    case 'money':
      return format.amount(Number(value), column.options.currency ?? story.currency)
    case 'number':
      return format.number(Number(value), Number.isInteger(value) ? 0 : 1)
    case 'date':
    case 'created_at':
      return format.date(String(value).slice(0, 10))
    case 'choice':
      return words(value)
    case 'choices':
      return Array.isArray(value) ? value.map(words).join(', ') : null
    default:
      return <span dir="auto" translate="no">{typeof value === 'string' || typeof value === 'number' ? String(value) : ''}</span>
  }
}

function Links({ story, links }: { story: Story; links: { sheet: number; row: number }[] }) {
  return (
    <>
      {links.map(({ sheet, row }) => {
        const told = story.links[`${sheet}:${row}`] as { name: string } | null
        return told ? (
          <Link key={`${sheet}:${row}`} to="/sheet/$sheetId" params={{ sheetId: sheet }} search={{ row: `${sheet}.${row}` }} className={classes.linked} translate="no">
            {told.name}
          </Link>
        ) : (
          <span key={`${sheet}:${row}`} className={classes.dim}>
            <Trans>not yours to see</Trans>
          </span>
        )
      })}
    </>
  )
}
