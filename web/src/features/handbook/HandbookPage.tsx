/** The method of a place as a book: to read, to search, by version, to print. */
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { IconPrinter, IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { handbookQuery, type Handbook, type Says } from '~/client/practice'
import { useFormat } from '~/lib/useFormat'
import { LifeCycle } from '~/ui/method/LifeCycle'
import { PageHeader } from '~/ui/PageHeader'
import { Bone, EmptyState, ErrorState } from '~/ui/States'
import { having, inLanguage } from './chapters'
import { Changes } from './Changes'
import { Contents } from './Contents'
import classes from './Handbook.module.css'
import { useNames } from './useNames'

const route = getRouteApi('/shell/handbook/$nodeId')

export function HandbookPage() {
  const { t } = useLingui()
  const { nodeId } = route.useParams()
  const { version } = route.useSearch()
  const found = useQuery(handbookQuery(nodeId, version))
  const book = found.data
  return (
    <>
      <PageHeader
        title={book ? t`Handbook of ${book.node.name}` : t`Handbook`}
        action={
          <Button variant="default" className={classes.screen} leftSection={<IconPrinter size={16} stroke={1.75} />} onClick={() => window.print()}>
            <Trans>Print</Trans>
          </Button>
        }
      >
        <div className={classes.about}>{book ? <About book={book} /> : <Bone width={360} />}</div>
      </PageHeader>
      {found.isError ? (
        <ErrorState error={found.error} retry={() => void found.refetch()} />
      ) : book?.says ? (
        <Book book={book} says={book.says} />
      ) : (
        book && (
          <EmptyState title={<Trans>No method holds here yet</Trans>}>
            <Trans>The handbook is the method that an office takes up for a place: its phases, what it asks for and how that is done.</Trans>
          </EmptyState>
        )
      )}
    </>
  )
}

function About({ book }: { book: Handbook }) {
  const { i18n } = useLingui()
  if (!book.says) return null
  return (
    <>
      <p className={classes.answer}>
        <span translate="no">{inLanguage(book.says.title, i18n.locale)}</span>: <Plural value={book.says.artefacts.length} one="# artefact" other="# artefacts" />, <Plural value={book.says.policies.length} one="# policy" other="# policies" />,{' '}
        <Plural value={book.says.gates.length} one="# gate" other="# gates" />.
      </p>
      <p className={classes.dim}>
        <Trans>Version {book.number}</Trans>
        {book.office && (
          <>
            {' · '}
            <Link to="/office/$nodeId" params={{ nodeId: book.node.id }} translate="no">
              {book.office.name}
            </Link>
          </>
        )}
      </p>
    </>
  )
}

function Book({ book, says }: { book: Handbook; says: Says }) {
  const { t, i18n } = useLingui()
  const { q = '' } = route.useSearch()
  const names = useNames(says)
  const shown = having(book, says, q, i18n.locale)
  return (
    <>
      <div className={classes.bar} role="search">
        <Words q={q} />
        <Versions book={book} />
      </div>
      {book.number !== book.holds && (
        <p className={classes.note} role="status">
          <Trans>
            This is version {book.number}. Version {book.holds} holds here.
          </Trans>
        </p>
      )}
      <div className={classes.book}>
        {!q && (
          <section className={classes.chapter} aria-label={t`Life cycle`}>
            <h2>
              <Trans>Life cycle</Trans>
            </h2>
            <p translate="no">{inLanguage(says.about, i18n.locale)}</p>
            <LifeCycle phases={says.phases} gates={says.gates} roleName={names.role} rounds={says.life_cycle === 'agile' || says.life_cycle === 'hybrid'} />
          </section>
        )}
        <Contents says={shown.says} faq={shown.faq} names={names} />
        {!q && book.changes.length > 0 && <Changes book={book} />}
      </div>
    </>
  )
}

function Versions({ book }: { book: Handbook }) {
  const { t } = useLingui()
  const navigate = route.useNavigate()
  const format = useFormat()
  if (book.versions.length < 2) return null
  return (
    <NativeSelect
      aria-label={t`Version`}
      value={String(book.number)}
      data={book.versions.map((one) => ({ value: String(one.number), label: one.number === book.holds ? t`Version ${one.number}, which holds` : t`Version ${one.number} of ${format.date(one.at)}` }))}
      onChange={(event) => void navigate({ search: (now) => ({ ...now, version: Number(event.currentTarget.value) === book.holds ? undefined : Number(event.currentTarget.value) }), replace: true })}
    />
  )
}

function Words({ q }: { q: string }) {
  const { t } = useLingui()
  const navigate = route.useNavigate()
  const [typed, setTyped] = useState(q)
  useEffect(() => {
    const later = setTimeout(() => typed !== q && void navigate({ search: (now) => ({ ...now, q: typed || undefined }), replace: true }), 200)
    return () => clearTimeout(later)
  }, [typed, q, navigate])
  return <TextInput leftSection={<IconSearch size={16} />} aria-label={t`Search the handbook`} placeholder={t`Search the handbook`} data-page-filter maxLength={100} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
}
