/** Listens to the keyboard for the whole client and runs the command that a press means. */
import { useEffect } from 'react'
import { isWriting, KeyReader } from '~/lib/keys'
import { allCommands } from '~/ui/commands'

export function useCommandKeys(): void {
  useEffect(() => {
    const reader = new KeyReader()
    const onKey = (event: KeyboardEvent) => {
      const combined = event.ctrlKey || event.metaKey
      if (event.defaultPrevented || (!combined && (isWriting(event.target) || dialogOpen()))) return
      const offered = allCommands().filter((command) => command.keys && !command.listedOnly)
      const binding = reader.read(event, new Set(offered.map((command) => command.keys as string)), event.timeStamp)
      const command = offered.findLast((candidate) => candidate.keys === binding)
      if (!command) return
      event.preventDefault()
      command.run()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}

/** Behind an open dialog nothing happens. */
function dialogOpen(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"]') !== null
}
