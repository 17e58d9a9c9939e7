/** Who may decide what at a place, and up to which amount. */
import { ActionIcon, Button, NativeSelect, NumberInput } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { authorityQuery, endAuthority, giveAuthority, type Decision, type DecisionKey, type OfficeRole } from '~/client/offices'
import { sessionQuery } from '~/client/queries'
import { useFormat } from '~/lib/useFormat'
import { ROLES, useOfficeWords } from '~/ui/office/words'
import { WhoPicker, type Picked } from '~/ui/rights/pickers'
import { ErrorState } from '~/ui/States'
import { useAct } from '~/ui/useAct'
import classes from './Office.module.css'
import { Bones } from './OfficesPage'

export function AuthorityTab({ nodeId }: { nodeId: number }) {
  const { t } = useLingui()
  const found = useQuery(authorityQuery(nodeId))
  if (found.isError) return <ErrorState error={found.error} retry={() => void found.refetch()} />
  if (!found.data) return <Bones />
  return (
    <div className={classes.whole}>
      <p className={classes.about}>
        <Trans>Authority is given from above: by whoever may share the place that this one lies in. What is given here adds to what is given further up.</Trans>
      </p>
      <div className={classes.wide}>
        <table className={classes.table} aria-label={t`Who may decide what`}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Decision</Trans>
              </th>
              <th scope="col">
                <Trans>Who may decide</Trans>
              </th>
              <th scope="col">
                <Trans>You</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {found.data.decisions.map((one) => (
              <Row key={one.decision} nodeId={nodeId} one={one} />
            ))}
          </tbody>
        </table>
      </div>
      {found.data.may_give && <Give nodeId={nodeId} decisions={found.data.decisions} />}
    </div>
  )
}

function Row({ nodeId, one }: { nodeId: number; one: Decision }) {
  const { t } = useLingui()
  const words = useOfficeWords()
  return (
    <tr>
      <th scope="row">{words.decision(one.decision)}</th>
      <td>
        {one.given.length === 0 && (
          <>
            <span translate="no">{one.by_default.join(', ') || t`Nobody`}</span>
            <br />
            <span className={classes.dim}>
              <Trans>Nothing was given: it lies with those who may state the status further up.</Trans>
            </span>
          </>
        )}
        {one.given.map((given) => (
          <Given key={given.id} nodeId={nodeId} given={given} money={one.money} />
        ))}
      </td>
      <td>{one.may && <span className={classes.chip}>{t`may decide`}</span>}</td>
    </tr>
  )
}

function Given({ nodeId, given, money }: { nodeId: number; given: Decision['given'][number]; money: boolean }) {
  const { t } = useLingui()
  const words = useOfficeWords()
  const format = useFormat()
  const { act } = useAct()
  const who = given.role ? words.role(given.role) : (given.person ?? '')
  return (
    <div className={classes.form} style={{ alignItems: 'center' }}>
      <span className={classes.grow}>
        <strong translate={given.role ? undefined : 'no'}>{who}</strong> {money && (given.up_to === null ? t`any amount` : t`up to ${format.amount(given.up_to, given.currency)}`)}
        <br />
        <span className={classes.dim}>
          {given.role === 'sponsor' && <Trans>The sponsor of each project. </Trans>}
          {given.role && given.role !== 'sponsor' && (given.people.length > 0 ? <span translate="no">{given.people.join(', ')}. </span> : <Trans>Nobody has this role now. </Trans>)}
          <Trans>
            Given at <span translate="no">{given.node_name}</span>
          </Trans>
        </span>
      </span>
      {given.may_end && (
        <ActionIcon aria-label={t`End the authority of ${who}`} onClick={() => void act(() => endAuthority(given.id), [['authority', nodeId], ['office']])}>
          <IconX size={16} stroke={1.75} />
        </ActionIcon>
      )}
    </div>
  )
}

function Give({ nodeId, decisions }: { nodeId: number; decisions: readonly Decision[] }) {
  const { t } = useLingui()
  const words = useOfficeWords()
  const { act, busy } = useAct()
  const currency = useQuery(sessionQuery).data?.organisation?.currency ?? 'EUR'
  const [decision, setDecision] = useState<DecisionKey>('request.approve')
  const [to, setTo] = useState<OfficeRole | 'person'>('director')
  const [who, setWho] = useState<Picked | null>(null)
  const [amount, setAmount] = useState<number | ''>('')
  const money = decisions.find((one) => one.decision === decision)?.money ?? false
  const give = () => {
    const holder = to === 'person' ? { person_id: who?.id ?? null } : { role: to }
    return act(() => giveAuthority(nodeId, { decision, ...holder, up_to: money && amount !== '' ? amount : null, currency }), [['authority', nodeId], ['office']])
  }
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        void give()
      }}
    >
      <NativeSelect label={t`Let`} value={to} data={[...ROLES.map((one) => ({ value: one as string, label: words.role(one) })), { value: 'person', label: t`Somebody by name` }]} onChange={(event) => setTo(ROLES.find((one) => one === event.currentTarget.value) ?? 'person')} />
      {to === 'person' && <WhoPicker label={t`Who`} value={who} onPick={setWho} />}
      <NativeSelect label={t`decide this`} value={decision} data={decisions.map((one) => ({ value: one.decision, label: words.decision(one.decision) }))} onChange={(event) => setDecision(decisions.find((one) => one.decision === event.currentTarget.value)?.decision ?? decision)} />
      {money && <NumberInput label={t`up to (${currency})`} description={t`Empty: any amount`} inputWrapperOrder={['label', 'input', 'description']} min={0} value={amount} onChange={(value) => setAmount(typeof value === 'number' ? value : '')} />}
      <Button type="submit" variant="default" loading={busy} disabled={to === 'person' && !who}>
        <Trans>Give the authority</Trans>
      </Button>
    </form>
  )
}
