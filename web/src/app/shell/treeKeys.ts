/** How arrows walk the tree: down and up through what is open, right opens, left closes or goes to the parent. */
import type { KeyboardEvent } from 'react'

type Step = (item: HTMLElement, all: HTMLElement[]) => HTMLElement | undefined

const toggle = (item: HTMLElement) => item.querySelector<HTMLElement>(':scope > [data-toggle]')?.click()
/** A branch stands beside the line that it belongs to. */
const parentOf = (item: HTMLElement) => item.closest('[role="group"]')?.parentElement?.querySelector<HTMLElement>(':scope > [role="treeitem"]') ?? undefined

const STEPS: Record<string, Step> = {
  ArrowDown: (item, all) => all[all.indexOf(item) + 1],
  ArrowUp: (item, all) => all[all.indexOf(item) - 1],
  Home: (_item, all) => all[0],
  End: (_item, all) => all.at(-1),
  ArrowRight: (item, all) => {
    if (item.ariaExpanded === 'false') toggle(item)
    return item.ariaExpanded === 'true' ? all[all.indexOf(item) + 1] : undefined
  },
  ArrowLeft: (item) => {
    if (item.ariaExpanded !== 'true') return parentOf(item)
    toggle(item)
    return undefined
  },
  Enter: (item) => {
    item.querySelector<HTMLElement>(':scope > [data-open-node]')?.click()
    return undefined
  },
}

export function walk(event: KeyboardEvent<HTMLElement>): void {
  const item = (event.target as HTMLElement).closest<HTMLElement>('[role="treeitem"]')
  const step = STEPS[event.key]
  if (!item || !step) return
  event.preventDefault()
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="treeitem"]')]
  const next = step(item, all)
  if (!next) return
  all.forEach((one) => (one.tabIndex = one === next ? 0 : -1))
  next.focus()
}
