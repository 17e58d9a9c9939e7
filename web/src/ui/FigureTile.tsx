/** A figure in a strip of figures: it opens what it was computed from. The strip says how its tiles lie. */
import type { ReactNode } from 'react'
import classes from './FigureTile.module.css'

interface FigureTileProps {
  label: ReactNode
  chosen: boolean
  choose: () => void
  children: ReactNode
}

export function FigureTile({ label, chosen, choose, children }: FigureTileProps) {
  return (
    <button type="button" className={classes.tile} aria-pressed={chosen} onClick={choose}>
      <span className={classes.label}>{label}</span>
      <span className={classes.value}>{children}</span>
    </button>
  )
}
