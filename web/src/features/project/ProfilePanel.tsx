/** What the project says of itself: every column of its profile, edited where it is read. */
import { notifications } from '@mantine/notifications'
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { undoProfile, writeProfile } from '~/client/profiles'
import type { ProjectDetail } from '~/client/types'
import { isEmpty, isMisfit, shownText } from '~/engines/register/cells'
import type { Column } from '~/engines/register/columns'
import { useErrorText } from '~/ui/errorText'
import { ProfileEditor } from '~/ui/profile/ProfileEditor'
import { useProfileWords } from '~/ui/profile/useProfileWords'
import { Origin } from './Origin'
import classes from './Overview.module.css'

/** Roles that stand in the head of the page or in the panel of the status. */
const ELSEWHERE = new Set(['name', 'stated_status', 'stated_reason'])

export function ProfilePanel({ project }: { project: ProjectDetail }) {
  const errorText = useErrorText()
  const { columns, words, roles } = useProfileWords(project.columns, project.names, project.profile_currency)
  const [editing, setEditing] = useState<string | null>(null)
  const list = useRef<HTMLDListElement>(null)
  const elsewhere = new Set([...ELSEWHERE].map((role) => roles[role]))
  const may = project.may.includes('edit')
  const run = (work: Promise<void>) => void work.catch((error: unknown) => notifications.show({ message: errorText(error), color: 'red', withBorder: true }))
  const done = (column: Column, next: { value: unknown } | undefined, on: boolean) => {
    setEditing(null)
    if (next) run(writeProfile(project, { [column.key]: next.value }))
    if (on) requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-key="${column.key}"]`)?.focus())
  }
  return (
    <section className={classes.panel} aria-labelledby="profile-title">
      <header>
        <h2 id="profile-title">
          <Trans>Profile</Trans>
        </h2>
        {project.profile_id !== null && (
          <Link to="/sheet/$sheetId" params={{ sheetId: project.profile_id }} search={{ row: `${project.profile_id}.${project.id}` }} className={classes.more}>
            <Trans>History and comments</Trans>
          </Link>
        )}
      </header>
      <Origin projectId={project.id} />
      <dl ref={list} className={classes.profile}>
        {columns
          .filter((column) => !elsewhere.has(column.key))
          .map((column) => (
            <div key={column.key} data-lines={column.lines || undefined}>
              <dt translate="no">{column.title}</dt>
              <dd>
                {editing === column.key ? (
                  <ProfileEditor column={column} value={project.cells[column.key]} words={words} people={Object.values(project.names)} done={(next, on) => done(column, next, on)} />
                ) : (
                  <Value column={column} value={project.cells[column.key]} text={shownText(column, project.cells[column.key], words)} edit={may && column.editable ? () => setEditing(column.key) : undefined} undo={() => run(undoProfile(project))} />
                )}
              </dd>
            </div>
          ))}
      </dl>
    </section>
  )
}

interface ValueProps {
  column: Column
  value: unknown
  text: string
  edit?: () => void
  undo: () => void
}

function Value({ column, value, text, edit, undo }: ValueProps) {
  const { t } = useLingui()
  const shown = isEmpty(value) ? '\u2013' : text
  const problem = isMisfit(value) ? value.problem : undefined
  const undoKey = (event: React.KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return
    event.preventDefault()
    undo()
  }
  if (!edit) return <span translate="no" title={problem}>{shown}</span>
  return (
    <button type="button" data-key={column.key} title={problem} aria-label={t`${column.title}: ${isEmpty(value) ? t`empty` : text}. Change it`} onClick={edit} onKeyDown={undoKey} translate="no">
      {shown}
    </button>
  )
}
