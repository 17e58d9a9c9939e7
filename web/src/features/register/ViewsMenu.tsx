/** Views: those of the declaration, one's own and shared ones; saving what is shown as one, renaming by saving anew, taking away. */
import { ActionIcon, Button, Checkbox, Menu, Popover, Stack, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconBookmark, IconChevronDown, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { changeView, saveView, type ViewAnswer } from '~/client/registers'
import { configOf, isChanged } from '~/engines/register/address'
import { textOf } from '~/engines/register/columns'
import { useErrorText } from '~/ui/errorText'
import { useDelete } from '~/ui/useDelete'
import { viewNamed } from './useRegisterView'
import type { Shared } from './shared'

const CLEAN = { filter: undefined, order: undefined, by: undefined, cols: undefined, show: undefined, compact: undefined, shut: undefined } as const
const nameOf = (view: ViewAnswer) => view.key ?? String(view.id)

export function ViewsMenu(shared: Shared) {
  const { state, view } = shared
  const { t, i18n } = useLingui()
  const views = state.head?.views ?? []
  const chosen = viewNamed(views, view.search.view)
  const title = (each: ViewAnswer) => textOf(each.titles ?? undefined, i18n.locale) ?? each.name
  const choose = (name: string | undefined) => view.change({ ...CLEAN, view: name })
  const act = useAct(shared)
  const remove = useDelete()
  const readAgain = () => void shared.store.readHead()
  const toBin = async (id: number) => {
    if (!(await remove({ what: 'view', id, name: chosen?.name ?? '' }, readAgain))) return
    choose(undefined)
    readAgain()
  }
  const mine = chosen?.id !== null && chosen?.id !== undefined && chosen.mine ? chosen.id : null
  return (
    <>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button size="compact-sm" variant="subtle" color="gray" leftSection={<IconBookmark size={16} stroke={1.75} />} rightSection={<IconChevronDown size={14} />}>
            {chosen ? title(chosen) : t`All rows`}
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah={420} style={{ overflow: 'auto' }}>
          <Menu.Item onClick={() => choose(undefined)}>{t`All rows`}</Menu.Item>
          {views.filter((each) => each.id === null).map((each) => (
            <Menu.Item key={nameOf(each)} onClick={() => choose(nameOf(each))}>
              {title(each)}
            </Menu.Item>
          ))}
          {views.some((each) => each.id !== null) && <Menu.Divider />}
          {views.filter((each) => each.id !== null).map((each) => (
            <Menu.Item key={nameOf(each)} translate="no" onClick={() => choose(nameOf(each))} rightSection={each.shared ? <span translate="yes">{t`shared`}</span> : undefined}>
              {title(each)}
            </Menu.Item>
          ))}
          {mine !== null && (
            <>
              <Menu.Divider />
              {isChanged(view.search) && <Menu.Item onClick={() => act(() => changeView(mine, { config: configOf(view.shown) }), () => choose(String(mine)))}>{t`Save the changes to this view`}</Menu.Item>}
              <Menu.Item color="red" leftSection={<IconTrash size={14} />} onClick={() => void toBin(mine)}>
                {t`Delete this view`}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {isChanged(view.search) && <SaveView {...shared} />}
    </>
  )
}

/** Does it, reads the views anew, and says where it failed. */
function useAct({ store }: Shared) {
  const errorText = useErrorText()
  return (what: () => Promise<unknown>, then: () => void) =>
    void what()
      .then(() => store.readHead())
      .then(then)
      .catch((error: unknown) => notifications.show({ message: errorText(error), color: 'red' }))
}

function SaveView(shared: Shared) {
  const { t } = useLingui()
  const [opened, setOpened] = useState(false)
  const [name, setName] = useState('')
  const [everybody, setEverybody] = useState(false)
  const act = useAct(shared)
  const save = () => {
    let id = ''
    act(
      () => saveView(shared.place, { name: name.trim(), shared: everybody, config: configOf(shared.view.shown) }).then((made) => (id = String(made.id))),
      () => {
        setOpened(false)
        setName('')
        shared.view.change({ ...CLEAN, view: id })
      },
    )
  }
  return (
    <Popover position="bottom-start" trapFocus returnFocus opened={opened} onChange={setOpened}>
      <Popover.Target>
        <Button size="compact-sm" variant="subtle" onClick={() => setOpened(!opened)}>
          <Trans>Save view</Trans>
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (name.trim()) save()
          }}
        >
          <Stack gap="xs">
            <TextInput size="sm" label={t`Name of the view`} value={name} maxLength={100} onChange={(event) => setName(event.currentTarget.value)} data-autofocus />
            <Checkbox size="sm" label={t`For everybody who sees this register`} checked={everybody} onChange={(event) => setEverybody(event.currentTarget.checked)} />
            <Button type="submit" disabled={!name.trim()}>
              <Trans>Save view</Trans>
            </Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}

export function ResetView({ view }: Shared) {
  const { t } = useLingui()
  if (!isChanged(view.search)) return null
  return (
    <ActionIcon aria-label={t`Back to the view as it was saved`} onClick={() => view.change(CLEAN)} size={24}>
      <span aria-hidden="true">↺</span>
    </ActionIcon>
  )
}
