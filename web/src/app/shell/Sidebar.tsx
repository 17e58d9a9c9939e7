/** Where one can go: the pages that exist, and the tree. */
import { ActionIcon, Tooltip } from '@mantine/core'
import { useLingui, Trans } from '@lingui/react/macro'
import { spotlight } from '@mantine/spotlight'
import { IconBook, IconBuilding, IconFileImport, IconHome, IconInbox, IconHelpCircle, IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand, IconRoute, IconMessageQuestion, IconSchool, IconSearch, IconTable, IconTableImport, IconTrash, IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { AccountMenu } from '~/app/shell/AccountMenu'
import { Mentions } from '~/app/shell/Mentions'
import { WorkTree } from '~/app/shell/WorkTree'
import { sessionQuery } from '~/client/queries'
import { showAsk } from '~/ui/ask'
import { KeyCaps } from '~/ui/KeyCaps'
import classes from './Sidebar.module.css'

export const ICON = { size: 18, stroke: 1.6 }

export function Sidebar({ folded, onFold }: { folded: boolean; onFold: () => void }) {
  const { t } = useLingui()
  const session = useQuery(sessionQuery)
  const may = session.data?.person?.may ?? []
  const knowsPeople = may.includes('directory') || may.includes('people') || may.includes('share')
  return (
    <div className={classes.sidebar} data-folded={folded}>
      <div className={classes.head}>
        {!folded && (
          <span className={classes.organisation} translate="no">
            <img src="/milepost.svg" alt="" width={20} height={20} />
            <span>{session.data?.organisation?.name}</span>
          </span>
        )}
        {!folded && <Mentions />}
        <Tooltip label={folded ? t`Unfold the sidebar  [` : t`Fold the sidebar  [`} position="right">
          <ActionIcon aria-label={folded ? t`Unfold the sidebar` : t`Fold the sidebar`} aria-expanded={!folded} onClick={onFold}>
            {folded ? <IconLayoutSidebarLeftExpand {...ICON} /> : <IconLayoutSidebarLeftCollapse {...ICON} />}
          </ActionIcon>
        </Tooltip>
      </div>
      {folded && <Mentions />}
      <button type="button" className={classes.find} onClick={spotlight.open} aria-label={folded ? t`Find anything` : undefined}>
        <IconSearch {...ICON} size={16} />
        {!folded && (
          <>
            <span>
              <Trans>Find</Trans>
            </span>
            <KeyCaps keys="mod+k" />
          </>
        )}
      </button>
      <nav aria-label={t`Pages`} className={classes.pages}>
        <PageLink to="/" icon={<IconHome {...ICON} />} folded={folded} label={t`Home`} />
        <PageLink to="/portfolio" icon={<IconTable {...ICON} />} folded={folded} label={t`Portfolio`} />
        <PageLink to="/intake" icon={<IconInbox {...ICON} />} folded={folded} label={t`Intake`} />
        {knowsPeople && <PageLink to="/office" icon={<IconBuilding {...ICON} />} folded={folded} label={t`Office`} />}
        <PageLink to="/method" icon={<IconRoute {...ICON} />} folded={folded} label={t`Method`} />
        <PageLink to="/handbook" icon={<IconBook {...ICON} />} folded={folded} label={t`Handbook`} />
        <PageLink to="/training" icon={<IconSchool {...ICON} />} folded={folded} label={t`Training`} />
        <PageLink to="/ask" icon={<IconHelpCircle {...ICON} />} folded={folded} label={t`Questions`} />
        <PageLink to="/import" icon={<IconFileImport {...ICON} />} folded={folded} label={t`Import`} />
        <PageLink to="/lists/new" icon={<IconTableImport {...ICON} />} folded={folded} label={t`Import a list`} />
        {knowsPeople && <PageLink to="/people" icon={<IconUsers {...ICON} />} folded={folded} label={t`People`} />}
        <PageLink to="/bin" icon={<IconTrash {...ICON} />} folded={folded} label={t`Bin`} />
      </nav>
      <AskButton folded={folded} />
      {folded ? <span className={classes.space} /> : <WorkTree />}
      <AccountMenu folded={folded} />
    </div>
  )
}

/** From any page, with the page. */
function AskButton({ folded }: { folded: boolean }) {
  const { t } = useLingui()
  const button = (
    <button type="button" className={classes.ask} onClick={() => showAsk(true)} aria-label={folded ? t`Ask the office` : undefined}>
      <IconMessageQuestion {...ICON} />
      {!folded && <span>{t`Ask the office`}</span>}
    </button>
  )
  return folded ? (
    <Tooltip label={t`Ask the office`} position="right">
      {button}
    </Tooltip>
  ) : (
    button
  )
}

function PageLink({ to, icon, label, folded }: { to: '/' | '/handbook' | '/training' | '/ask' | '/method' | '/portfolio' | '/office' | '/intake' | '/import' | '/lists/new' | '/people' | '/bin'; icon: ReactNode; label: string; folded: boolean }) {
  const link = (
    <Link to={to} className={classes.link} activeProps={{ 'data-active': true }} activeOptions={{ includeSearch: false, exact: to === '/' }} aria-label={folded ? label : undefined}>
      {icon}
      {!folded && <span>{label}</span>}
    </Link>
  )
  return folded ? (
    <Tooltip label={label} position="right">
      {link}
    </Tooltip>
  ) : (
    link
  )
}
