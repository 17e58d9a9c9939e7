/** How somebody signs in; who manages people changes name, address, language and time zone where they stand. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { changePerson, type PersonDetail, type PersonPatch } from '~/client/people'
import { useWhen } from '~/lib/useWhen'
import { EditField } from '~/ui/EditField'
import { LanguageField, ZoneField } from '~/ui/LocaleFields'
import { useAct } from '~/ui/useAct'
import classes from './People.module.css'

type Account = NonNullable<PersonDetail['account']>

export function AccountFacts({ person, account, own }: { person: PersonDetail; account: Account; own: boolean }) {
  const { t } = useLingui()
  const { act } = useAct()
  const keep = async (patch: PersonPatch) => Boolean(await act(() => changePerson(person.id, patch), [['person', person.id], ['people'], ['session']]))
  return (
    <section className={classes.section}>
      <h2>
        <Trans>Account</Trans>
      </h2>
      {own && (
        <p>
          <Link to="/account">
            <Trans>Change your own account</Trans>
          </Link>
        </p>
      )}
      {person.manageable && person.active && !own && (
        <>
          <EditField label={t`Name`} maxLength={200} value={person.name} onKeep={(name) => keep({ name })} />
          <EditField label={t`E-mail`} type="email" maxLength={254} value={account.email} onKeep={(email) => keep({ email })} />
          <LanguageField value={account.locale} onPick={(locale) => void keep({ locale })} />
          <ZoneField value={account.zone} onPick={(zone) => void keep({ zone })} />
        </>
      )}
      <Facts person={person} account={account} />
    </section>
  )
}

function Facts({ person, account }: { person: PersonDetail; account: Account }) {
  const when = useWhen()
  return (
    <dl className={classes.facts}>
      <dt>
        <Trans>Last sign-in</Trans>
      </dt>
      <dd>{account.last_sign_in ? <time dateTime={account.last_sign_in}>{when.moment(account.last_sign_in)}</time> : <Trans>never</Trans>}</dd>
      <dt>
        <Trans>Here since</Trans>
      </dt>
      <dd>
        <time dateTime={account.created_at}>{when.day(account.created_at)}</time>
      </dd>
      <dt>
        <Trans>Password</Trans>
      </dt>
      <dd>{account.password ? <Trans>set</Trans> : <Trans>not set</Trans>}</dd>
      <dt>
        <Trans>Second factor</Trans>
      </dt>
      <dd>{account.second_factor ? <Trans>on</Trans> : <Trans>off</Trans>}</dd>
      <dt>
        <Trans>Groups</Trans>
      </dt>
      <dd>
        {account.groups.length === 0 && <Trans>none</Trans>}
        {account.groups.map((group, index) => (
          <span key={group.id}>
            {index > 0 && ', '}
            <Link to="/people" search={{ tab: 'groups', team: group.id }} translate="no">
              {group.name}
            </Link>
          </span>
        ))}
      </dd>
      {person.left_at && (
        <>
          <dt>
            <Trans>Left</Trans>
          </dt>
          <dd>
            <time dateTime={person.left_at}>{when.moment(person.left_at)}</time>
          </dd>
        </>
      )}
    </dl>
  )
}
