/** Above the plan: undo, filter, zoom, what is drawn, which columns; what is on its way to the server. */
import { ActionIcon, Button, Checkbox, Menu, Popover, SegmentedControl, Stack, TextInput, Tooltip } from '@mantine/core'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import {
  IconArrowAutofitWidth, IconArrowBackUp, IconArrowForwardUp, IconColumns3, IconEye, IconFilter, IconMinus, IconPlus, IconSearch,
} from '@tabler/icons-react' // prettier-ignore
import type { ReactNode } from 'react'
import { PLAN_COLUMNS } from '~/engines/plan/columns'
import { closer, wider, ZOOMS } from '~/engines/gantt/zoom'
import classes from './PlanPage.module.css'
import type { Pane, Show } from './search'
import type { Shared } from './shared'
import { useColumnTitles } from './usePlanWords'

interface PlanToolbarProps extends Shared {
  pane: Pane
  fit: () => void
}

export function PlanToolbar(props: PlanToolbarProps) {
  const { state, view, actions, zoom, pane, narrow, fit } = props
  const { t } = useLingui()
  const { search, change } = view
  return (
    <div className={classes.toolbar} role="toolbar" aria-label={t`Plan`}>
      {state.mayEdit && (
        <span className={classes.group}>
          <Tool label={t`Undo`} run={actions.undo} disabled={!state.canUndo && state.waiting === 0} icon={<IconArrowBackUp size={18} stroke={1.75} />} />
          <Tool label={t`Redo`} run={actions.redo} disabled={!state.canRedo} icon={<IconArrowForwardUp size={18} stroke={1.75} />} />
          <Tool label={t`Insert a row above`} run={actions.insert} icon={<IconPlus size={18} stroke={1.75} />} />
        </span>
      )}
      <span className={classes.group}>
        <TextInput
          className={classes.filter}
          size="xs"
          aria-label={t`Filter by name`}
          placeholder={t`Filter by name`}
          leftSection={<IconSearch size={14} />}
          value={search.q ?? ''}
          onChange={(event) => change({ q: event.currentTarget.value })}
        />
        <ShowMenu {...props} />
      </span>
      <span className={classes.space} />
      <Sending state={state} />
      {(narrow || search.pane) && (
        <SegmentedControl
          size="xs"
          aria-label={t`What is shown`}
          value={pane}
          onChange={(value) => change({ pane: value as Pane })}
          data={[{ value: 'grid', label: t`Grid` }, ...(narrow ? [] : [{ value: 'both', label: t`Both` }]), { value: 'chart', label: t`Chart` }]}
        />
      )}
      {pane !== 'grid' && (
        <span className={classes.group}>
          <Tool label={t`Zoom out`} run={() => change({ zoom: wider(zoom) })} disabled={zoom === ZOOMS.at(-1)} icon={<IconMinus size={18} stroke={1.75} />} />
          <ZoomName zoom={zoom} />
          <Tool label={t`Zoom in`} run={() => change({ zoom: closer(zoom) })} disabled={zoom === ZOOMS[0]} icon={<IconPlus size={18} stroke={1.75} />} />
          <Tool label={t`Fit the whole plan`} run={fit} icon={<IconArrowAutofitWidth size={18} stroke={1.75} />} />
        </span>
      )}
      <span className={classes.group}>
        <LookMenu {...props} />
        <ColumnChooser {...props} />
      </span>
    </div>
  )
}

function Tool({ label, run, icon, disabled }: { label: string; run: () => void; icon: ReactNode; disabled?: boolean }) {
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} onClick={run} disabled={disabled}>
        {icon}
      </ActionIcon>
    </Tooltip>
  )
}

function ZoomName({ zoom }: { zoom: Shared['zoom'] }) {
  const { t } = useLingui()
  const names = { hour: t`Hours`, day: t`Days`, week: t`Weeks`, month: t`Months`, quarter: t`Quarters`, year: t`Years` }
  return (
    <span className={classes.note} style={{ minWidth: 56, textAlign: 'center' }} aria-live="polite">
      {names[zoom]}
    </span>
  )
}

/** Quiet while all is well. */
function Sending({ state }: { state: Shared['state'] }) {
  if (!state.mayEdit)
    return (
      <span className={classes.note}>
        <Trans>You may read this plan, not change it.</Trans>
      </span>
    )
  if (!state.offline) return null
  return (
    <span className={classes.note} data-warn role="status">
      <Plural value={state.waiting} one="No connection. # edit is kept here and sent when it is back." other="No connection. # edits are kept here and sent when it is back." />
    </span>
  )
}

function ShowMenu({ view }: Shared) {
  const { t } = useLingui()
  const names: Record<Show, string> = { critical: t`Critical tasks`, late: t`Later than the baseline`, open: t`Not done yet` }
  const { show } = view.search
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button size="compact-sm" variant={show ? 'light' : 'subtle'} color={show ? 'accent' : 'gray'} leftSection={<IconFilter size={16} stroke={1.75} />}>
          {show ? names[show] : t`All tasks`}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => view.change({ show: undefined })}>{t`All tasks`}</Menu.Item>
        {(Object.keys(names) as Show[]).map((key) => (
          <Menu.Item key={key} onClick={() => view.change({ show: key })}>
            {names[key]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function LookMenu({ view }: Shared) {
  const { t } = useLingui()
  const { search, change } = view
  return (
    <Popover position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon aria-label={t`What is drawn`}>
          <IconEye size={18} stroke={1.75} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <Checkbox size="sm" label={t`Critical path`} checked={search.critical !== false} onChange={(event) => change({ critical: event.currentTarget.checked ? undefined : false })} />
          <Checkbox size="sm" label={t`Baseline`} checked={search.baseline !== false} onChange={(event) => change({ baseline: event.currentTarget.checked ? undefined : false })} />
          <Checkbox size="sm" label={t`Compact rows`} checked={search.compact === true} onChange={(event) => change({ compact: event.currentTarget.checked ? true : undefined })} />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}

function ColumnChooser({ view }: Shared) {
  const { t } = useLingui()
  const titles = useColumnTitles()
  const shown = view.columns.map((column) => column.key)
  const toggle = (key: string) => {
    const next = shown.includes(key) ? shown.filter((each) => each !== key) : PLAN_COLUMNS.map((column) => column.key).filter((each) => each === key || shown.includes(each))
    view.change({ cols: next.join('.') })
  }
  return (
    <Popover position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon aria-label={t`Columns`}>
          <IconColumns3 size={18} stroke={1.75} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown mah={420} style={{ overflow: 'auto' }}>
        <Stack gap="xs">
          {PLAN_COLUMNS.filter((column) => column.key !== 'name').map(({ key }) => (
            <Checkbox key={key} size="sm" label={titles[key]} checked={shown.includes(key)} onChange={() => toggle(key)} />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
