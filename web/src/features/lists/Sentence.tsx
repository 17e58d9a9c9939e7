/** The figures of a dry run, or of an import, as a sentence: "47 projects: 45 new, 2 doubtful." */
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import type { ListReport } from '~/client/lists'

type Counts = Partial<ListReport['rows']['all']>

export function Sentence({ counts, kind }: { counts: Counts; kind: string }) {
  const { t } = useLingui()
  const { total = 0, new: fresh = 0, changed = 0, same = 0, skipped = 0, doubtful = 0, reports = 0 } = counts
  const what = kind === 'project' ? t`${plural(total, { one: '# project', other: '# projects' })}` : t`${plural(total, { one: '# row', other: '# rows' })}`
  const parts = [
    fresh > 0 && t`${fresh} new`,
    changed > 0 && t`${changed} changed`,
    same > 0 && t`${same} as they are`,
    doubtful > 0 && t`${doubtful} doubtful`,
    skipped > 0 && t`${skipped} left out`,
    reports > total && t`with ${reports} reports on them`,
  ].filter(Boolean)
  const list = parts.join(', ')
  return <>{list ? t`${what}: ${list}.` : t`${what}.`}</>
}
