/** The bar on top of a narrow screen: the menu, whose Milepost this is, and the search. */
import { ActionIcon } from '@mantine/core'
import { useLingui } from '@lingui/react/macro'
import { spotlight } from '@mantine/spotlight'
import { IconMenu2, IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Mentions } from '~/app/shell/Mentions'
import { sessionQuery } from '~/client/queries'
import classes from './NarrowBar.module.css'

export function NarrowBar({ onMenu }: { onMenu: () => void }) {
  const { t } = useLingui()
  const session = useQuery(sessionQuery)
  return (
    <header className={classes.bar}>
      <ActionIcon size={40} aria-label={t`Open the menu`} onClick={onMenu}>
        <IconMenu2 size={20} stroke={1.6} />
      </ActionIcon>
      <span className={classes.name} translate="no">
        {session.data?.organisation?.name}
      </span>
      <Mentions size={40} />
      <ActionIcon size={40} aria-label={t`Find anything`} onClick={spotlight.open}>
        <IconSearch size={20} stroke={1.6} />
      </ActionIcon>
    </header>
  )
}
