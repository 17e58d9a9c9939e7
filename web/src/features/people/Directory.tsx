/** Everybody of whom the reader may know, by name; those who left for who manages people. */
import { Button, Checkbox, TextInput } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconSearch } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { peopleQuery, type Person } from '~/client/people'
import { Bone, EmptyState, ErrorState } from '~/ui/States'
import classes from './People.module.css'
import { useMay, usePeopleSearch } from './usePeople'

export function Directory() {
  const { t } = useLingui()
  const [{ q = '', left = false }, change] = usePeopleSearch()
  const may = useMay()
  const found = useInfiniteQuery(peopleQuery(q, left))
  const items = found.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <>
      <div className={classes.bar} role="search">
        <SearchField q={q} onChange={(next) => change({ q: next })} />
        {may.people && <Checkbox label={t`Those who left`} checked={left} onChange={(event) => change({ left: event.currentTarget.checked ? true : undefined })} />}
      </div>
      {found.isError ? (
        <ErrorState error={found.error} retry={() => void found.refetch()} />
      ) : found.isPending ? (
        <Bones />
      ) : items.length > 0 ? (
        <ul className={classes.list} aria-label={t`People`}>
          {items.map((person) => (
            <Line key={person.id} person={person} own={person.id === may.me} />
          ))}
        </ul>
      ) : (
        <EmptyState title={q ? <Trans>Nobody has this name</Trans> : <Trans>Nobody is here</Trans>}>
          {left ? <Trans>Who leaves stands here, and can be brought back.</Trans> : <Trans>Look with fewer letters. You find people who work where you do.</Trans>}
        </EmptyState>
      )}
      {found.hasNextPage && (
        <Button className={classes.more} variant="default" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          <Trans>Show more people</Trans>
        </Button>
      )}
    </>
  )
}

function SearchField({ q, onChange }: { q: string; onChange: (next: string | undefined) => void }) {
  const { t } = useLingui()
  const [typed, setTyped] = useState(q)
  useEffect(() => {
    const later = setTimeout(() => typed !== q && onChange(typed || undefined), 200)
    return () => clearTimeout(later)
  }, [typed, q, onChange])
  return (
    <TextInput
      leftSection={<IconSearch size={16} />}
      aria-label={t`Search people`}
      placeholder={t`Search people`}
      data-page-filter
      maxLength={200}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  )
}

function Line({ person, own }: { person: Person; own: boolean }) {
  return (
    <li className={classes.item}>
      <span className={classes.main}>
        <Link to="/people/$personId" params={{ personId: person.id }} translate="no" dir="auto">
          {person.name}
        </Link>{' '}
        {own && (
          <span className={classes.chip}>
            <Trans>You</Trans>
          </span>
        )}
        {!person.active && (
          <span className={classes.chip}>
            <Trans>Left</Trans>
          </span>
        )}
      </span>
      <span className={classes.wide} translate="no">
        {person.email}
      </span>
    </li>
  )
}

export function Bones() {
  return (
    <div className={classes.list} aria-hidden="true">
      {[30, 22, 34, 26, 30].map((width, index) => (
        <div key={index} className={classes.item}>
          <Bone width={`${width}%`} height={18} />
        </div>
      ))}
    </div>
  )
}
