/** One row at the right of its page: its cells as a form, what was said about it, its files, and what happened to it. */
import { Tabs } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { watchSheet } from '~/client/live'
import { queryClient } from '~/client/queries'
import { rowKey, rowQuery, type RowDetail, type RowPlace } from '~/client/rows'
import { Inspector } from '~/ui/Inspector'
import { Bone, ErrorState } from '~/ui/States'
import { Comments } from './Comments'
import { Files } from './Files'
import { History } from './History'
import { RowForm } from './RowForm'
import classes from './RowPanel.module.css'

interface RowPanelProps {
  sheetId: number
  rowId: number
  onClose: () => void
}

type Tab = 'cells' | 'comments' | 'files' | 'history'

export function RowPanel({ sheetId, rowId, onClose }: RowPanelProps) {
  const { t } = useLingui()
  const place = useMemo(() => ({ sheetId, rowId }), [sheetId, rowId])
  const row = useQuery(rowQuery(place))
  useLive(place)
  const title = row.data?.name ? <bdi translate="no">{row.data.name}</bdi> : row.data ? t`Without a name` : t`Row`
  return (
    <Inspector title={title} onClose={onClose}>
      <div className={classes.panel} data-full-screen>
        {row.isError ? <ErrorState error={row.error} retry={() => void row.refetch()} /> : row.data ? <Opened key={`${sheetId}:${rowId}`} row={row.data} place={place} /> : <Bones />}
      </div>
    </Inspector>
  )
}

function Opened({ row, place }: { row: RowDetail; place: RowPlace }) {
  const { t } = useLingui()
  const [tab, setTab] = useState<Tab>('cells')
  const where = [row.node.name, row.sheet, ...row.above]
  const counted = (label: string, count: number) => (count > 0 ? `${label} ${count}` : label)
  return (
    <>
      <p className={classes.where} translate="no">
        {where.join(' › ')}
      </p>
      <Tabs value={tab} onChange={(next) => setTab((next ?? 'cells') as Tab)} keepMounted={false} classNames={{ tab: classes.tabs }}>
        <Tabs.List aria-label={t`Parts of the row`}>
          <Tabs.Tab value="cells">
            <Trans>Cells</Trans>
          </Tabs.Tab>
          <Tabs.Tab value="comments">{counted(t`Comments`, row.comments)}</Tabs.Tab>
          <Tabs.Tab value="files">{counted(t`Files`, row.files)}</Tabs.Tab>
          <Tabs.Tab value="history">
            <Trans>History</Trans>
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="cells" className={classes.tab}>
          <RowForm row={row} place={place} />
        </Tabs.Panel>
        <Tabs.Panel value="comments" className={classes.tab}>
          <Comments place={place} mayComment={row.may.includes('comment')} />
        </Tabs.Panel>
        <Tabs.Panel value="files" className={classes.tab}>
          <Files place={place} mayAttach={row.may.includes('edit')} />
        </Tabs.Panel>
        <Tabs.Panel value="history" className={classes.tab}>
          <History place={place} />
        </Tabs.Panel>
      </Tabs>
    </>
  )
}

/** Reads again what somebody changed of this row, here or elsewhere. Comments and files are told by the stream itself. */
function useLive(place: RowPlace): void {
  useEffect(
    () =>
      watchSheet(place.sheetId, (change) => {
        const named = change.deltas === undefined || String(place.rowId) in change.deltas
        if (!change.opened && named) void queryClient.invalidateQueries({ queryKey: rowKey(place) })
      }),
    [place],
  )
}

function Bones() {
  return (
    <div className={classes.bones} aria-hidden="true">
      {[60, 90, 75, 80, 55, 70].map((width) => (
        <Bone key={width} width={`${width}%`} height={20} />
      ))}
    </div>
  )
}
