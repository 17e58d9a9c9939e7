/** The tree of all work, loaded branch by branch, with a filter. Arrow keys walk it, Enter opens. */
import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { walk } from '~/app/shell/treeKeys'
import { TreeItem } from '~/app/shell/TreeItem'
import { nodesQuery } from '~/client/queries'
import type { TreeNode } from '~/client/types'
import { Bone } from '~/ui/States'
import classes from './WorkTree.module.css'

export function WorkTree() {
  const { t } = useLingui()
  const [typed, setTyped] = useState('')
  const [filter] = useDebouncedValue(typed.trim(), 150)
  return (
    <section className={classes.work} aria-labelledby="work-title">
      <div className={classes.head}>
        <h2 id="work-title">
          <Trans>Work</Trans>
        </h2>
        <TextInput
          size="xs"
          className={classes.filter}
          variant="unstyled"
          aria-label={t`Filter the tree`}
          placeholder={t`Filter`}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Escape' && setTyped('')}
        />
      </div>
      {/* The tree is one stop of the Tab key; the items inside take the arrows. */}
      <ul role="tree" aria-label={t`Work`} className={classes.tree} onKeyDown={walk}>
        {filter ? <Found filter={filter} /> : <Branch parent={null} level={1} />}
      </ul>
    </section>
  )
}

function Found({ filter }: { filter: string }) {
  const found = useQuery(nodesQuery(null, filter))
  if (!found.data) return <Waiting />
  if (found.data.items.length === 0) return <Nothing />
  return found.data.items.map((node) => <TreeItem key={node.id} node={{ ...node, has_children: false }} level={1} />)
}

/** The children of a node, asked for when it is opened. */
export function Branch({ parent, level }: { parent: number | null; level: number }) {
  const branch = useQuery(nodesQuery(parent))
  if (branch.isError) return <Failed retry={() => void branch.refetch()} />
  if (!branch.data) return <Waiting />
  if (branch.data.items.length === 0) return <Nothing />
  return branch.data.items.map((node) => <OpenableItem key={node.id} node={node} level={level} />)
}

function OpenableItem({ node, level }: { node: TreeNode; level: number }) {
  // The root and its units are open at once: most trees are looked at there.
  const [open, setOpen] = useState(level <= 2)
  const openable = node.has_children && node.kind !== 'project'
  return (
    <TreeItem node={node} level={level} open={openable ? open : undefined} onToggle={() => setOpen(!open)}>
      {openable && open && <Branch parent={node.id} level={level + 1} />}
    </TreeItem>
  )
}

function Waiting() {
  return (
    <li role="none" className={classes.note}>
      <Bone width="70%" height={10} />
    </li>
  )
}

function Nothing() {
  return (
    <li role="none" className={classes.note}>
      <Trans>Nothing here</Trans>
    </li>
  )
}

function Failed({ retry }: { retry: () => void }) {
  return (
    <li role="none" className={classes.note}>
      <button type="button" onClick={retry}>
        <Trans>Not loaded. Try again</Trans>
      </button>
    </li>
  )
}
