/** A role asks for a second factor and there is none yet: the one page that is open until it is set up. */
import { Button } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { sessionQuery } from '~/client/queries'
import { signOut } from '~/client/signIn'
import { OpenPage } from '~/ui/OpenPage'
import { useRightsWords } from '~/ui/rights/words'
import classes from './Account.module.css'
import { SecondFactor } from './SecondFactor'

const route = getRouteApi('/second-factor')

export function SetUpPage() {
  const { t } = useLingui()
  const { to } = route.useSearch()
  const router = useRouter()
  const words = useRightsWords()
  const me = useQuery(sessionQuery).data?.person
  const role = me?.factor_for ? words.role(me.factor_for.key, me.factor_for.name) : ''
  const go = () => router.history.push(to ?? '/')
  return (
    <OpenPage title={t`Second factor`} width={640}>
      <div className={classes.sheet}>
        <h1>
          <Trans>One step before you go on</Trans>
        </h1>
        {role && (
          <p>
            <Trans>Your role {role} asks for a second factor. Until you have one, nothing else is open to you.</Trans>
          </p>
        )}
        {me && <SecondFactor me={me} kept={go} />}
        <div className={classes.buttons}>
          <Button variant="subtle" color="gray" onClick={() => void signOut()}>
            <Trans>Sign out</Trans>
          </Button>
        </div>
      </div>
    </OpenPage>
  )
}
