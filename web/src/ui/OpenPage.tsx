/** The frame of the pages that stand alone, before one is in: the name of the product, and one card below it. */
import { useEffect, type ReactNode } from 'react'
import classes from './OpenPage.module.css'

interface OpenPageProps {
  title: string
  /** Pixels that the card takes at most. */
  width: number
  children: ReactNode
}

export function OpenPage({ title, width, children }: OpenPageProps) {
  useEffect(() => {
    document.title = `${title} · Milepost`
  }, [title])
  return (
    <main className={classes.page}>
      <div className={classes.card} style={{ maxWidth: width }}>
        <p className={classes.brand} translate="no">
          <img src="/milepost.svg" alt="" width={28} height={28} /> Milepost
        </p>
        {children}
      </div>
    </main>
  )
}
