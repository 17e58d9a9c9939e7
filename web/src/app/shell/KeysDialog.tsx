/** `?`: the keys that work on this page. */
import { Modal } from '@mantine/core'
import { Trans } from '@lingui/react/macro'
import { KeyCaps } from '~/ui/KeyCaps'
import { useAllCommands } from '~/ui/commands'
import classes from './KeysDialog.module.css'

export function KeysDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const bound = useAllCommands().filter((command) => command.keys)
  return (
    <Modal opened={opened} onClose={onClose} title={<Trans>Keys on this page</Trans>} closeButtonProps={{ 'aria-label': 'Esc' }}>
      <dl className={classes.keys}>
        {bound.map((command) => (
          <div key={command.id}>
            <dt>{command.label}</dt>
            <dd>
              <KeyCaps keys={command.keys ?? ''} />
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
