/** A choice about the look that this device remembers: a folded side, a theme. Never data, never a filter: those are in the address. */
import { useCallback, useState } from 'react'

export function useKept(name: string, first: boolean): [boolean, (value: boolean | ((now: boolean) => boolean)) => void] {
  const key = `milepost.${name}`
  const [value, setValue] = useState(() => {
    const kept = localStorage.getItem(key)
    return kept === null ? first : kept === 'yes'
  })
  const set = useCallback(
    (next: boolean | ((now: boolean) => boolean)) =>
      setValue((now) => {
        const decided = typeof next === 'function' ? next(now) : next
        localStorage.setItem(key, decided ? 'yes' : 'no')
        return decided
      }),
    [key],
  )
  return [value, set]
}
