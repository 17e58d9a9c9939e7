/** Who is responsible, accountable, consulted and informed in each process; one process is changed at a time and kept when it is sound. */
import { Button, NativeSelect } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { shareOut, type Office } from '~/client/offices'
import { PROCESSES, ROLES, useOfficeWords } from '~/ui/office/words'
import { useAct } from '~/ui/useAct'
import classes from './Office.module.css'
import { useWarningWords } from './words'

const LETTERS = ['R', 'A', 'C', 'I'] as const
type Row = Record<string, string>

export function RaciTab({ office }: { office: Office }) {
  const { t } = useLingui()
  const warn = useWarningWords()
  const [open, setOpen] = useState<string | null>(null)
  const processes = Object.keys(office.raci)
  const shown = open !== null && !processes.includes(open) ? [...processes, open] : processes
  const letters = Object.values(office.raci)
  const used = open === null ? ROLES.filter((role) => office.roles.some((one) => one.role === role) || letters.some((row) => row[role])) : ROLES
  return (
    <div className={classes.whole}>
      <p className={classes.about}>
        <Trans>R does the work, A answers for it, C is asked before, I is told after. Each process has exactly one A and at least one R.</Trans>
      </p>
      {office.warnings.map((one) => (
        <p key={`${one.code}-${one.process}-${one.role}`} className={classes.note}>
          {warn(one)}
        </p>
      ))}
      {shown.length > 0 ? <Matrix office={office} processes={shown} roles={used} open={open} onOpen={setOpen} /> : <p className={classes.about}>{t`No process is shared out yet.`}</p>}
      {office.may_change && open === null && <Add taken={processes} onPick={setOpen} />}
    </div>
  )
}

interface MatrixProps {
  office: Office
  processes: readonly string[]
  roles: readonly string[]
  open: string | null
  onOpen: (process: string | null) => void
}

function Matrix({ office, processes, roles, open, onOpen }: MatrixProps) {
  const { t } = useLingui()
  const words = useOfficeWords()
  return (
    <div className={classes.wide}>
      <table className={classes.table} aria-label={t`Responsibilities`}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Process</Trans>
            </th>
            {roles.map((role) => (
              <th key={role} scope="col">
                {words.role(role)}
              </th>
            ))}
            {office.may_change && (
              <th scope="col">
                <Trans>Change</Trans>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {processes.map((process) =>
            process === open ? (
              <Editing key={process} office={office} process={process} roles={roles} onDone={() => onOpen(null)} />
            ) : (
              <tr key={process}>
                <th scope="row">{words.process(process)}</th>
                {roles.map((role) => (
                  <td key={role}>{office.raci[process]?.[role]}</td>
                ))}
                {office.may_change && (
                  <td>
                    <Button variant="subtle" size="compact-sm" onClick={() => onOpen(process)} aria-label={t`Change: ${words.process(process)}`}>
                      <Trans>Change</Trans>
                    </Button>
                  </td>
                )}
              </tr>
            ),
          )}
        </tbody>
      </table>
    </div>
  )
}

function Editing({ office, process, roles, onDone }: { office: Office; process: string; roles: readonly string[]; onDone: () => void }) {
  const { t } = useLingui()
  const words = useOfficeWords()
  const { act, busy } = useAct()
  const [row, setRow] = useState<Row>({ ...office.raci[process] })
  const flip = (role: string, letter: string) => setRow((now) => ({ ...now, [role]: now[role]?.includes(letter) ? (now[role] ?? '').replace(letter, '') : (now[role] ?? '') + letter }))
  const keep = async (letters: Row) => {
    if (await act(() => shareOut(office.id, process, letters), [['office', office.id]])) onDone()
  }
  return (
    <tr>
      <th scope="row">{words.process(process)}</th>
      {roles.map((role) => (
        <td key={role}>
          <span className={classes.letters} role="group" aria-label={words.role(role)}>
            {LETTERS.map((letter) => (
              <button key={letter} type="button" className={classes.letter} aria-pressed={row[role]?.includes(letter) ?? false} onClick={() => flip(role, letter)}>
                {letter}
              </button>
            ))}
          </span>
        </td>
      ))}
      <td>
        <span className={classes.buttons} style={{ flexWrap: 'nowrap' }}>
          <Button size="compact-sm" loading={busy} onClick={() => void keep(row)}>
            <Trans>Keep</Trans>
          </Button>
          <Button size="compact-sm" variant="default" onClick={onDone}>
            <Trans>Leave</Trans>
          </Button>
          {office.raci[process] && (
            <Button size="compact-sm" variant="subtle" color="red" onClick={() => void keep({})} aria-label={t`Take out: ${words.process(process)}`}>
              <Trans>Take out</Trans>
            </Button>
          )}
        </span>
      </td>
    </tr>
  )
}

function Add({ taken, onPick }: { taken: readonly string[]; onPick: (process: string) => void }) {
  const { t } = useLingui()
  const words = useOfficeWords()
  const left = PROCESSES.filter((one) => !taken.includes(one))
  if (left.length === 0) return null
  return (
    <div className={classes.form}>
      <NativeSelect label={t`Share out another process`} value="" data={[{ value: '', label: t`Choose a process` }, ...left.map((one) => ({ value: one, label: words.process(one) }))]} onChange={(event) => event.currentTarget.value && onPick(event.currentTarget.value)} />
    </div>
  )
}
