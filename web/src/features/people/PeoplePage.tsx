/** Who is here: people, open invitations, groups, and what each role allows. */
import { Button } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { IconUserPlus } from '@tabler/icons-react'
import { PageHeader } from '~/ui/PageHeader'
import { Directory } from './Directory'
import { Groups } from './Groups'
import { InvitePanel } from './InvitePanel'
import { Invites } from './Invites'
import classes from './People.module.css'
import { Roles } from './Roles'
import { TABS, type Tab } from './search'
import { useMay, usePeopleSearch } from './usePeople'

export function PeoplePage() {
  const { t } = useLingui()
  const [{ tab = 'people', invite }, change] = usePeopleSearch()
  const may = useMay()
  const pages: Record<Tab, () => React.JSX.Element> = { people: Directory, invites: Invites, groups: Groups, roles: Roles }
  const Page = pages[tab]
  return (
    <>
      <PageHeader
        title={t`People`}
        tabs={<Tabs current={tab} />}
        action={
          may.invites && (
            <Button leftSection={<IconUserPlus size={16} stroke={1.75} />} onClick={() => change({ invite: 0 })}>
              <Trans>Invite people</Trans>
            </Button>
          )
        }
      >
        <p className={classes.about}>
          <Trans>Who works here, and what they may do. What somebody sees, and why, stands on their own page.</Trans>
        </p>
      </PageHeader>
      <Page />
      {may.invites && <InvitePanel place={invite} onClose={() => change({ invite: undefined })} />}
    </>
  )
}

function Tabs({ current }: { current: Tab }) {
  const { t } = useLingui()
  const may = useMay()
  const names: Record<Tab, string> = { people: t`Directory`, invites: t`Invitations`, groups: t`Groups`, roles: t`Roles` }
  const shown = TABS.filter((tab) => tab !== 'invites' || may.invites)
  return (
    <nav className={classes.tabs} aria-label={t`About people`}>
      {shown.map((tab) => (
        <Link key={tab} to="/people" search={tab === 'people' ? {} : { tab }} className={classes.tab} data-active={tab === current || undefined} aria-current={tab === current ? 'page' : undefined}>
          {names[tab]}
        </Link>
      ))}
    </nav>
  )
}
