/** What can be done with a thing as a whole, behind three dots: it goes into the bin, without a question and with an undo. */
import { ActionIcon, Menu } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconDots, IconTrash } from '@tabler/icons-react'
import { useDelete, type Deleted } from '~/ui/useDelete'

/** `gone` is called once it lies in the bin: to leave the page that shows it, or to read the list again. */
export function BinMenu({ thing, gone }: { thing: Deleted; gone: () => void | Promise<void> }) {
  const { t } = useLingui()
  const remove = useDelete()
  const toBin = async () => {
    if (await remove(thing)) await gone()
  }
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={32} aria-label={t`More about ${thing.name}`}>
          <IconDots size={18} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconTrash size={16} stroke={1.75} />} onClick={() => void toBin()}>
          <Trans>Move to the bin</Trans>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
