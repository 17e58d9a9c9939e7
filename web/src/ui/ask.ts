/** Whether the panel for a question to the office is open: anything may open it, the shell shows it. */
import { useSyncExternalStore } from 'react'

let opened = false
const listeners = new Set<() => void>()

export function showAsk(open: boolean): void {
  opened = open
  listeners.forEach((listener) => listener())
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useAskShown(): boolean {
  return useSyncExternalStore(subscribe, () => opened)
}
