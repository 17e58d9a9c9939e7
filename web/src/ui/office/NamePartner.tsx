/** Naming who stands beside the manager of a project; from those who are partners in the office. */
import { NativeSelect } from '@mantine/core'
import { useLingui } from '@lingui/react/macro'
import { namePartner, type Answerable } from '~/client/offices'
import { useAct } from '~/ui/useAct'
import classes from './office.module.css'
import { touchedBy } from './touched'

export function NamePartner({ projectId, found }: { projectId: number; found: Answerable }) {
  const { t } = useLingui()
  const { act, busy } = useAct()
  const now = found.partner
  const offered = now && !found.candidates.some((one) => one.id === now.id) ? [now, ...found.candidates] : found.candidates
  const choose = (value: string) => void act(() => namePartner(projectId, value ? Number(value) : null), touchedBy(projectId))
  return (
    <div className={classes.form}>
      <NativeSelect
        className={classes.grow}
        label={t`Name the partner`}
        description={found.candidates.length === 0 ? t`Nobody has the role of a partner in the office yet.` : undefined}
        disabled={busy}
        value={now ? String(now.id) : ''}
        data={[{ value: '', label: t`Nobody` }, ...offered.map((one) => ({ value: String(one.id), label: one.name }))]}
        onChange={(event) => choose(event.currentTarget.value)}
      />
    </div>
  )
}
