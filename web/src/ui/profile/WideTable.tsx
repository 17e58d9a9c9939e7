/** A table that scrolls sideways where its place is too narrow; its caption is heard, not seen. */
import type { ReactNode } from 'react'
import classes from './Profile.module.css'

interface WideTableProps {
  caption: string
  /** The titles of the columns. */
  head: readonly string[]
  /** The rows. */
  children: ReactNode
  className?: string
}

export function WideTable({ caption, head, children, className = '' }: WideTableProps) {
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard
    <div className={classes.wide} tabIndex={0} role="region" aria-label={caption}>
      <table className={`${classes.table} ${className}`}>
        <caption className="mp-visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {head.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}
