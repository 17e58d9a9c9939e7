/** The line between grid and chart: dragged or moved by arrow keys, remembered on this device. */
import { useCallback, useState, type KeyboardEvent, type PointerEvent } from 'react'
import classes from './PlanPage.module.css'

const KEPT = 'milepost.plan.split'
const LEAST = 220

export interface Split {
  readonly width: number
  readonly move: (width: number) => void
}

export function useSplit(): Split {
  const [width, setWidth] = useState(() => within(Number(localStorage.getItem(KEPT)) || Math.round(window.innerWidth * 0.42)))
  const move = useCallback((wanted: number) => {
    const next = within(wanted)
    localStorage.setItem(KEPT, String(next))
    setWidth(next)
  }, [])
  return { width, move }
}

function within(width: number): number {
  return Math.min(Math.max(LEAST, width), Math.max(LEAST, window.innerWidth - 2 * LEAST))
}

export function Splitter({ split, label }: { split: Split; label: string }) {
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    event.preventDefault()
    const from = event.clientX - split.width
    const element = event.currentTarget
    element.setPointerCapture(event.pointerId)
    const drag = (moved: globalThis.PointerEvent) => split.move(moved.clientX - from)
    const stop = () => {
      element.removeEventListener('pointermove', drag)
      element.removeEventListener('pointerup', stop)
    }
    element.addEventListener('pointermove', drag)
    element.addEventListener('pointerup', stop)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowLeft' ? -24 : event.key === 'ArrowRight' ? 24 : 0
    if (step === 0) return
    event.preventDefault()
    split.move(split.width + step)
  }
  return (
    // A separator that can be moved is a control: it takes focus and says where it stands.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="separator"
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={split.width}
      aria-valuemin={LEAST}
      aria-valuemax={window.innerWidth - 2 * LEAST}
      className={classes.splitter}
      onPointerDown={onPointerDown}
      onKeyDown={onKeyDown}
    />
  )
}
