/** A view that is kept here so that it answers at once, written to the address a moment later, and read from it when somebody goes back or follows a link. */
import { useCallback, useEffect, useRef, useState } from 'react'

const WRITTEN_AFTER = 250

export function useAddressState<View extends object>(address: View, write: (next: View) => void): readonly [View, (part: Partial<View>) => void] {
  const [view, setView] = useState(address)
  const latest = useRef(view)
  const seen = useRef(textOf(address))
  /** What was written and has not come back: the router may settle an older write after a newer one was made. */
  const echoes = useRef<string[]>([])
  const timer = useRef(0)

  useEffect(() => {
    seen.current = textOf(address)
    const own = echoes.current.indexOf(seen.current)
    if (own >= 0) echoes.current.splice(0, own + 1)
    else if (seen.current !== textOf(latest.current)) {
      window.clearTimeout(timer.current)
      echoes.current = []
      latest.current = address
      setView(address)
    }
  }, [address])
  useEffect(() => () => window.clearTimeout(timer.current), [])

  const change = useCallback(
    (part: Partial<View>) => {
      const next = Object.fromEntries(Object.entries({ ...latest.current, ...part }).filter(([, value]) => value !== undefined && value !== '')) as View
      latest.current = next
      setView(next)
      window.clearTimeout(timer.current)
      timer.current = window.setTimeout(() => {
        if (textOf(next) === (echoes.current.at(-1) ?? seen.current)) return
        echoes.current.push(textOf(next))
        write(next)
      }, WRITTEN_AFTER)
    },
    [write],
  )
  return [view, change]
}

function textOf(view: object): string {
  return JSON.stringify(Object.entries(view).filter(([, value]) => value !== undefined).sort(([a], [b]) => a.localeCompare(b)))
}
