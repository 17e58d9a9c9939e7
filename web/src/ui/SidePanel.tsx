/** A panel that slides over the page from the right, for what does not fit where one reads. Esc closes it and gives the focus back. */
import { Drawer } from '@mantine/core'
import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import classes from './SidePanel.module.css'

export function SidePanel({ title, opened, onClose, children }: { title: ReactNode; opened: boolean; onClose: () => void; children: ReactNode }) {
  const { t } = useLingui()
  return (
    // By `classNames`: a class of `Drawer.Content` itself is put on the frame around it too, which covers the page.
    <Drawer.Root opened={opened} onClose={onClose} position="right" size={480} classNames={{ content: classes.content }}>
      <Drawer.Overlay backgroundOpacity={0.2} />
      <Drawer.Content>
        {/* Not the kit's own head: that is a banner, of which a page has one. */}
        <div className={classes.header}>
          <Drawer.Title className={classes.title}>{title}</Drawer.Title>
          <Drawer.CloseButton aria-label={t`Close`} />
        </div>
        <Drawer.Body className={classes.body}>{children}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  )
}
