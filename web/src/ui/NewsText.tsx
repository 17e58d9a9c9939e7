/** A sentence in a toast, with Undo where it can be taken back. */
import { Button, Group } from '@mantine/core'
import { Trans } from '@lingui/react/macro'

export function NewsText({ text, undo }: { text: string; undo?: () => void }) {
  return (
    <Group justify="space-between" wrap="nowrap" gap="sm">
      <span dir="auto">{text}</span>
      {undo && (
        <Button size="compact-sm" variant="subtle" onClick={undo}>
          <Trans>Undo</Trans>
        </Button>
      )}
    </Group>
  )
}
