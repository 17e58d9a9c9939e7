/** Which requests are shown: whose turn it is, how they stand, of which category, with which words. */
import { NativeSelect, TextInput } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useDebouncedCallback } from '@mantine/hooks'
import type { Intake, RequestState } from '~/client/intake'
import classes from './Intake.module.css'
import type { IntakePlace } from './IntakePage'
import { STATES } from './search'
import { useLabel, useStateNames } from './useIntakeWords'

export function Filters({ intake, search, change, nodeId }: IntakePlace & { intake: Intake }) {
  const { t } = useLingui()
  const label = useLabel()
  const states = useStateNames()
  const write = useDebouncedCallback((q: string) => change({ q: q || undefined }), 200)
  const whose = [
    [undefined, t`All`],
    ['me', t`For my decision`],
    ['mine', t`Asked for by me`],
  ] as const
  return (
    <div className={classes.filters} role="search">
      <TextInput data-page-filter aria-label={t`Filter by words`} placeholder={t`Filter`} defaultValue={search.q ?? ''} onChange={(event) => write(event.currentTarget.value)} />
      <div className={classes.chips} role="group" aria-label={t`Whose turn it is`}>
        {whose.map(([who, name]) => (
          <button key={name} type="button" className={classes.chip} aria-pressed={search.who === who} onClick={() => change({ who })}>
            {name}
          </button>
        ))}
      </div>
      <NativeSelect
        aria-label={t`State`}
        value={search.state ?? ''}
        data={[{ value: '', label: t`Any state` }, ...STATES.map((state) => ({ value: state, label: `${states[state]} (${intake.counts[state] ?? 0})` }))]}
        onChange={(event) => change({ state: (event.currentTarget.value || undefined) as RequestState | undefined })}
      />
      <NativeSelect
        aria-label={t`Category`}
        value={search.category ?? ''}
        data={[{ value: '', label: t`Any category` }, ...intake.categories.map((one) => ({ value: one.value, label: label(one.label) }))]}
        onChange={(event) => change({ category: event.currentTarget.value || undefined })}
      />
      <Link to="/node/$nodeId/all/$kind" params={{ nodeId, kind: 'requests' }} className={classes.aside}>
        <Trans>Open as a register</Trans>
      </Link>
    </div>
  )
}
