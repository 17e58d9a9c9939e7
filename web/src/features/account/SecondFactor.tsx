/** The second factor: an authenticator app on the phone, and recovery codes for the day when the phone is gone. */
import { Button } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { makeRecoveryCodes, newFactor, switchOffFactor, type NewFactor } from '~/client/account'
import { queryClient } from '~/client/queries'
import { useRightsWords } from '~/ui/rights/words'
import { useAsk } from '~/ui/useAsk'
import classes from './Account.module.css'
import { FactorSetup } from './FactorSetup'
import type { Me } from './Profile'
import { RecoveryCodesCard } from './RecoveryCodes'
import { useSure } from './useSure'

const readAgain = () => queryClient.invalidateQueries({ queryKey: ['session'] })

/** `kept`: called when the recovery codes of a factor that was just set up are kept. */
export function SecondFactor({ me, kept }: { me: Me; kept?: () => void }) {
  const { t } = useLingui()
  const words = useRightsWords()
  const { beSure, surely, asked, asking } = useSure(me)
  const ask = useAsk()
  const [factor, setFactor] = useState<NewFactor | null>(null)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const start = async () => {
    if (await beSure()) setFactor((await surely(newFactor)) ?? null)
  }
  const freshCodes = async () => setCodes((await surely(makeRecoveryCodes))?.unused_codes ?? null)
  const switchedOn = async () => {
    setFactor(null)
    const made = (await surely(makeRecoveryCodes))?.unused_codes
    setCodes(made ?? null)
    await readAgain()
    if (!made) kept?.()
  }
  const off = async () => {
    const text = me.factor_for ? t`Your role asks for one: you can do nothing else until you have set up a new one. Your recovery codes stop working.` : t`Your password alone lets you in then, and your recovery codes stop working.`
    const sure = await ask({ title: t`Switch off the second factor?`, text, yes: t`Switch it off` })
    if (!sure || !(await surely(switchOffFactor))) return
    setCodes(null)
    await readAgain()
  }
  const keptCodes = () => {
    setCodes(null)
    kept?.()
  }
  const role = me.factor_for ? words.role(me.factor_for.key, me.factor_for.name) : ''
  return (
    <section className={classes.section} aria-label={t`Second factor`}>
      <h2>
        <Trans>Second factor</Trans>{' '}
        <span className={classes.chip} data-on={me.second_factor || undefined}>
          {me.second_factor ? <Trans>on</Trans> : <Trans>off</Trans>}
        </span>
      </h2>
      <p className={classes.dim}>
        <Trans>Beside the password, sign-in asks for a code from your phone. A stolen password alone opens nothing then.</Trans>{' '}
        {role && !kept && <Trans>Your role {role} asks for it.</Trans>}
      </p>
      {asked}
      {factor && <FactorSetup factor={factor} surely={surely} done={() => void switchedOn()} cancel={() => setFactor(null)} />}
      {codes && <RecoveryCodesCard codes={codes} done={keptCodes} />}
      {!factor && !codes && !asking && <Buttons on={me.second_factor} start={() => void start()} freshCodes={() => void freshCodes()} off={() => void off()} />}
    </section>
  )
}

function Buttons({ on, start, freshCodes, off }: { on: boolean; start: () => void; freshCodes: () => void; off: () => void }) {
  if (!on) {
    return (
      <div>
        <Button variant="default" onClick={start}>
          <Trans>Set up an authenticator app</Trans>
        </Button>
      </div>
    )
  }
  return (
    <div className={classes.buttons}>
      <Button variant="default" onClick={freshCodes}>
        <Trans>Make new recovery codes</Trans>
      </Button>
      <Button variant="subtle" color="red" onClick={off}>
        <Trans>Switch it off</Trans>
      </Button>
    </div>
  )
}
