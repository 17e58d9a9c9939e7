/** A binding as key caps: `g p` as two, `mod+k` as Ctrl and K. */
import { Kbd } from '@mantine/core'

export function KeyCaps({ keys }: { keys: string }) {
  const caps = keys.replace('mod+', navigator.platform.startsWith('Mac') ? '⌘ ' : 'Ctrl ').split(' ')
  return (
    <span style={{ display: 'inline-flex', gap: 4 }}>
      {caps.map((cap) => (
        <Kbd key={cap} size="xs">
          {cap.length === 1 ? cap.toLocaleUpperCase() : cap}
        </Kbd>
      ))}
    </span>
  )
}
