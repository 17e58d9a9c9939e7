/** Deleting is no question: the thing goes into the bin, and the toast that says so brings it back. */
import { notifications } from '@mantine/notifications'
import { useLingui } from '@lingui/react/macro'
import { useCallback } from 'react'
import { putIntoBin, restore, type Deletable } from '~/client/bin'
import { queryClient } from '~/client/queries'
import { useErrorText } from '~/ui/errorText'
import { NewsText } from '~/ui/NewsText'

export interface Deleted {
  readonly what: Deletable
  readonly id: number
  /** As the toast names it. */
  readonly name: string
}

const SHOWN_FOR = 10_000

/** `remove(thing)` answers true once it is in the bin; what went wrong is said. `back` is called when it was brought back. */
export function useDelete(): (thing: Deleted, back?: () => void) => Promise<boolean> {
  const { t } = useLingui()
  const errorText = useErrorText()
  return useCallback(
    async (thing, back) => {
      const id = `deleted-${thing.what}-${thing.id}`
      const refused = (error: unknown) => notifications.show({ id: `${id}-refused`, message: errorText(error), color: 'red', withBorder: true })
      const undo = async () => {
        notifications.hide(id)
        try {
          await restore(thing)
          await queryClient.invalidateQueries()
          back?.()
        } catch (error) {
          refused(error)
        }
      }
      try {
        await putIntoBin(thing.what, thing.id)
      } catch (error) {
        refused(error)
        return false
      }
      notifications.show({ id, message: <NewsText text={t`${thing.name} is in the bin.`} undo={() => void undo()} />, color: 'gray', autoClose: SHOWN_FOR, withBorder: true })
      void queryClient.invalidateQueries({ queryKey: ['nodes'] })
      void queryClient.invalidateQueries({ queryKey: ['bin'] })
      return true
    },
    [t, errorText],
  )
}
