/** What one project does not keep of its method, for the page of its method; its waivers below. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { keptQuery, waiversQuery } from '~/client/findings'
import { ErrorState } from '~/ui/States'
import { FindingList } from './FindingList'
import classes from './Findings.module.css'

export function ProjectFindings({ projectId }: { projectId: number }) {
  const { t } = useLingui()
  const kept = useQuery(keptQuery(projectId))
  const waivers = useInfiniteQuery(waiversQuery(projectId, undefined))
  const all = Object.values(waivers.data?.pages[0]?.counts ?? {}).reduce((sum, count) => sum + count, 0)
  if (kept.isError) return <ErrorState error={kept.error} retry={() => void kept.refetch()} />
  const open = Object.values(kept.data?.open ?? {}).reduce((sum, count) => sum + count, 0)
  const any = open + (kept.data?.waived ?? 0) > 0
  return (
    <section className={classes.section} aria-labelledby="findings-title">
      <header>
        <h2 id="findings-title">
          <Trans>What is not kept</Trans>
        </h2>
        {all > 0 && (
          <Link to="/node/$nodeId/findings" params={{ nodeId: projectId }} search={{ tab: 'waivers' }}>
            {t`Waivers: ${all}`}
          </Link>
        )}
      </header>
      {any ? (
        <FindingList nodeId={projectId} wanted={{ state: 'all' }} label={t`What is not kept`} plain />
      ) : (
        kept.data && (
          <div className={classes.plain}>
            <p className={classes.about}>{kept.data.checked > 0 ? <Trans>Everything that is asked for is kept.</Trans> : <Trans>Nothing is asked of this project now.</Trans>}</p>
          </div>
        )
      )}
    </section>
  )
}
