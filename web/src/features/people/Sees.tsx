/** What a person sees: the places of the tree where they may do something, what, and by which grants. */
import { Button } from '@mantine/core'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { isApiError } from '~/client/errors'
import { seesQuery, type PersonDetail } from '~/client/people'
import { useNodeKind } from '~/ui/nodeKind'
import { GrantReasons } from '~/ui/rights/Reasons'
import { useShare } from '~/ui/rights/useShare'
import { useRightsWords } from '~/ui/rights/words'
import { Bone, ErrorState } from '~/ui/States'
import classes from './People.module.css'
import { placesOf, type Place } from './places'

export function Sees({ person, own }: { person: PersonDetail; own: boolean }) {
  const { t } = useLingui()
  const sees = useQuery({ ...seesQuery(person.id), retry: false })
  if (isApiError(sees.error, 403)) return <NotTold />
  const tops = placesOf(sees.data?.items ?? [])
  return (
    <section className={classes.section} style={{ marginTop: 0 }}>
      <h2>{own ? t`What you see, and why` : t`What ${person.name} sees, and why`}</h2>
      {sees.isError ? (
        <ErrorState error={sees.error} retry={() => void sees.refetch()} />
      ) : !sees.data ? (
        <Bone width="60%" height={20} />
      ) : sees.data.items.length === 0 ? (
        <p className={classes.about}>
          <Trans>Nothing yet, as far as you may know. Share a project or a portfolio with them: Who can see this, at the top of its page.</Trans>
        </p>
      ) : (
        <>
          <p className={classes.about}>
            <Plural value={sees.data.nodes} one="# place in all. A role holds at its place and at everything below." other="# places in all. A role holds at its place and at everything below." />
          </p>
          <ul className={classes.tree}>
            {tops.map((place) => (
              <PlaceItem key={place.id} place={place} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function NotTold() {
  return (
    <section className={classes.section} style={{ marginTop: 0 }}>
      <h2>
        <Trans>What they see</Trans>
      </h2>
      <p className={classes.about}>
        <Trans>That is told to who shares places or manages people.</Trans>
      </p>
    </section>
  )
}

function PlaceItem({ place }: { place: Place }) {
  const { t } = useLingui()
  const kind = useNodeKind()
  const words = useRightsWords()
  const share = useShare()
  const [why, setWhy] = useState(true)
  const { seen } = place
  return (
    <li className={classes.place} data-way={!seen || undefined}>
      <span>
        {seen ? (
          <Link to={place.kind === 'project' ? '/projects/$projectId' : '/portfolio'} params={{ projectId: place.id } as never} search={(place.kind === 'project' ? {} : { node: place.id }) as never} translate="no">
            {place.name}
          </Link>
        ) : (
          <span translate="no">{place.name}</span>
        )}{' '}
        <span className={classes.dim}>{kind(place.kind)}</span>{' '}
        {seen && (
          <>
            <Button size="compact-xs" variant="subtle" aria-expanded={why} aria-label={t`Why they see ${place.name}`} onClick={() => setWhy(!why)}>
              <Trans>Why</Trans>
            </Button>
            {seen.capabilities.includes('directory') && (
              <Button size="compact-xs" variant="subtle" color="gray" aria-label={t`Who else can see ${place.name}`} onClick={() => share(place.id)}>
                <Trans>Who else</Trans>
              </Button>
            )}
          </>
        )}
      </span>
      {seen && <p>{words.list(seen.capabilities)}</p>}
      {seen && why && (
        <div className={classes.reasons}>
          <GrantReasons because={seen.because} here={place.id} />
        </div>
      )}
      {place.below.length > 0 && (
        <ul className={classes.tree}>
          {place.below.map((each) => (
            <PlaceItem key={each.id} place={each} />
          ))}
        </ul>
      )}
    </li>
  )
}
