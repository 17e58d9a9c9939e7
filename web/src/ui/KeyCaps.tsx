/** A binding as key caps, named as on the reader's keyboard: `g p` as two, `mod+k` as Ctrl and K. */
import { Kbd } from '@mantine/core'
import { useLingui } from '@lingui/react/macro'

const MAC = navigator.platform.startsWith('Mac')

export function KeyCaps({ keys }: { keys: string }) {
  const capName = useCapName()
  return (
    <span style={{ display: 'inline-flex', gap: 4 }}>
      {keys.split(/[ +]/).map((cap) => (
        <Kbd key={cap} size="xs">
          {capName(cap)}
        </Kbd>
      ))}
    </span>
  )
}

function useCapName(): (cap: string) => string {
  const { t } = useLingui()
  const names: Record<string, string> = {
    mod: MAC ? '⌘' : t({ message: 'Ctrl', comment: 'as printed on the key' }),
    alt: MAC ? '⌥' : t({ message: 'Alt', comment: 'as printed on the key' }),
    shift: t({ message: 'Shift', comment: 'as printed on the key' }),
    insert: t({ message: 'Ins', comment: 'as printed on the key' }),
    delete: t({ message: 'Del', comment: 'as printed on the key' }),
    left: '←',
    right: '→',
    up: '↑',
    down: '↓',
  }
  return (cap) => names[cap.toLowerCase()] ?? cap.toLocaleUpperCase()
}
