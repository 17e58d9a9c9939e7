/** One person: what they see and why, how they sign in, and what who manages people may do for them. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { bringBack, personQuery, type PersonDetail } from '~/client/people'
import { Button } from '@mantine/core'
import { PageHeader } from '~/ui/PageHeader'
import { Bone, ErrorState } from '~/ui/States'
import { useAct } from '~/ui/useAct'
import { useWhen } from '~/lib/useWhen'
import { AccountFacts } from './AccountFacts'
import { Leave } from './Leave'
import { ManageAccount } from './ManageAccount'
import classes from './People.module.css'
import { Sees } from './Sees'
import { useMay } from './usePeople'

const route = getRouteApi('/shell/people/$personId')

export function PersonPage() {
  const { t } = useLingui()
  const { personId } = route.useParams()
  const person = useQuery(personQuery(personId))
  const { me } = useMay()
  if (person.isError) return <ErrorState error={person.error} retry={() => void person.refetch()} />
  const own = me === personId
  return (
    <>
      <PageHeader
        title={person.data?.name ?? t`Person`}
        named={person.data !== undefined}
        chip={person.data && !person.data.active && <span className={classes.chip}>{t`Left`}</span>}
        action={person.data?.manageable && person.data.active && !own && <Leave person={person.data} />}
      >
        <p className={classes.about} style={{ paddingBottom: 16 }}>
          <Link to="/people">
            <Trans>All people</Trans>
          </Link>
          {person.data?.account && <span translate="no"> · {person.data.account.email}</span>}
        </p>
      </PageHeader>
      {person.data ? <Sections person={person.data} own={own} /> : <Bone width="40%" height={20} />}
    </>
  )
}

function Sections({ person, own }: { person: PersonDetail; own: boolean }) {
  return (
    <div className={classes.sections}>
      <div>
        {!person.active && <Gone person={person} />}
        {person.active && <Sees person={person} own={own} />}
      </div>
      <div>
        {person.account && <AccountFacts person={person} account={person.account} own={own} />}
        {person.manageable && person.active && !own && person.account && <ManageAccount person={person} account={person.account} />}
      </div>
    </div>
  )
}

function Gone({ person }: { person: PersonDetail }) {
  const { t } = useLingui()
  const when = useWhen()
  const { act, busy } = useAct()
  const left = person.left_at ? when.day(person.left_at) : ''
  const restore = () => act(() => bringBack(person.id), [['person'], ['people'], ['access']], t`${person.name} is back.`)
  return (
    <section className={classes.section}>
      <h2>{left ? t`Left on ${left}` : t`Has left`}</h2>
      <p className={classes.about}>
        <Trans>The account is closed; history, comments and decisions keep the name. Who is brought back has the same password and the roles that they held themselves, but no groups, and not what was handed over.</Trans>
      </p>
      {person.manageable && (
        <div>
          <Button variant="default" loading={busy} onClick={() => void restore()}>
            <Trans>Bring back</Trans>
          </Button>
        </div>
      )}
    </section>
  )
}
