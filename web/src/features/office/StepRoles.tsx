/** Who does it: the roles that the functions need, filled now or left vacant. */
import { ActionIcon, Button } from '@mantine/core'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { IconX } from '@tabler/icons-react'
import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import type { Answers, OfficeRole } from '~/client/offices'
import { personQuery } from '~/client/people'
import { useOfficeWords } from '~/ui/office/words'
import { WhoPicker } from '~/ui/rights/pickers'
import classes from './Office.module.css'
import { Reasons } from './Reasons'
import type { StepProps } from './SetupPage'

type Filled = NonNullable<Answers['roles']>[number]

export function StepRoles({ setup, busy, onKeep }: StepProps) {
  const words = useOfficeWords()
  const [filled, setFilled] = useState<Filled[]>(() => (setup.answers.roles ?? []).filter((one) => one.person_id))
  const [names, setNames] = useState<Record<number, string>>({})
  const told = useQueries({ queries: filled.map((one) => personQuery(one.person_id ?? 0)) })
  const nameOf = (person: number) => names[person] ?? told.find((one) => one.data?.id === person)?.data?.name ?? '…'
  const roles: OfficeRole[] = [...setup.roles.map((one) => one.role), ...filled.map((one) => one.role)]
  return (
    <>
      <h2>
        <Trans>Who does it</Trans>
      </h2>
      <p className={classes.about}>
        <Trans>What is left open shows as a vacancy. A role gives no rights to change places: those are shared as before.</Trans>
      </p>
      {[...new Set(roles)].map((role) => {
        const proposal = setup.roles.find((one) => one.role === role)
        const people = filled.filter((one) => one.role === role)
        return (
          <div key={role} className={classes.card}>
            <span>
              <strong>{words.role(role)}</strong> {proposal && <span className={classes.chip}>{<Plural value={proposal.count} one="# person proposed" other="# people proposed" />}</span>}
            </span>
            {proposal && <Reasons setup={setup} reasons={proposal.reasons} />}
            <People people={people.map((one) => ({ id: one.person_id ?? 0, name: nameOf(one.person_id ?? 0) }))} onDrop={(person) => setFilled((now) => now.filter((one) => one.role !== role || one.person_id !== person))} />
            <Pick
              role={words.role(role)}
              without={people.map((one) => one.person_id ?? 0)}
              onPick={(id, name) => {
                setNames((now) => ({ ...now, [id]: name }))
                setFilled((now) => [...now, { role, person_id: id }])
              }}
            />
          </div>
        )
      })}
      <div className={classes.buttons}>
        <Button loading={busy} onClick={() => onKeep({ roles: filled })}>
          <Trans>Keep the people and go on</Trans>
        </Button>
      </div>
    </>
  )
}

function People({ people, onDrop }: { people: readonly { id: number; name: string }[]; onDrop: (person: number) => void }) {
  const { t } = useLingui()
  if (people.length === 0) return null
  return (
    <ul className={classes.plain}>
      {people.map((one) => (
        <li key={one.id}>
          <span translate="no">{one.name}</span>
          <ActionIcon aria-label={t`Take ${one.name} out`} onClick={() => onDrop(one.id)}>
            <IconX size={16} stroke={1.75} />
          </ActionIcon>
        </li>
      ))}
    </ul>
  )
}

function Pick({ role, without, onPick }: { role: string; without: readonly number[]; onPick: (id: number, name: string) => void }) {
  const { t } = useLingui()
  return <WhoPicker key={without.length} label={t`Add somebody: ${role}`} value={null} without={without} onPick={(picked) => picked && onPick(picked.id, picked.name)} />
}
