/** Roles: what each lets somebody do, in words; and roles of the office's own. */
import { Button, Switch } from '@mantine/core'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { requireFactor, rolesQuery, type Role } from '~/client/people'
import { useRightsWords } from '~/ui/rights/words'
import { ErrorState } from '~/ui/States'
import { useAct } from '~/ui/useAct'
import { useAsk } from '~/ui/useAsk'
import { Bones } from './Directory'
import classes from './People.module.css'
import { RolePanel } from './RolePanel'
import { useMay, usePeopleSearch } from './usePeople'

export function Roles() {
  const { t } = useLingui()
  const [{ role }, change] = usePeopleSearch()
  const may = useMay()
  const found = useQuery(rolesQuery)
  if (found.isError) return <ErrorState error={found.error} retry={() => void found.refetch()} />
  if (!found.data) return <Bones />
  const open = found.data.items.find((each) => each.key === role)
  return (
    <>
      {may.settings && (
        <div className={classes.bar}>
          <div>
            <Button variant="default" onClick={() => change({ role: 'new' })}>
              <Trans>Make a role of your own</Trans>
            </Button>
          </div>
        </div>
      )}
      <ul className={classes.list} aria-label={t`Roles`}>
        {found.data.items.map((each) => (
          <Line key={each.key} role={each} settings={may.settings} onEdit={may.settings && !each.built_in ? () => change({ role: each.key }) : undefined} />
        ))}
      </ul>
      {may.settings && <RolePanel key={role ?? ''} role={open?.built_in ? undefined : open} fresh={role === 'new'} onClose={() => change({ role: undefined })} />}
    </>
  )
}

function Line({ role, settings, onEdit }: { role: Role; settings: boolean; onEdit?: () => void }) {
  const { t } = useLingui()
  const words = useRightsWords()
  const name = words.role(role.key, role.name)
  return (
    <li className={classes.item}>
      <div className={classes.main}>
        <strong translate={role.built_in ? undefined : 'no'}>{name}</strong>
        <p className={classes.dim} translate={role.built_in ? undefined : 'no'}>
          {words.roleAbout(role.key, role.about)}
        </p>
        {settings ? (
          <Factor role={role} name={name} />
        ) : (
          role.second_factor && (
            <span className={classes.chip}>
              <Trans>Second factor required</Trans>
            </span>
          )
        )}
      </div>
      <span className={classes.wide}>{words.list(role.capabilities)}</span>
      <span className={`${classes.dim} ${classes.count}`}>
        <Plural value={role.held} _0="held by nobody" one="given once" other="given # times" />
      </span>
      {onEdit && (
        <Button size="compact-sm" variant="default" onClick={onEdit} aria-label={t`Change the role ${name}`}>
          <Trans>Change</Trans>
        </Button>
      )}
    </li>
  )
}

/** Who keeps the settings asks for a second factor here, also of a built-in role. */
function Factor({ role, name }: { role: Role; name: string }) {
  const { t } = useLingui()
  const ask = useAsk()
  const { act, busy } = useAct()
  const without = role.without ?? 0
  const change = async (required: boolean) => {
    const sure = !required || without === 0 || (await ask({ title: t`Require a second factor for ${name}?`, text: t`Who holds the role and has none can do nothing in Milepost until they set one up. Their access tokens rest as long.`, yes: t`Require it` }))
    if (sure) await act(() => requireFactor(role.key, required), [['roles'], ['session']])
  }
  return (
    <Switch
      className={classes.factor}
      size="xs"
      label={t`Second factor required`}
      aria-label={t`Second factor required for ${name}`}
      description={without > 0 && <Plural value={without} one="# person who holds it has none" other="# people who hold it have none" />}
      checked={role.second_factor}
      disabled={busy}
      onChange={(event) => void change(event.currentTarget.checked)}
    />
  )
}
