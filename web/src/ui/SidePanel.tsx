/** A panel that slides over the page from the right, for what does not fit where one reads. Esc closes it and gives the focus back. */
import { Drawer } from '@mantine/core'
import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import classes from './SidePanel.module.css'

export function SidePanel({ title, opened, onClose, children }: { title: ReactNode; opened: boolean; onClose: () => void; children: ReactNode }) {
  const { t } = useLingui()
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size={480}
      title={title}
      closeButtonProps={{ 'aria-label': t`Close` }}
      overlayProps={{ backgroundOpacity: 0.2 }}
      classNames={{ header: classes.header, content: classes.content, title: classes.title, body: classes.body }}
    >
      {children}
    </Drawer>
  )
}
