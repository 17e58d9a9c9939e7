/** The rows that a figure was computed from, the formula in words, and a note: the parts of the inspector. */
import type { ReactNode } from 'react'
import classes from './Facts.module.css'

export function Facts({ rows }: { rows: readonly (readonly [ReactNode, ReactNode])[] }) {
  return (
    <dl className={classes.facts}>
      {rows.map(([name, value], index) => (
        <div key={index}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The value itself, large, on top. */
export function Answer({ children }: { children: ReactNode }) {
  return <p className={classes.answer}>{children}</p>
}

export function Formula({ children }: { children: ReactNode }) {
  return <p className={classes.formula}>{children}</p>
}

export function Note({ children }: { children: ReactNode }) {
  return <p className={classes.note}>{children}</p>
}
