/** Ctrl+K: finds nodes by name and runs any action. */
import { Spotlight, type SpotlightActionData, type SpotlightActionGroupData } from '@mantine/spotlight'
import { useDebouncedValue } from '@mantine/hooks'
import { useLingui } from '@lingui/react/macro'
import { IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState, type KeyboardEvent } from 'react'
import { KeyCaps } from '~/ui/KeyCaps'
import { nodesQuery } from '~/client/queries'
import type { TreeNode } from '~/client/types'
import { useAllCommands } from '~/ui/commands'
import { useNodeKind } from '~/ui/nodeKind'
import classes from './FindAnything.module.css'

export function FindAnything() {
  const { t } = useLingui()
  const [query, setQuery] = useState('')
  const places = usePlaces(query)
  const actions = useActions()
  const groups: SpotlightActionGroupData[] = [
    ...(places.length ? [{ group: t`Work`, actions: places }] : []),
    { group: t`Actions`, actions },
  ]
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
      nothingFound={t`Nothing has this name. Try fewer letters.`}
      searchProps={{ leftSection: <IconSearch size={18} stroke={1.6} />, placeholder: t`Find a project, or an action`, 'aria-label': t`Find a project, or an action`, onKeyDown: runFirst }}
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

function usePlaces(query: string): SpotlightActionData[] {
  const kindName = useNodeKind()
  const navigate = useNavigate()
  const [wanted] = useDebouncedValue(query.trim(), 120)
  const found = useQuery({ ...nodesQuery(null, wanted), enabled: wanted.length > 0 })
  const go = (node: TreeNode) =>
    node.kind === 'project' ? navigate({ to: '/projects/$projectId', params: { projectId: node.id } }) : navigate({ to: '/portfolio', search: { node: node.id } })
  return (found.data?.items ?? [])
    .slice(0, 12)
    .map((node) => ({ id: `node-${node.id}`, label: node.name, description: kindName(node.kind), keywords: [wanted], onClick: () => void go(node) }))
}
