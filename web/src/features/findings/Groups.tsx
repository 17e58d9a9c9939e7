/** The findings of a place by rule or by project: each group opens to its findings. */
import { NativeSelect } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconChevronRight } from '@tabler/icons-react'
import { useId } from 'react'
import { SEVERITIES, STATES, type FindingGroup, type FindingState, type Kept, type Severity } from '~/client/findings'
import { Bone, EmptyState } from '~/ui/States'
import { FindingList } from './FindingList'
import classes from './Findings.module.css'
import type { FindingsSearch } from './search'
import { countOf, shown } from './summary'
import { useRuleName, useSeverityName } from './words'

interface View {
  view: FindingsSearch
  change: (part: Partial<FindingsSearch>) => void
}

export function FilterBar({ view, change }: View) {
  const { t } = useLingui()
  const severityName = useSeverityName()
  const states: Record<FindingState, string> = { open: t`Open ones`, waived: t`Waived ones`, all: t`Open and waived ones` }
  return (
    <div className={classes.bar} role="search">
      <NativeSelect size="sm" aria-label={t`Group by`} value={view.by ?? 'rule'} data={[{ value: 'rule', label: t`By rule` }, { value: 'project', label: t`By project` }]} onChange={(event) => change({ by: event.currentTarget.value === 'project' ? 'project' : undefined, opened: undefined })} />
      <NativeSelect size="sm" aria-label={t`Severity`} data-page-filter value={view.severity ?? ''} data={[{ value: '', label: t`Every severity` }, ...SEVERITIES.map((one) => ({ value: one, label: severityName(one) }))]} onChange={(event) => change({ severity: SEVERITIES.find((one) => one === event.currentTarget.value) })} />
      <NativeSelect size="sm" aria-label={t`Open or waived`} value={view.stand ?? 'open'} data={STATES.map((one) => ({ value: one, label: states[one] }))} onChange={(event) => change({ stand: STATES.find((one) => one === event.currentTarget.value && one !== 'open') })} />
    </div>
  )
}

export function Groups({ nodeId, kept, view, change }: View & { nodeId: number; kept: Kept | undefined }) {
  if (!kept) return <Bones />
  const groups = shown(view.by === 'project' ? kept.projects : kept.rules, view.severity, view.stand ?? 'open')
  if (groups.length === 0) return <Nothing kept={kept} filtered={view.severity !== undefined || view.stand !== undefined} />
  return (
    <div className={classes.groups}>
      {groups.map((group) => (
        <Group key={group.key} nodeId={nodeId} group={group} view={view} change={change} />
      ))}
    </div>
  )
}

function Group({ nodeId, group, view, change }: View & { nodeId: number; group: FindingGroup }) {
  const ruleName = useRuleName()
  const id = useId()
  const byProject = view.by === 'project'
  const open = view.opened === group.key
  const name = byProject ? group.name : ruleName(group.key)
  const wanted = { ...(byProject ? { project: Number(group.key) } : { rule: group.key }), severity: view.severity, state: view.stand }
  return (
    <section className={classes.group} aria-labelledby={id}>
      <button type="button" className={classes.head} aria-expanded={open} onClick={() => change({ opened: open ? undefined : group.key })}>
        <IconChevronRight size={16} stroke={1.75} aria-hidden="true" className={classes.turn} />
        <span id={id} className={classes.name} translate={byProject ? 'no' : undefined} dir="auto">
          {name}
        </span>
        <Counts group={group} severity={view.severity} state={view.stand ?? 'open'} projects={!byProject} />
      </button>
      {open && <FindingList nodeId={nodeId} wanted={wanted} label={name} project={!byProject} />}
    </section>
  )
}

function Counts({ group, severity, state, projects }: { group: FindingGroup; severity: Severity | undefined; state: FindingState; projects: boolean }) {
  const { t } = useLingui()
  const severityName = useSeverityName()
  const told = SEVERITIES.filter((one) => (severity ?? one) === one && group[one] > 0 && state !== 'waived')
  return (
    <span className={classes.counts}>
      {projects && state !== 'waived' && countOf(group, severity, 'open') > 0 && <span className={classes.dim}>{t`Projects: ${group.projects}`}</span>}
      {told.map((one) => (
        <span key={one} className={classes.chip} data-tone={one}>
          {severityName(one)}: {group[one]}
        </span>
      ))}
      {state !== 'open' && group.waived > 0 && (
        <span className={classes.chip} data-tone="granted">
          {t`Waived: ${group.waived}`}
        </span>
      )}
    </span>
  )
}

function Nothing({ kept, filtered }: { kept: Kept; filtered: boolean }) {
  if (filtered) {
    return (
      <EmptyState title={<Trans>Nothing like that is here</Trans>}>
        <Trans>Look for every severity, or for open and waived ones.</Trans>
      </EmptyState>
    )
  }
  return (
    <EmptyState title={kept.checked > 0 ? <Trans>Everything that is asked for is kept</Trans> : <Trans>Nothing is asked for here</Trans>}>
      <Trans>What a method asks for and a project does not keep stands here, with the reason, and a button where it can be put right at once.</Trans>
    </EmptyState>
  )
}

function Bones() {
  return (
    <div className={classes.groups} aria-hidden="true">
      {[45, 60, 35, 50].map((width) => (
        <div key={width} className={classes.group}>
          <div className={classes.head}>
            <Bone width={`${width}%`} height={20} />
          </div>
        </div>
      ))}
    </div>
  )
}
