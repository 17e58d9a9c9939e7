/** Imports that stopped on the way: they go on where they were. */
import { Button } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQuery } from '@tanstack/react-query'
import { goOn, unfinishedLists, type ListProgress } from '~/client/lists'
import { queryClient } from '~/client/queries'
import { useFormat } from '~/lib/useFormat'
import { useErrorText } from '~/ui/errorText'
import classes from './Lists.module.css'

const KEY = ['lists', 'unfinished']

export function Unfinished() {
  const found = useQuery({ queryKey: KEY, queryFn: unfinishedLists })
  if (!found.data?.length) return null
  return (
    <section className={classes.panel} aria-labelledby="unfinished-title">
      <h2 id="unfinished-title">
        <Trans>Stopped on the way</Trans>
      </h2>
      <ul className={classes.unfinished}>
        {found.data.map((one) => (
          <One key={one.id} progress={one} />
        ))}
      </ul>
    </section>
  )
}

function One({ progress }: { progress: ListProgress }) {
  const { t } = useLingui()
  const format = useFormat()
  const errorText = useErrorText()
  const on = useMutation({ mutationFn: () => goOn(progress, () => undefined), onSettled: () => queryClient.invalidateQueries({ queryKey: KEY }) })
  const name = progress.name
  return (
    <li>
      <span>
        <span translate="no">{name}</span> <Trans>({format.number(progress.done)} of {format.number(progress.total)})</Trans>
      </span>
      <Button variant="default" size="compact-md" loading={on.isPending} onClick={() => on.mutate()} aria-label={t`Go on with ${name}`}>
        <Trans>Go on</Trans>
      </Button>
      {on.isError && <p role="alert">{errorText(on.error)}</p>}
    </li>
  )
}
