/** Sign-in: e-mail and password, then a code where the account asks for one, then back to the address that was wanted. */
import { Button, PasswordInput, TextInput } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useRouter } from '@tanstack/react-router'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { signInElsewhere } from '~/client/account'
import { sessionQuery } from '~/client/queries'
import { giveCode, signIn, type Outcome } from '~/client/signIn'
import { useOutcomeText } from '~/features/sign-in/outcomeText'
import { OpenPage } from '~/ui/OpenPage'
import { useRightsSentence } from '~/ui/rights/errorSentences'
import classes from './SignInPage.module.css'

const route = getRouteApi('/sign-in')

export function SignInPage() {
  const { t } = useLingui()
  const { to, error } = route.useSearch()
  const router = useRouter()
  const [step, setStep] = useState<'password' | 'code'>('password')
  const done = (outcome: Outcome) => {
    if (outcome === 'code') setStep('code')
    if (outcome === 'in') router.history.push(to ?? '/')
  }
  return (
    <OpenPage title={t`Sign in`} width={360}>
      {step === 'password' ? <PasswordStep done={done} refused={error} to={to ?? '/'} /> : <CodeStep done={done} back={() => setStep('password')} />}
    </OpenPage>
  )
}

/** Sends what is in the form, keeps it on failure, and says why in the form. */
function useAttempt(run: () => Promise<Outcome>, done: (outcome: Outcome) => void) {
  const [busy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setOutcome(null)
    const answered = await run()
    setBusy(false)
    setOutcome(answered)
    done(answered)
  }
  return { busy, outcome, submit }
}

function Failure({ outcome }: { outcome: Outcome | null }) {
  const text = useOutcomeText()(outcome)
  return (
    <div role="alert" className={classes.failure} hidden={!text}>
      {text}
    </div>
  )
}

function PasswordStep({ done, refused, to }: { done: (outcome: Outcome) => void; refused: string | undefined; to: string }) {
  const { t } = useLingui()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const { busy, outcome, submit } = useAttempt(() => signIn(email.trim(), password), done)
  return (
    <form onSubmit={(event) => void submit(event)} className={classes.form}>
      <h1>
        <Trans>Sign in</Trans>
      </h1>
      {outcome === null && refused ? <Refusal code={refused} /> : <Failure outcome={outcome} />}
      <TextInput ref={field} label={t`E-mail`} type="email" name="email" autoComplete="username" required withAsterisk={false} value={email} onChange={(event) => setEmail(event.currentTarget.value)} />
      <PasswordInput
        label={t`Password`}
        name="password"
        autoComplete="current-password"
        required
        withAsterisk={false}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': t`Show the password`, tabIndex: 0 }}
      />
      <Button type="submit" loading={busy} fullWidth>
        <Trans>Sign in</Trans>
      </Button>
      <OtherWays to={to} />
    </form>
  )
}

/** Places that vouch for people, and a link by mail: as far as the server has them. */
function OtherWays({ to }: { to: string }) {
  const { t } = useLingui()
  const ways = useQuery(sessionQuery).data?.sign_in
  return (
    <>
      {ways?.providers.map((provider) => (
        <Button key={provider.id} variant="default" fullWidth onClick={() => void signInElsewhere(provider.id, to)}>
          {t`Sign in with ${provider.name}`}
        </Button>
      ))}
      {ways?.forgotten && (
        <Link to="/forgotten">
          <Trans>Forgotten password</Trans>
        </Link>
      )}
    </>
  )
}

/** Why the place that vouches for somebody did not let them in. */
function Refusal({ code }: { code: string }) {
  const { t } = useLingui()
  const sentence = useRightsSentence()
  return (
    <div role="alert" className={classes.failure}>
      {sentence({ status: 403, code, title: '', detail: '', data: {}, body: null }) ?? t`Signing in through the other place did not work. Try again, or sign in with your password.`}
    </div>
  )
}

function CodeStep({ done, back }: { done: (outcome: Outcome) => void; back: () => void }) {
  const { t } = useLingui()
  const [code, setCode] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const { busy, outcome, submit } = useAttempt(() => giveCode(code.replace(/\s/g, '')), done)
  return (
    <form onSubmit={(event) => void submit(event)} className={classes.form}>
      <h1>
        <Trans>Enter your code</Trans>
      </h1>
      <Failure outcome={outcome} />
      <TextInput
        ref={field}
        label={t`Code`}
        description={t`From your authenticator app, or one of your recovery codes.`}
        name="code"
        autoComplete="one-time-code"
        required
        withAsterisk={false}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <Button type="submit" loading={busy} fullWidth>
        <Trans>Continue</Trans>
      </Button>
      <Button variant="subtle" color="gray" onClick={back} fullWidth>
        <Trans>Use another account</Trans>
      </Button>
    </form>
  )
}
