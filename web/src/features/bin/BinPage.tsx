/** What was deleted, by whom, when and where, and the way back for all of it. */
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { binQuery, SORTS, type Sort } from '~/client/bin'
import { PageHeader } from '~/ui/PageHeader'
import { Bone, EmptyState, ErrorState } from '~/ui/States'
import { BinList } from './BinList'
import classes from './BinPage.module.css'
import { useSortName } from './useSortName'

const route = getRouteApi('/shell/bin')

export function BinPage() {
  const { t } = useLingui()
  const { q = '', what } = route.useSearch()
  const found = useInfiniteQuery(binQuery(q, what))
  const items = found.data?.pages.flatMap((page) => page.items) ?? []
  const asked = q !== '' || what !== undefined
  return (
    <>
      <PageHeader title={t`Bin`}>
        <p className={classes.about}>
          <Trans>What you can restore: everything that you deleted, and what others deleted where you may do the same.</Trans>
        </p>
      </PageHeader>
      <Filter q={q} what={what} />
      {found.isError ? (
        <ErrorState error={found.error} retry={() => void found.refetch()} />
      ) : found.isPending ? (
        <Bones />
      ) : items.length > 0 ? (
        <BinList items={items} />
      ) : (
        <EmptyState title={asked ? t`Nothing like that is in the bin` : t`The bin is empty`}>
          {asked ? <Trans>Look with fewer words, or for everything.</Trans> : <Trans>Projects, registers, rows, comments and files that are deleted come here, and from here they come back as they were.</Trans>}
        </EmptyState>
      )}
      {found.hasNextPage && (
        <Button className={classes.more} variant="default" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          <Trans>Show what was deleted before</Trans>
        </Button>
      )}
    </>
  )
}

function Filter({ q, what }: { q: string; what: Sort | undefined }) {
  const { t } = useLingui()
  const navigate = route.useNavigate()
  const sortName = useSortName()
  const [typed, setTyped] = useState(q)
  useEffect(() => {
    const later = setTimeout(() => typed !== q && void navigate({ search: (now) => ({ ...now, q: typed || undefined }), replace: true }), 250)
    return () => clearTimeout(later)
  }, [typed, q, navigate])
  return (
    <div className={classes.filter} role="search">
      <TextInput size="sm" leftSection={<IconSearch size={16} />} aria-label={t`Search the bin`} placeholder={t`Search the bin`} data-page-filter value={typed} maxLength={100} onChange={(event) => setTyped(event.currentTarget.value)} />
      <NativeSelect
        size="sm"
        aria-label={t`What to show`}
        value={what ?? ''}
        data={[{ value: '', label: t`Everything` }, ...SORTS.map((sort) => ({ value: sort, label: sortName(sort, true) }))]}
        onChange={(event) => void navigate({ search: (now) => ({ ...now, what: SORTS.find((sort) => sort === event.currentTarget.value) }), replace: true })}
      />
    </div>
  )
}

function Bones() {
  return (
    <div className={classes.list} aria-hidden="true">
      {[40, 55, 35, 60, 45].map((width) => (
        <div key={width} className={classes.item}>
          <Bone width={`${width}%`} height={20} />
        </div>
      ))}
    </div>
  )
}
