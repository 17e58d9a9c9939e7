/** Runs what writes: what it touched is read again, and what went wrong is said in a toast. */
import { notifications } from '@mantine/notifications'
import type { QueryKey } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { queryClient } from '~/client/queries'
import { useErrorText } from '~/ui/errorText'

interface Act {
  /** The answer, or undefined where it was refused. */
  act: <T>(work: () => Promise<T>, touched: readonly QueryKey[], said?: string) => Promise<{ answer: T } | undefined>
  busy: boolean
}

export function useAct(): Act {
  const errorText = useErrorText()
  const [busy, setBusy] = useState(false)
  const act = useCallback(
    async <T>(work: () => Promise<T>, touched: readonly QueryKey[], said?: string) => {
      setBusy(true)
      try {
        const answer = await work()
        await Promise.all(touched.map((queryKey) => queryClient.invalidateQueries({ queryKey })))
        if (said) notifications.show({ message: said, color: 'gray', withBorder: true })
        return { answer }
      } catch (error) {
        notifications.show({ message: errorText(error), color: 'red', withBorder: true, autoClose: 10_000 })
        return undefined
      } finally {
        setBusy(false)
      }
    },
    [errorText],
  )
  return { act, busy }
}
