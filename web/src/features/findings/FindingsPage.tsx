/** How the projects of a place keep their methods: the answer in a sentence, then what is not kept, by rule or by project, and the waivers. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { keptQuery } from '~/client/findings'
import { watchNode } from '~/client/live'
import { nodeQuery, queryClient } from '~/client/queries'
import { PageHeader } from '~/ui/PageHeader'
import { ErrorState } from '~/ui/States'
import { AnswerLine } from './AnswerLine'
import classes from './Findings.module.css'
import { FilterBar, Groups } from './Groups'
import { RunButton } from './RunButton'
import { TABS, type Tab } from './search'
import { Waivers } from './Waivers'

const route = getRouteApi('/shell/node/$nodeId/findings')
/** The server looks again at what changed within a second or two. */
const LOOKED_AFTER = 2500

export function FindingsPage() {
  const { t } = useLingui()
  const { nodeId } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const node = useQuery(nodeQuery(nodeId)).data
  const kept = useQuery(keptQuery(nodeId))
  useFresh(nodeId)
  if (kept.isError) return <ErrorState error={kept.error} retry={() => void kept.refetch()} />
  const change = (part: Partial<typeof search>) => void navigate({ search: (now) => ({ ...now, ...part }), replace: true })
  const tab = search.tab ?? 'findings'
  return (
    <>
      <PageHeader title={kept.data?.node.name ?? t`Method kept`} named={kept.data !== undefined} crumbs={node?.path.slice(0, -1)} tabs={<Tabs nodeId={nodeId} current={tab} />} action={kept.data?.may_run && <RunButton nodeId={nodeId} />}>
        <AnswerLine kept={kept.data} />
      </PageHeader>
      {tab === 'waivers' ? (
        <Waivers nodeId={nodeId} state={search.waivers} choose={(waivers) => change({ waivers })} />
      ) : (
        <>
          <FilterBar view={search} change={change} />
          <Groups nodeId={nodeId} kept={kept.data} view={search} change={change} />
        </>
      )}
    </>
  )
}

/** What changes in a project is looked at a moment later. */
function useFresh(nodeId: number) {
  useEffect(() => {
    let later = 0
    const stop = watchNode(nodeId, () => {
      window.clearTimeout(later)
      later = window.setTimeout(() => void queryClient.invalidateQueries({ queryKey: ['findings', nodeId] }), LOOKED_AFTER)
    })
    return () => {
      window.clearTimeout(later)
      stop()
    }
  }, [nodeId])
}

function Tabs({ nodeId, current }: { nodeId: number; current: Tab }) {
  const { t } = useLingui()
  const names: Record<Tab, string> = { findings: t`Findings`, waivers: t`Waivers` }
  return (
    <nav className={classes.tabs} aria-label={t`About the method`}>
      {TABS.map((tab) => (
        <Link key={tab} to="/node/$nodeId/findings" params={{ nodeId }} search={tab === 'waivers' ? { tab } : {}} className={classes.tab} data-active={tab === current || undefined} aria-current={tab === current ? 'page' : undefined}>
          {names[tab]}
        </Link>
      ))}
      <Link to="/portfolio" search={{ node: nodeId }} className={classes.tab}>
        <Trans>Projects</Trans>
      </Link>
    </nav>
  )
}
