/** What is typed, offered, marked and chosen while one picks in a cell. */
import { useEffect, useRef, useState } from 'react'
import type { PickSpec } from './PickEditor'
import type { PickOption } from './model'

const ASKED_AFTER = 150

export function usePicking(spec: PickSpec, first: string) {
  const [typed, setTyped] = useState(first)
  const [offer, setOffer] = useState<{ readonly options: readonly PickOption[]; readonly searched: boolean }>(() => firstOffer(spec, first))
  const [chosen, setChosen] = useState(spec.chosen)
  const [touched, setTouched] = useState(first !== '')
  const [at, setAt] = useState(() => firstAt(spec, first, firstOffer(spec, first).options))
  const asked = useRef(0)
  useEffect(() => {
    const number = ++asked.current
    const found = spec.find(typed)
    if (!(found instanceof Promise)) return
    const timer = window.setTimeout(
      () =>
        void found
          .then((options) => {
            if (number !== asked.current) return
            setOffer({ options, searched: true })
            setAt(typed === '' ? -1 : 0)
          })
          .catch(() => setOffer({ options: [], searched: true })),
      typed === '' ? 0 : ASKED_AFTER,
    )
    return () => window.clearTimeout(timer)
  }, [spec, typed])

  const type = (text: string) => {
    setTyped(text)
    setTouched(true)
    const found = spec.find(text)
    if (found instanceof Promise) return
    setOffer({ options: found, searched: true })
    setAt(text === '' ? -1 : 0)
  }
  const toggle = (option: PickOption) => {
    setTouched(true)
    setTyped('')
    setChosen((now) => (now.some((each) => each.id === option.id) ? now.filter((each) => each.id !== option.id) : [...now, option]))
    const found = spec.find('')
    if (!(found instanceof Promise)) setOffer({ options: found, searched: true })
  }
  const dropLast = () => {
    setTouched(true)
    setChosen((now) => now.slice(0, -1))
  }
  const { options, searched } = offer
  const move = (step: number) => options.length > 0 && setAt((now) => (now + step + options.length) % options.length)
  return { typed, options, searched, chosen, touched, at, type, toggle, dropLast, move }
}

function firstOffer(spec: PickSpec, typed: string) {
  const found = spec.find(typed)
  return found instanceof Promise ? { options: [] as readonly PickOption[], searched: false } : { options: found, searched: true }
}

/** What is typed marks the first that fits; what is there already is marked where nothing was typed. */
function firstAt(spec: PickSpec, typed: string, options: readonly PickOption[]): number {
  if (typed !== '') return 0
  return spec.many ? -1 : options.findIndex((option) => option.id === spec.chosen[0]?.id)
}
