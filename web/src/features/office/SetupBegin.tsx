/** What somebody wants of the assistant, and where. */
import { Button } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { beginSetup, officeAtQuery, setupsQuery, type Wish } from '~/client/offices'
import { PageHeader } from '~/ui/PageHeader'
import { PlacePicker } from '~/ui/rights/pickers'
import { useAct } from '~/ui/useAct'
import classes from './Office.module.css'
import { useWishWords } from './words'

export function SetupBegin({ node }: { node?: number }) {
  const { t } = useLingui()
  const [place, setPlace] = useState(node)
  const begun = useQuery(setupsQuery).data?.items.find((one) => one.node_id === place)
  const at = useQuery({ ...officeAtQuery(place ?? 0), enabled: place !== undefined }).data
  return (
    <>
      <PageHeader title={t`Set up an office`}>
        <p className={classes.about}>
          <Trans>About an hour with the right people in the room. The goals of the organisation come first; functions, type and place follow from them, people come last.</Trans>
        </p>
      </PageHeader>
      <div className={classes.wizard}>
        <PlacePicker label={t`For which part of the organisation`} value={place} onPick={setPlace} may="arrange" />
        {begun && (
          <p className={classes.note}>
            <Trans>
              A set-up was begun here.{' '}
              <Link to="/office/new" search={{ setup: begun.id }}>
                Go on with it
              </Link>
            </Trans>
          </p>
        )}
        <Wishes place={place} there={at?.own ?? false} known={at !== undefined} />
      </div>
    </>
  )
}

function Wishes({ place, there, known }: { place: number | undefined; there: boolean; known: boolean }) {
  const { t } = useLingui()
  const name = useWishWords()
  const navigate = useNavigate()
  const { act, busy } = useAct()
  const about: Record<Wish, string> = {
    build: t`There is none yet. From goals to functions, type, place and people.`,
    improve: t`There is one, and it should serve the goals better. Everything is looked at again.`,
    run: t`There is one, and it stays of its type. Goals, functions, people and the rhythm of check-ins are brought up to date.`,
  }
  const begin = async (wish: Wish) => {
    const made = place === undefined ? undefined : await act(() => beginSetup(wish, place), [['setups']])
    if (made) void navigate({ to: '/office/new', search: { setup: made.answer.id } })
  }
  const wishes: Wish[] = ['build', 'improve', 'run']
  return (
    <div className={classes.cards}>
      {wishes.map((wish) => (
        <div key={wish} className={classes.card}>
          <strong>{name(wish)}</strong>
          <span className={classes.about}>{about[wish]}</span>
          <div>
            <Button variant={wish === 'build' ? 'filled' : 'default'} loading={busy} disabled={!known || there === (wish === 'build')} onClick={() => void begin(wish)} aria-label={t`Begin: ${name(wish)}`}>
              <Trans>Begin</Trans>
            </Button>
          </div>
        </div>
      ))}
    </div>
  )
}
