/** Ctrl+K: finds whatever one may see by its words, and runs any action. */
import { Spotlight, type SpotlightActionData, type SpotlightActionGroupData } from '@mantine/spotlight'
import { useLingui } from '@lingui/react/macro'
import { IconSearch } from '@tabler/icons-react'
import { useState, type KeyboardEvent } from 'react'
import { KeyCaps } from '~/ui/KeyCaps'
import { useAllCommands } from '~/ui/commands'
import classes from './FindAnything.module.css'
import { useFound } from './useFound'

export function FindAnything() {
  const { t } = useLingui()
  const [query, setQuery] = useState('')
  const found = useFound(query)
  const actions = useActions()
  const groups: SpotlightActionGroupData[] = [...found.groups, { group: t`Actions`, actions }]
  const nothing = found.failed ? t`The search cannot be reached. Try again in a moment.` : found.waiting ? t`Looking…` : t`Nothing has these words. Try fewer letters.`
  return (
    <Spotlight
      actions={groups}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      highlightQuery
      scrollable
      maxHeight={420}
      radius={8}
      transitionProps={{ duration: 100 }}
      classNames={{ action: classes.action }}
      nothingFound={nothing}
      searchProps={{ leftSection: <IconSearch size={18} stroke={1.6} />, placeholder: t`Find anything, or an action`, 'aria-label': t`Find anything, or an action`, onKeyDown: runFirst }}
    />
  )
}

/** Enter without a choice runs what stands first. */
function runFirst(event: KeyboardEvent<HTMLInputElement>): void {
  const dialog = event.currentTarget.closest('[role="dialog"]')
  if (event.key !== 'Enter' || event.nativeEvent.isComposing || !dialog || dialog.querySelector('[data-selected]')) return
  event.preventDefault()
  dialog.querySelector<HTMLElement>(`.${classes.action}`)?.click()
}

function useActions(): SpotlightActionData[] {
  return useAllCommands()
    .filter((command) => command.id !== 'find' && !command.listedOnly)
    .map((command) => ({ id: command.id, label: command.label, onClick: command.run, rightSection: command.keys ? <KeyCaps keys={command.keys} /> : null }))
}
