/** Copies a pack to a place, where it is one's own to change. */
import { Button, TextInput } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { copyPack, METHOD_TOUCHED, type PackPage } from '~/client/methods'
import { PlacePicker } from '~/ui/place/PlacePicker'
import { SidePanel } from '~/ui/SidePanel'
import { useAct } from '~/ui/useAct'
import classes from './Method.module.css'

const keyOf = (title: string) =>
  title
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, 40)

export function CopyPanel({ pack, opened, onClose }: { pack: PackPage; opened: boolean; onClose: () => void }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { act, busy } = useAct()
  const [title, setTitle] = useState('')
  const [place, setPlace] = useState<number | null>(null)
  const key = keyOf(title)
  const copy = async (event: FormEvent) => {
    event.preventDefault()
    if (place === null) return
    const made = await act(() => copyPack(pack.key, place, key, title), METHOD_TOUCHED)
    if (made) {
      onClose()
      await navigate({ to: '/method/$packKey', params: { packKey: key }, search: { tab: 'draft' } })
    }
  }
  return (
    <SidePanel title={t`A pack of your own`} opened={opened} onClose={onClose}>
      <form className={classes.form} onSubmit={(event) => void copy(event)}>
        <p className={classes.about}>
          <Trans>The copy begins as a draft. Nothing changes anywhere until you release it and it is taken up.</Trans>
        </p>
        <TextInput label={t`Name`} description={key ? t`Its key, which never changes: ${key}` : undefined} value={title} onChange={(event) => setTitle(event.currentTarget.value)} maxLength={100} data-autofocus />
        <PlacePicker value={place} choose={setPlace} description={t`It can hold at this place and below.`} />
        <div className={classes.buttons}>
          <Button type="submit" loading={busy} disabled={!key || place === null}>
            <Trans>Copy the pack</Trans>
          </Button>
        </div>
      </form>
    </SidePanel>
  )
}
