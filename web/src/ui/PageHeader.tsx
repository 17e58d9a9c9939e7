/** The top line of every page: where it is, what it is called, its state, its tabs, and one primary action at the right. */
import { Link } from '@tanstack/react-router'
import { useLingui } from '@lingui/react/macro'
import { useEffect, type ReactNode } from 'react'
import classes from './PageHeader.module.css'

export interface PageCrumb {
  id: number
  name: string
}

interface PageHeaderProps {
  title: string
  crumbs?: readonly PageCrumb[]
  /** Beside the title: a status chip. */
  chip?: ReactNode
  /** Below the title: the answer in a sentence, or the figures of the page. */
  children?: ReactNode
  tabs?: ReactNode
  action?: ReactNode
  /** The title is a name that somebody gave, not a text of ours. */
  named?: boolean
}

export function PageHeader({ title, crumbs = [], chip, children, tabs, action, named = false }: PageHeaderProps) {
  useEffect(() => {
    document.title = `${title} · Milepost`
  }, [title])
  return (
    <header className={classes.header}>
      {crumbs.length > 0 && <Crumbs crumbs={crumbs} />}
      <div className={classes.line}>
        <h1 translate={named ? 'no' : undefined}>{title}</h1>
        {chip}
        {action && <div className={classes.action}>{action}</div>}
      </div>
      {children}
      {tabs}
    </header>
  )
}

function Crumbs({ crumbs }: { crumbs: readonly PageCrumb[] }) {
  const { t } = useLingui()
  return (
    <nav aria-label={t`Where this is`} className={classes.crumbs}>
      <ol>
        {crumbs.map((crumb) => (
          <li key={crumb.id}>
            <Link to="/portfolio" search={{ node: crumb.id }} translate="no">
              {crumb.name}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}
