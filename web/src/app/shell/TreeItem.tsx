/** One line of the tree: a link to what it stands for, and its branch. */
import { IconBriefcase, IconBuilding, IconChevronRight, IconFolder, IconFolders, IconSitemap, IconStack2 } from '@tabler/icons-react'
import { Link, useRouterState } from '@tanstack/react-router'
import { useId, type ReactNode } from 'react'
import type { TreeNode } from '~/client/types'
import classes from './WorkTree.module.css'

const ICONS: Record<string, typeof IconFolder> = {
  organisation: IconBuilding,
  unit: IconSitemap,
  portfolio: IconBriefcase,
  programme: IconFolders,
  project: IconStack2,
  folder: IconFolder,
}

interface TreeItemProps {
  node: TreeNode
  level: number
  /** undefined: it has no branch. */
  open?: boolean
  onToggle?: () => void
  children?: ReactNode
}

export function TreeItem({ node, level, open, onToggle, children }: TreeItemProps) {
  const nameId = useId()
  const here = useHere(node)
  const Icon = ICONS[node.kind] ?? IconFolder
  return (
    <li role="none">
      <div
        role="treeitem"
        aria-level={level}
        aria-expanded={open}
        aria-labelledby={nameId}
        aria-selected={here}
        tabIndex={level === 1 ? 0 : -1}
        className={classes.line}
        data-here={here || undefined}
        style={{ paddingLeft: (level - 1) * 12 }}
      >
        {open === undefined ? (
          <span className={classes.toggle} />
        ) : (
          <button type="button" tabIndex={-1} aria-hidden="true" className={classes.toggle} data-toggle data-open={open} onClick={onToggle}>
            <IconChevronRight size={14} stroke={1.75} />
          </button>
        )}
        <NodeLink node={node}>
          <Icon size={16} stroke={1.5} aria-hidden="true" />
          <span id={nameId}>{node.name}</span>
        </NodeLink>
      </div>
      {children && <ul role="group">{children}</ul>}
    </li>
  )
}

/** A project has a page of its own; everything above it is a portfolio page of what is below. */
function NodeLink({ node, children }: { node: TreeNode; children: ReactNode }) {
  const common = { tabIndex: -1, className: classes.link, translate: 'no' as const, title: node.name, 'data-open-node': true }
  if (node.kind === 'project') {
    return (
      <Link to="/projects/$projectId" params={{ projectId: node.id }} {...common}>
        {children}
      </Link>
    )
  }
  return (
    <Link to="/portfolio" search={(now) => ({ ...now, node: node.id, open: undefined, figure: undefined, tile: undefined })} {...common}>
      {children}
    </Link>
  )
}

function useHere(node: TreeNode): boolean {
  return useRouterState({
    select: ({ location }) =>
      node.kind === 'project' ? location.pathname.startsWith(`/projects/${node.id}`) : location.pathname === '/portfolio' && (location.search as { node?: number }).node === node.id,
  })
}
