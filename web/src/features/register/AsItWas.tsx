/** The register as it was at the end of a day, and a clear word that it is. */
import { ActionIcon, Button, Popover } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconHistory } from '@tabler/icons-react'
import { useState } from 'react'
import { MonthPicker } from '~/ui/MonthPicker'
import classes from './Register.module.css'
import type { Shared } from './shared'

const today = () => new Date().toISOString().slice(0, 10)

export function AsItWas({ view, words }: Shared) {
  const { t } = useLingui()
  const [opened, setOpened] = useState(false)
  return (
    <Popover position="bottom-end" trapFocus returnFocus opened={opened} onChange={setOpened}>
      <Popover.Target>
        <ActionIcon aria-label={t`As it was on a day`} onClick={() => setOpened(!opened)} variant={view.shown.on ? 'light' : 'subtle'} color={view.shown.on ? 'accent' : 'gray'}>
          <IconHistory size={18} stroke={1.75} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={t`As it was on a day`}>
        <MonthPicker
          day={view.shown.on ?? today()}
          locale={words.locale}
          choose={(day) => {
            setOpened(false)
            view.change({ on: day < today() ? day : undefined })
          }}
        />
      </Popover.Dropdown>
    </Popover>
  )
}

export function AsItWasBanner({ view, words }: Shared) {
  if (!view.shown.on) return null
  const day = words.moments.date(view.shown.on)
  return (
    <div className={classes.banner} role="status">
      <span>
        <Trans>
          As it was on <strong data-date>{day}</strong>. You can read it, not change it.
        </Trans>
      </span>
      <Button size="compact-sm" variant="default" onClick={() => view.change({ on: undefined })}>
        <Trans>Back to today</Trans>
      </Button>
    </div>
  )
}
