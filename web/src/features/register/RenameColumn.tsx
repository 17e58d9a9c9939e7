/** Another title for a column that somebody added. */
import { Button, Popover, Stack, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { renameColumn } from '~/client/registers'
import { newCallId } from '~/client/sheets'
import { useErrorText } from '~/ui/errorText'
import type { Place } from './menus'
import type { Shared } from './shared'

interface RenameColumnProps extends Shared {
  at: Place
  column: string
  close: () => void
}

export function RenameColumn({ at, column: key, close, columns, store }: RenameColumnProps) {
  const { t } = useLingui()
  const errorText = useErrorText()
  const [title, setTitle] = useState(columns.find((column) => column.key === key)?.title ?? '')
  const rename = () => {
    if (!('sheet' in store.place) || !title.trim()) return
    void renameColumn(store.place.sheet, key, title.trim(), newCallId())
      .then(() => store.readHead())
      .then(close)
      .catch((error: unknown) => notifications.show({ message: errorText(error), color: 'red' }))
  }
  return (
    <Popover opened onChange={close} onClose={close} position="bottom-start" trapFocus returnFocus width={260}>
      <Popover.Target>
        <span style={{ position: 'fixed', left: at.x, top: at.y, width: 1, height: 1 }} />
      </Popover.Target>
      <Popover.Dropdown aria-label={t`Rename column`}>
        <form onSubmit={(event) => (event.preventDefault(), rename())}>
          <Stack gap="xs">
            <TextInput size="sm" label={t`New title`} value={title} maxLength={200} data-autofocus onChange={(event) => setTitle(event.currentTarget.value)} />
            <Button type="submit" disabled={!title.trim()}>
              <Trans>Rename</Trans>
            </Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
