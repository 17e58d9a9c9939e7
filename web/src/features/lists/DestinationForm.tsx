/** What the rows become, and where: projects below a place, entries of a new register, or rows of a register that is there. */
import { Select } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { kindsQuery, sheetHeadQuery } from '~/features/lists/queries'
import type { Destination } from '~/features/lists/useList'
import { PlacePicker } from '~/ui/place/PlacePicker'
import classes from './Lists.module.css'

interface DestinationProps {
  value: Destination
  choose: (to: Destination) => void
  locked: boolean
}

export function DestinationForm({ value, choose, locked }: DestinationProps) {
  const { t, i18n } = useLingui()
  const kinds = useQuery(kindsQuery)
  const language = i18n.locale
  if (value.sheet !== null) return <IntoSheet sheet={value.sheet} />
  const known = (kinds.data ?? []).map((kind) => ({ value: kind.kind, label: kind.titles?.[language] ?? kind.titles?.en ?? kind.title }))
  return (
    <section className={classes.panel} aria-labelledby="where-title">
      <h2 id="where-title">
        <Trans>Where it goes</Trans>
      </h2>
      <Select
        label={t`What the rows are`}
        data={known}
        value={value.kind}
        disabled={locked}
        allowDeselect={false}
        searchable
        onChange={(kind) => kind && choose({ ...value, kind })}
        comboboxProps={{ transitionProps: { duration: 0 } }}
      />
      <PlacePicker value={value.parent} choose={(parent) => choose({ ...value, parent })} projects={value.kind !== 'project'} />
    </section>
  )
}

function IntoSheet({ sheet }: { sheet: number }) {
  const head = useQuery(sheetHeadQuery(sheet))
  const name = head.data?.name ?? ''
  return (
    <section className={classes.panel} aria-labelledby="where-title">
      <h2 id="where-title">
        <Trans>Where it goes</Trans>
      </h2>
      <p>
        <Trans>
          Into the register <strong translate="no">{name}</strong>. Rows that are there already are found by their key and not doubled.
        </Trans>
      </p>
    </section>
  )
}
