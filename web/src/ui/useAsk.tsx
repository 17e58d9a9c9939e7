/** One question before what cannot be undone: what will happen, and a button that says so. */
import { Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { useLingui } from '@lingui/react/macro'
import { useCallback } from 'react'

export interface Question {
  readonly title: string
  readonly text: string
  /** What the button says, a verb. */
  readonly yes: string
}

export function useAsk(): (question: Question) => Promise<boolean> {
  const { t } = useLingui()
  return useCallback(
    ({ title, text, yes }) =>
      new Promise((resolve) => {
        modals.openConfirmModal({
          title,
          children: <Text size="sm">{text}</Text>,
          labels: { confirm: yes, cancel: t`Leave it as it is` },
          confirmProps: { color: 'red' },
          closeButtonProps: { 'aria-label': t`Close` },
          onConfirm: () => resolve(true),
          onClose: () => resolve(false),
        })
      }),
    [t],
  )
}
