/** The findings that a filter means, in pages. */
import { Button } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import { findingsQuery, type Wanted } from '~/client/findings'
import { Bone, ErrorState } from '~/ui/States'
import { FindingLine } from './FindingLine'
import classes from './Findings.module.css'

/** With `plain` it stands alone, not below a heading of its group; with `project` each line names its project. */
export function FindingList({ nodeId, wanted, label, project = false, plain = false }: { nodeId: number; wanted: Wanted; label: string; project?: boolean; plain?: boolean }) {
  const { t } = useLingui()
  const found = useInfiniteQuery(findingsQuery(nodeId, wanted))
  const items = found.data?.pages.flatMap((page) => page.items) ?? []
  if (found.isError) return <ErrorState error={found.error} retry={() => void found.refetch()} />
  if (found.isPending) {
    return (
      <div className={classes.list} aria-hidden="true">
        <div className={classes.item}>
          <Bone width="60%" height={20} />
        </div>
      </div>
    )
  }
  return (
    <>
      <ul className={plain ? `${classes.list} ${classes.plain}` : classes.list} aria-label={label || t`Findings`}>
        {items.map((finding) => (
          <FindingLine key={finding.id} finding={finding} project={project} />
        ))}
        {items.length === 0 && (
          <li className={classes.item}>
            <Trans>Nothing of this severity is waived here.</Trans>
          </li>
        )}
      </ul>
      {found.hasNextPage && (
        <Button className={classes.more} size="compact-sm" variant="default" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          <Trans>Show more</Trans>
        </Button>
      )}
    </>
  )
}
