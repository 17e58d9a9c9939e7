/** One pack: what it says, how much it asks, its versions, and for whoever keeps it the draft of the next one. */
import { Button, Group } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { packQuery, type PackPage as Page } from '~/client/methods'
import { PageHeader } from '~/ui/PageHeader'
import { Bone, ErrorState } from '~/ui/States'
import { useTold } from '~/ui/told'
import { BurdenTab } from './BurdenTab'
import { CopyPanel } from './CopyPanel'
import { CycleTab } from './CycleTab'
import { DraftTab } from './DraftTab'
import { ArtefactsTab, PoliciesTab, ProceduresTab } from './AskedTabs'
import classes from './Method.module.css'
import { RolesTab } from './RolesTab'
import { TABS, type Tab } from './search'
import { TakeUp } from './TakeUp'
import { VersionsTab } from './VersionsTab'
import { useMethodWords } from './words'

const route = getRouteApi('/shell/method/$packKey')

export function PackPage() {
  const { t } = useLingui()
  const told = useTold()
  const { packKey } = route.useParams()
  const { tab = 'cycle', version, at } = route.useSearch()
  const navigate = route.useNavigate()
  const [copying, setCopying] = useState(false)
  const found = useQuery(packQuery(packKey, version))
  if (found.isError) return <ErrorState error={found.error} retry={() => void found.refetch()} />
  const pack = found.data
  return (
    <>
      <PageHeader
        title={pack ? told(pack.title) : t`Pack`}
        named={pack !== undefined}
        chip={pack && <Standing pack={pack} />}
        tabs={<Tabs packKey={packKey} current={tab} version={version} draft={pack?.may_change ?? false} />}
        action={
          pack && (
            <Group gap="xs" wrap="nowrap">
              <Button variant="default" onClick={() => setCopying(true)}>
                <Trans>Copy</Trans>
              </Button>
              {pack.version.state === 'released' && (
                <Button onClick={() => void navigate({ search: (before) => ({ ...before, at: 0 }), replace: true })}>
                  <Trans>Take up at a place</Trans>
                </Button>
              )}
            </Group>
          )
        }
      >
        <p className={classes.about}>{pack && told(pack.about)}</p>
      </PageHeader>
      <div className={classes.body}>{pack ? <Body tab={tab} pack={pack} /> : <Bone width="50%" height={20} />}</div>
      {pack && <CopyPanel pack={pack} opened={copying} onClose={() => setCopying(false)} />}
      {pack && at !== undefined && <TakeUp pack={pack} place={at} choose={(id) => void navigate({ search: (before) => ({ ...before, at: id }), replace: true })} />}
    </>
  )
}

function Standing({ pack }: { pack: Page }) {
  const words = useMethodWords()
  const number = pack.version.number
  return (
    <span className={classes.chip} data-tone={pack.version.state === 'released' ? 'green' : 'amber'}>
      <Trans>
        Version {number}, {words.version(pack.version.state)}
      </Trans>
    </span>
  )
}

function Body({ tab, pack }: { tab: Tab; pack: Page }) {
  switch (tab) {
    case 'artefacts':
      return <ArtefactsTab says={pack.says} />
    case 'policies':
      return <PoliciesTab says={pack.says} />
    case 'procedures':
      return <ProceduresTab says={pack.says} />
    case 'roles':
      return <RolesTab says={pack.says} />
    case 'burden':
      return <BurdenTab pack={pack} />
    case 'versions':
      return <VersionsTab pack={pack} />
    case 'draft':
      return pack.may_change ? <DraftTab pack={pack} /> : <CycleTab pack={pack} />
    default:
      return <CycleTab pack={pack} />
  }
}

function Tabs({ packKey, current, version, draft }: { packKey: string; current: Tab; version: number | undefined; draft: boolean }) {
  const { t } = useLingui()
  const names: Record<Tab, string> = { cycle: t`Life cycle`, artefacts: t`Artefacts`, policies: t`Policies`, procedures: t`Procedures`, roles: t`Roles and training`, burden: t`Burden`, versions: t`Versions`, draft: t`Change` }
  return (
    <nav className={classes.tabs} aria-label={t`About the pack`}>
      {TABS.filter((tab) => tab !== 'draft' || draft).map((tab) => (
        <Link
          key={tab}
          to="/method/$packKey"
          params={{ packKey }}
          search={{ ...(tab === 'cycle' ? {} : { tab }), ...(version === undefined ? {} : { version }) }}
          className={classes.tab}
          data-active={tab === current || undefined}
          aria-current={tab === current ? 'page' : undefined}
        >
          {names[tab]}
        </Link>
      ))}
    </nav>
  )
}
