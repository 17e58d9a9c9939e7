/** Groups: people under one name, who hold together what is given to the group. */
import { Button, TextInput } from '@mantine/core'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { createGroup, groupsQuery } from '~/client/people'
import { EmptyState, ErrorState } from '~/ui/States'
import { useAct } from '~/ui/useAct'
import { Bones } from './Directory'
import { GroupPanel } from './GroupPanel'
import classes from './People.module.css'
import { useMay, usePeopleSearch } from './usePeople'

export function Groups() {
  const { t } = useLingui()
  const [{ team }, change] = usePeopleSearch()
  const may = useMay()
  const found = useQuery(groupsQuery)
  if (found.isError) return <ErrorState error={found.error} retry={() => void found.refetch()} />
  if (!found.data) return <Bones />
  return (
    <>
      {may.people && <NewGroup />}
      {found.data.items.length > 0 ? (
        <ul className={classes.list} aria-label={t`Groups`}>
          {found.data.items.map((each) => (
            <li key={each.id} className={classes.item}>
              <span className={classes.main}>
                <Link to="/people" search={{ tab: 'groups', team: each.id }} replace translate="no" dir="auto">
                  {each.name}
                </Link>
              </span>
              <span className={classes.wide} translate="no" dir="auto">
                {each.about}
              </span>
              <span className={classes.dim}>
                <Plural value={each.members} one="# person" other="# people" />
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState title={<Trans>There is no group yet</Trans>}>
          <Trans>A group is people under one name, such as Finance. Give a role to the group once, and whoever joins or leaves it gains or loses it.</Trans>
        </EmptyState>
      )}
      <GroupPanel id={team} onClose={() => change({ team: undefined })} />
    </>
  )
}

function NewGroup() {
  const { t } = useLingui()
  const [, change] = usePeopleSearch()
  const { act, busy } = useAct()
  const [name, setName] = useState('')
  const make = async () => {
    const made = await act(() => createGroup(name.trim()), [['groups']])
    if (!made) return
    setName('')
    change({ team: made.answer.id })
  }
  return (
    <form
      className={classes.bar}
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim()) void make()
      }}
    >
      <TextInput aria-label={t`Name of a new group`} placeholder={t`Name of a new group`} maxLength={100} value={name} onChange={(event) => setName(event.currentTarget.value)} />
      <Button type="submit" variant="default" loading={busy} disabled={!name.trim()}>
        <Trans>Make a group</Trans>
      </Button>
    </form>
  )
}
