/** Everything that a key or Ctrl+K can run. A page registers what it offers while it stands; the shell listens. */
import { useEffect, useSyncExternalStore } from 'react'

export interface Command {
  id: string
  /** What it does, as a verb: "Go to the portfolio". */
  label: string
  /** `g p` (one after the other), `[`, `mod+k`; without keys it is found by Ctrl+K only. */
  keys?: string
  /** Keys that the page itself listens to (a grid): listed under `?`, never dispatched by the shell. */
  listedOnly?: boolean
  run: () => void
}

const sets = new Map<symbol, readonly Command[]>()
const listeners = new Set<() => void>()
let all: readonly Command[] = []

function changed(): void {
  all = [...sets.values()].flat()
  listeners.forEach((listener) => listener())
}

/** Offers commands as long as the component is mounted. */
export function useCommands(commands: readonly Command[]): void {
  useEffect(() => {
    const key = Symbol('commands')
    sets.set(key, commands)
    changed()
    return () => {
      sets.delete(key)
      changed()
    }
  }, [commands])
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function allCommands(): readonly Command[] {
  return all
}

export function useAllCommands(): readonly Command[] {
  return useSyncExternalStore(subscribe, allCommands)
}
