/** The name of a key press in a grid: Alt, Ctrl (Cmd) and Shift in this order before the key. */
import type { GridKey } from './model'

export function keyOf(event: Pick<GridKey, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  return `${event.altKey ? 'alt+' : ''}${event.ctrlKey || event.metaKey ? 'ctrl+' : ''}${event.shiftKey ? 'shift+' : ''}${key}`
}
