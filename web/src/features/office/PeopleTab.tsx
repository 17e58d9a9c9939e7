/** Who is who in an office: roles with their people, vacancies, and who reports to whom. */
import { ActionIcon, Button, NativeSelect } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconX } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { endRole, giveRole, reportTo, type Office, type OfficeRole } from '~/client/offices'
import { ROLES, useOfficeWords } from '~/ui/office/words'
import { WhoPicker, type Picked } from '~/ui/rights/pickers'
import { useAct } from '~/ui/useAct'
import classes from './Office.module.css'

export function PeopleTab({ office }: { office: Office }) {
  return (
    <div className={classes.sections}>
      <div>
        <Roles office={office} />
      </div>
      <aside>
        <Reporting office={office} />
      </aside>
    </div>
  )
}

function Roles({ office }: { office: Office }) {
  const { t } = useLingui()
  const words = useOfficeWords()
  const shown = ROLES.filter((role) => office.roles.some((one) => one.role === role) || office.vacant.includes(role))
  return (
    <section className={classes.section}>
      <h2>
        <Trans>Roles</Trans>
      </h2>
      <ul className={classes.plain} aria-label={t`Roles`}>
        {shown.map((role) => (
          <li key={role}>
            <strong className={classes.grow}>{words.role(role)}</strong>
            <span className={classes.grow}>
              {office.vacant.includes(role) && (
                <span className={classes.chip} data-tone="amber">
                  <Trans>vacant, and needed for what the office does</Trans>
                </span>
              )}
              {office.roles
                .filter((one) => one.role === role)
                .map((one) => (
                  <Holder key={one.person_id} office={office} one={one} />
                ))}
            </span>
          </li>
        ))}
      </ul>
      {office.may_change && <Add office={office} />}
    </section>
  )
}

function Holder({ office, one }: { office: Office; one: Office['roles'][number] }) {
  const { t } = useLingui()
  const { act } = useAct()
  return (
    <span className={classes.form} style={{ alignItems: 'center' }}>
      <Link to="/people/$personId" params={{ personId: one.person_id }} translate="no">
        {one.name}
      </Link>
      {!one.active && (
        <span className={classes.chip} data-tone="red">
          <Trans>has left</Trans>
        </span>
      )}
      {office.may_change && (
        <ActionIcon aria-label={t`End the role of ${one.name}`} onClick={() => void act(() => endRole(office.id, one.person_id, one.role), [['office', office.id]])}>
          <IconX size={16} stroke={1.75} />
        </ActionIcon>
      )}
    </span>
  )
}

function Add({ office }: { office: Office }) {
  const { t } = useLingui()
  const words = useOfficeWords()
  const { act, busy } = useAct()
  const [who, setWho] = useState<Picked | null>(null)
  const [role, setRole] = useState<OfficeRole>(office.vacant[0] ?? 'analyst')
  const add = async () => {
    if (who && (await act(() => giveRole(office.id, who.id, role), [['office', office.id]]))) setWho(null)
  }
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <NativeSelect className={classes.grow} label={t`Role`} value={role} data={ROLES.map((one) => ({ value: one, label: words.role(one) }))} onChange={(event) => setRole(ROLES.find((one) => one === event.currentTarget.value) ?? role)} />
      <div className={classes.grow}>
        <WhoPicker label={t`Who shall have it`} value={who} onPick={setWho} />
      </div>
      <Button type="submit" variant="default" loading={busy} disabled={!who}>
        <Trans>Give the role</Trans>
      </Button>
    </form>
  )
}

function Reporting({ office }: { office: Office }) {
  const { t } = useLingui()
  const { act } = useAct()
  const touched = [['office', office.id]]
  return (
    <section className={classes.section}>
      <h2>
        <Trans>Who reports to whom</Trans>
      </h2>
      {office.lines.length === 0 && <p className={classes.about}>{t`No line is drawn yet.`}</p>}
      <ul className={classes.plain} aria-label={t`Who reports to whom`}>
        {office.lines.map((line) => (
          <li key={line.person.id}>
            <span className={classes.grow} translate="no">
              {line.person.name} → {line.to.name}
            </span>
            {office.may_change && (
              <ActionIcon aria-label={t`End the line of ${line.person.name}`} onClick={() => void act(() => reportTo(office.id, line.person.id, null), touched)}>
                <IconX size={16} stroke={1.75} />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {office.may_change && <AddLine office={office} />}
    </section>
  )
}

function AddLine({ office }: { office: Office }) {
  const { t } = useLingui()
  const { act, busy } = useAct()
  const [who, setWho] = useState<Picked | null>(null)
  const [to, setTo] = useState<Picked | null>(null)
  const add = async () => {
    if (!who || !to || !(await act(() => reportTo(office.id, who.id, to.id), [['office', office.id]]))) return
    setWho(null)
    setTo(null)
  }
  return (
    <form
      className={classes.section}
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <WhoPicker label={t`Who reports`} value={who} onPick={setWho} />
      <WhoPicker label={t`To whom`} value={to} onPick={setTo} without={who ? [who.id] : []} />
      <div>
        <Button type="submit" variant="default" loading={busy} disabled={!who || !to}>
          <Trans>Draw the line</Trans>
        </Button>
      </div>
    </form>
  )
}
