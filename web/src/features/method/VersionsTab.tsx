/** The versions of a pack, newest first: what was new, where each holds; a version that holds nowhere can be withdrawn. */
import { Button } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { METHOD_TOUCHED, withdrawVersion, type PackPage } from '~/client/methods'
import { useWhen } from '~/lib/useWhen'
import { useAct } from '~/ui/useAct'
import { useAsk } from '~/ui/useAsk'
import classes from './Method.module.css'
import { useMethodWords } from './words'

export function VersionsTab({ pack }: { pack: PackPage }) {
  const { t } = useLingui()
  const when = useWhen()
  const words = useMethodWords()
  const ask = useAsk()
  const { act, busy } = useAct()
  const withdraw = async (number: number) => {
    const sure = await ask({ title: t`Withdraw version ${number}?`, text: t`Nobody can take it up any more. It stays readable.`, yes: t`Withdraw it` })
    if (sure) await act(() => withdrawVersion(pack.key, number), METHOD_TOUCHED)
  }
  return (
    <ul className={classes.list} aria-label={t`Versions`}>
      {pack.versions.map((version) => {
        const { number } = version
        const held = pack.held_at.filter((place) => place.number === number)
        return (
          <li key={number} className={classes.item}>
            <div className={classes.main}>
              <Link to="/method/$packKey" params={{ packKey: pack.key }} search={version.state === 'draft' ? { tab: 'draft' } : { version: number }}>
                <strong>
                  <Trans>Version {number}</Trans>
                </strong>
              </Link>{' '}
              <span className={classes.chip} data-tone={version.state === 'released' ? 'green' : undefined}>
                {words.version(version.state)}
              </span>
              <p className={classes.about}>{version.note}</p>
            </div>
            <div className={classes.side}>
              <p>
                {when.day(version.at)} {version.by && <span translate="no">{version.by}</span>}
              </p>
              {held.map((place) => (
                <p key={place.id}>
                  <Trans>
                    Holds at <span translate="no">{place.name}</span>
                  </Trans>
                </p>
              ))}
            </div>
            {pack.may_change && version.state === 'released' && held.length === 0 && (
              <Button size="compact-sm" variant="default" loading={busy} onClick={() => void withdraw(number)} aria-label={t`Withdraw version ${number}`}>
                <Trans>Withdraw</Trans>
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
