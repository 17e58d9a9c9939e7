/** One's own account: profile, password, second factor, sessions, access tokens. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { sessionQuery } from '~/client/queries'
import { PageHeader } from '~/ui/PageHeader'
import classes from './Account.module.css'
import { Password } from './Password'
import { Profile } from './Profile'
import { SecondFactor } from './SecondFactor'
import { Sessions } from './Sessions'
import { Tokens } from './Tokens'

export function AccountPage() {
  const { t } = useLingui()
  const me = useQuery(sessionQuery).data?.person
  return (
    <>
      <PageHeader title={t`Your account`}>
        {me && (
          <p className={classes.dim} style={{ paddingBottom: 16 }}>
            <span translate="no">{me.email}</span> ·{' '}
            <Link to="/people/$personId" params={{ personId: me.id }}>
              <Trans>What you see, and why</Trans>
            </Link>
          </p>
        )}
      </PageHeader>
      {me && (
        <div className={classes.page}>
          <Profile me={me} />
          <Password me={me} />
          <SecondFactor me={me} />
          <Sessions />
          <Tokens />
        </div>
      )}
    </>
  )
}
