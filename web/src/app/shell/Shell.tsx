/** The frame of every page: sidebar, page, inspector. On a narrow screen the sides are sheets over the page. */
import { Drawer } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { Trans, useLingui } from '@lingui/react/macro'
import { Outlet, useRouter } from '@tanstack/react-router'
import { useCallback, useEffect, useState } from 'react'
import { AskHost } from '~/app/shell/AskHost'
import { FindAnything } from '~/app/shell/FindAnything'
import { KeysDialog } from '~/app/shell/KeysDialog'
import { NarrowBar } from '~/app/shell/NarrowBar'
import { ShareHost } from '~/app/shell/ShareHost'
import { useShellCommands } from '~/app/shell/commands'
import { Sidebar } from '~/app/shell/Sidebar'
import { useCommandKeys } from '~/app/shell/useCommandKeys'
import { useKept } from '~/lib/useKept'
import { setInspectorSlot, useInspectorOpenings } from '~/ui/Inspector'
import classes from './Shell.module.css'

export function Shell() {
  const { t } = useLingui()
  const narrow = useMediaQuery('(max-width: 800px)', window.innerWidth <= 800)
  const [folded, setFolded] = useKept('sidebar.folded', false)
  const [sheet, setSheet] = useState(false)
  const [keysShown, setKeysShown] = useState(false)
  const { inspecting, openings } = useInspectorOpenings()
  // Folded away is one opening of the inspector: the next figure that is opened shows itself.
  const [tuckedAt, setTuckedAt] = useState(0)
  const tucked = tuckedAt === openings
  const router = useRouter()
  useEffect(() => router.subscribe('onBeforeNavigate', () => setSheet(false)), [router])

  const foldSidebar = useCallback(() => (narrow ? setSheet((now) => !now) : setFolded((now) => !now)), [narrow, setFolded])
  const foldInspector = useCallback(() => setTuckedAt((at) => (at === openings ? 0 : openings)), [openings])
  useShellCommands({ foldSidebar, foldInspector, showKeys: setKeysShown })
  useCommandKeys()

  return (
    <div className={classes.shell} data-folded={folded && !narrow} data-inspecting={inspecting && !tucked}>
      <a className={classes.skip} href="#page">
        <Trans>Skip to the page</Trans>
      </a>
      {narrow ? (
        <>
          <NarrowBar onMenu={() => setSheet(true)} />
          <Drawer opened={sheet} onClose={() => setSheet(false)} size={300} padding={0} withCloseButton={false} title={t`Menu`} classNames={{ header: 'mp-visually-hidden', body: classes.sheet }}>
            <Sidebar folded={false} onFold={() => setSheet(false)} />
          </Drawer>
        </>
      ) : (
        <aside className={classes.sidebar} aria-label={t`Menu`}>
          <Sidebar folded={folded} onFold={foldSidebar} />
        </aside>
      )}
      <main id="page" className={classes.page} tabIndex={-1}>
        <Outlet />
      </main>
      <aside className={classes.inspector} aria-label={t`Inspector`} ref={setInspectorSlot} hidden={!inspecting || tucked} />
      <FindAnything />
      <ShareHost />
      <AskHost />
      <KeysDialog opened={keysShown} onClose={() => setKeysShown(false)} />
    </div>
  )
}
