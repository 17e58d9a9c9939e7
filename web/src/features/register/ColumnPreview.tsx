/** What a change of a column would do to its cells, before it is made. */
import { Plural, Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { previewColumnQuery, type ColumnOwner, type ColumnWish } from '~/client/columns'
import { useErrorText } from '~/ui/errorText'
import classes from './Register.module.css'

export function ColumnPreview({ owner, column, wish }: { owner: ColumnOwner; column: string; wish: ColumnWish }) {
  const found = useQuery(previewColumnQuery(owner, column, wish))
  const errorText = useErrorText()
  return (
    <div className={classes.preview} role="status" data-warn={(found.data?.misfits ?? 0) > 0 || found.isError || undefined}>
      {found.isError ? errorText(found.error) : found.data ? <Told {...found.data} /> : <Trans>Looking at the cells</Trans>}
    </div>
  )
}

function Told({ fits, misfits, samples }: { fits: number; misfits: number; samples: readonly unknown[] }) {
  if (fits + misfits === 0) return <Trans>No cell holds anything that would change.</Trans>
  return (
    <>
      <p>
        <Plural value={fits} one="# cell fits." other="# cells fit." />{' '}
        {misfits > 0 && <Plural value={misfits} one="# cell does not. It keeps what it holds and is marked:" other="# cells do not. They keep what they hold and are marked:" />}
      </p>
      {misfits > 0 && (
        <ul translate="no">
          {samples.map((sample, index) => (
            <li key={index} dir="auto">
              {typeof sample === 'string' || typeof sample === 'number' ? String(sample) : JSON.stringify(sample)}
            </li>
          ))}
          {misfits > samples.length && <li aria-hidden="true">…</li>}
        </ul>
      )}
    </>
  )
}
