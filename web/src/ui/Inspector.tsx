/** The panel at the right that says what a figure was computed from. A page renders it where it knows the answer; it appears in the shell's place for it. */
import { ActionIcon } from '@mantine/core'
import { useLingui } from '@lingui/react/macro'
import { IconX } from '@tabler/icons-react'
import { useEffect, useId, useRef, useSyncExternalStore, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import classes from './Inspector.module.css'

let slot: HTMLElement | null = null
let open = 0
let openings = 0
const listeners = new Set<() => void>()
const notify = () => listeners.forEach((listener) => listener())
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The shell says where the panel goes. */
export function setInspectorSlot(element: HTMLElement | null): void {
  slot = element
  notify()
}

/** Whether something is in it (the shell shows the column only then), and how often it was opened so far. */
export function useInspectorOpenings(): { inspecting: boolean; openings: number } {
  const inspecting = useSyncExternalStore(subscribe, () => open > 0)
  return { inspecting, openings: useSyncExternalStore(subscribe, () => openings) }
}

export function Inspector({ title, onClose, children }: { title: ReactNode; onClose: () => void; children: ReactNode }) {
  const place = useSyncExternalStore(subscribe, () => slot)
  useOpenCount()
  return place ? createPortal(<Panel title={title} onClose={onClose}>{children}</Panel>, place) : null
}

function Panel({ title, onClose, children }: { title: ReactNode; onClose: () => void; children: ReactNode }) {
  const { t } = useLingui()
  const heading = useRef<HTMLHeadingElement>(null)
  const titleId = useId()
  useFocusAndReturn(heading)
  useEscape(onClose)
  return (
    <section className={classes.panel} aria-labelledby={titleId}>
      <header className={classes.head}>
        <h2 id={titleId} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <ActionIcon aria-label={t`Close`} onClick={onClose}>
          <IconX size={16} stroke={1.75} />
        </ActionIcon>
      </header>
      <div className={classes.body}>{children}</div>
    </section>
  )
}

function useOpenCount(): void {
  useEffect(() => {
    open += 1
    openings += 1
    notify()
    return () => {
      open -= 1
      notify()
    }
  }, [])
}

/** Focus goes into the panel when it opens and back to what opened it when it closes. */
function useFocusAndReturn(heading: React.RefObject<HTMLHeadingElement | null>): void {
  useEffect(() => {
    const from = document.activeElement as HTMLElement | null
    // The column is shown in the same moment, and what is hidden takes no focus: one frame later it stands.
    const frame = requestAnimationFrame(() => heading.current?.focus({ preventScroll: true }))
    return () => {
      cancelAnimationFrame(frame)
      if (from?.isConnected && from !== document.body) from.focus({ preventScroll: true })
    }
  }, [heading])
}

/** Esc goes back, unless something nearer (a menu, an editor) has taken it. */
function useEscape(onClose: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && !event.defaultPrevented && onClose()
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [onClose])
}
