/** A cell that names files of the row: one is attached here, or one that is attached already is chosen. Taken out of the cell it stays with the row. */
import { ActionIcon, Button, FileButton, Group, Menu } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queryClient } from '~/client/queries'
import { attachFile, fileAddress, filesQuery, rowKey } from '~/client/rows'
import { useErrorText } from '~/ui/errorText'
import type { FieldProps } from './Field'
import classes from './RowPanel.module.css'

export function FileField({ column, value, place, save, id }: FieldProps & { id: string }) {
  const { t } = useLingui()
  const files = useQuery(filesQuery(place)).data?.items
  const errorText = useErrorText()
  const [waiting, setWaiting] = useState(false)
  const [problem, setProblem] = useState('')
  const held = (Array.isArray(value) ? value : [value]).filter((one): one is number => typeof one === 'number')
  // What lies in the bin cannot be named anew: it leaves the cell with the next change of it.
  const there = held.filter((one) => files === undefined || files.some((file) => file.id === one))
  const others = (files ?? []).filter((file) => !held.includes(file.id))
  const attach = async (chosen: readonly File[]) => {
    setProblem('')
    setWaiting(true)
    const added: number[] = []
    try {
      for (const file of chosen) added.push((await attachFile(place, file)).id)
    } catch (error) {
      setProblem(errorText(error))
    }
    await queryClient.invalidateQueries({ queryKey: rowKey(place) })
    setWaiting(false)
    if (added.length > 0) save(column, [...there, ...added])
  }
  return (
    <>
      {held.length > 0 && (
        <ul className={classes.attached}>
          {held.map((one) => {
            const name = files?.find((file) => file.id === one)?.name
            return (
              <li key={one}>
                {name ? (
                  <a href={fileAddress(one)} download={name} dir="auto">
                    {name}
                  </a>
                ) : (
                  <span>{files ? t`A file in the bin` : '…'}</span>
                )}
                <ActionIcon size={24} aria-label={t`Take ${name ?? ''} out of ${column.title}`} onClick={() => save(column, nonEmpty(there.filter((each) => each !== one)))}>
                  <IconX size={14} />
                </ActionIcon>
              </li>
            )
          })}
        </ul>
      )}
      <Group gap={4} className={classes.tall}>
        <FileButton multiple onChange={(chosen) => void attach(chosen)} inputProps={{ 'aria-label': t`Attach files to ${column.title}` }}>
          {(props) => (
            <Button id={id} size="compact-xs" variant="default" loading={waiting} {...props}>
              <Trans>Attach files</Trans>
            </Button>
          )}
        </FileButton>
        {others.length > 0 && (
          <Menu position="bottom-start">
            <Menu.Target>
              <Button size="compact-xs" variant="subtle">
                <Trans>Files of the row</Trans>
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {others.map((file) => (
                <Menu.Item key={file.id} onClick={() => save(column, [...there, file.id])}>
                  <bdi translate="no">{file.name}</bdi>
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </Group>
      {problem && (
        <p className={classes.problem} role="status">
          {problem}
        </p>
      )}
    </>
  )
}

function nonEmpty(ids: readonly number[]): readonly number[] | null {
  return ids.length > 0 ? ids : null
}
