/** What an office is for: charter, goals, functions; beside it what needs doing and how far it is set up. */
import { Button, Textarea } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { changeOffice, closeOffice, type Office } from '~/client/offices'
import { useFormat } from '~/lib/useFormat'
import { Markdown } from '~/ui/Markdown'
import { useOfficeWords } from '~/ui/office/words'
import { useAct } from '~/ui/useAct'
import { Functions } from './Functions'
import { Goals } from './Goals'
import classes from './Office.module.css'
import { usePartWords, useTodoWords } from './words'

export function OverviewTab({ office }: { office: Office }) {
  const words = useOfficeWords()
  return (
    <div className={classes.sections}>
      <div>
        <section className={classes.section}>
          <h2>{words.type(office.type)}</h2>
          <p className={classes.about}>{words.typeAbout(office.type)}</p>
        </section>
        <Charter key={office.charter} office={office} />
        <Goals office={office} />
        <Functions office={office} />
        {office.may_change && <Close office={office} />}
      </div>
      <aside>
        <TodoList office={office} />
        <Progress office={office} />
        <Spokes office={office} />
      </aside>
    </div>
  )
}

function Charter({ office }: { office: Office }) {
  const { t } = useLingui()
  const { act, busy } = useAct()
  const [typed, setTyped] = useState<string | null>(null)
  const keep = async () => {
    if (await act(() => changeOffice(office.id, { charter: typed ?? '' }), [['office', office.id]])) setTyped(null)
  }
  return (
    <section className={classes.section}>
      <h2>
        <Trans>Charter</Trans>
      </h2>
      {typed === null ? (
        <>
          {office.charter ? <Markdown text={office.charter} level={2} /> : <p className={classes.about}>{t`Not written yet: what the office is for, what it does and does not do, for whom, by when.`}</p>}
          {office.may_change && (
            <div>
              <Button variant="default" onClick={() => setTyped(office.charter)}>
                {office.charter ? <Trans>Change the charter</Trans> : <Trans>Write the charter</Trans>}
              </Button>
            </div>
          )}
        </>
      ) : (
        <>
          <Textarea autosize minRows={6} maxLength={20_000} aria-label={t`Charter`} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
          <div className={classes.buttons}>
            <Button loading={busy} onClick={() => void keep()}>
              <Trans>Keep the charter</Trans>
            </Button>
            <Button variant="default" onClick={() => setTyped(null)}>
              <Trans>Leave it as it was</Trans>
            </Button>
          </div>
        </>
      )}
    </section>
  )
}

function TodoList({ office }: { office: Office }) {
  const { t } = useLingui()
  const said = useTodoWords()
  const format = useFormat()
  const [all, setAll] = useState(false)
  const shown = all ? office.todo : office.todo.slice(0, 8)
  return (
    <section className={classes.section}>
      <h2>
        <Trans>What needs doing</Trans>
      </h2>
      {office.todo.length === 0 && <p className={classes.about}>{t`Nothing waits.`}</p>}
      <ul className={classes.plain} aria-label={t`What needs doing`}>
        {shown.map((one, index) => (
          <li key={`${one.code}-${one.project_id ?? one.name}-${index}`}>
            <span className={classes.grow}>
              {one.project_id ? (
                <Link to="/projects/$projectId" params={{ projectId: one.project_id }}>
                  {said(one)}
                </Link>
              ) : (
                said(one)
              )}
            </span>
            {one.due && (
              <span className={classes.chip} data-tone={one.late ? 'red' : undefined}>
                {one.late ? t`late: ${format.date(one.due)}` : format.date(one.due)}
              </span>
            )}
          </li>
        ))}
      </ul>
      {shown.length < office.todo.length && (
        <Button variant="subtle" onClick={() => setAll(true)}>
          <Trans>Show all {office.todo.length}</Trans>
        </Button>
      )}
    </section>
  )
}

function Progress({ office }: { office: Office }) {
  const { t } = useLingui()
  const part = usePartWords()
  const done = office.progress.filter((one) => one.done >= one.of).length
  return (
    <section className={classes.section}>
      <h2>
        <Trans>
          Set up: {done} of {office.progress.length}
        </Trans>
      </h2>
      <ul className={classes.plain} aria-label={t`How far it is set up`}>
        {office.progress.map((one) => (
          <li key={one.key}>
            <span className={classes.grow}>{part(one.key)}</span>
            <span className={classes.chip} data-tone={one.done >= one.of ? 'green' : 'amber'}>
              {one.done >= one.of ? t`done` : t`${one.done} of ${one.of}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Spokes({ office }: { office: Office }) {
  const words = useOfficeWords()
  if (office.spokes.length === 0) return null
  return (
    <section className={classes.section}>
      <h2>
        <Trans>Offices that report to it</Trans>
      </h2>
      <ul className={classes.plain}>
        {office.spokes.map((one) => (
          <li key={one.id}>
            <Link className={classes.grow} to="/office/$nodeId" params={{ nodeId: one.node_id }} translate="no">
              {one.name}
            </Link>
            <span className={classes.chip}>{words.type(one.type)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Close({ office }: { office: Office }) {
  const { t } = useLingui()
  const { act, busy } = useAct()
  const [reason, setReason] = useState<string | null>(null)
  const close = () => void act(() => closeOffice(office.id, reason ?? ''), [['offices'], ['office'], ['office-at']], t`The office was closed.`)
  if (reason === null)
    return (
      <section className={classes.section}>
        <div>
          <Button variant="subtle" color="red" onClick={() => setReason('')}>
            <Trans>Close the office</Trans>
          </Button>
        </div>
      </section>
    )
  return (
    <section className={classes.section}>
      <Textarea autosize minRows={2} label={t`Why it is closed`} description={t`The next office above becomes responsible. What this one was is kept.`} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      <div className={classes.buttons}>
        <Button color="red" loading={busy} disabled={!reason.trim()} onClick={close}>
          <Trans>Close the office</Trans>
        </Button>
        <Button variant="default" onClick={() => setReason(null)}>
          <Trans>Leave it open</Trans>
        </Button>
      </div>
    </section>
  )
}
