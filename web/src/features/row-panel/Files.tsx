/** The files of the row: attach by button or by dropping them, look, download, delete. */
import { Button, FileButton } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconFile } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type DragEvent } from 'react'
import { queryClient } from '~/client/queries'
import { attachFile, fileAddress, filesQuery, rowKey, type FileAnswer, type RowPlace } from '~/client/rows'
import { useFormat } from '~/lib/useFormat'
import { useErrorText } from '~/ui/errorText'
import { ErrorState } from '~/ui/States'
import { useDelete } from '~/ui/useDelete'
import classes from './RowPanel.module.css'
import { useMoment } from './useMoment'

export function Files({ place, mayAttach }: { place: RowPlace; mayAttach: boolean }) {
  const { t } = useLingui()
  const found = useQuery(filesQuery(place))
  if (found.isError) return <ErrorState error={found.error} retry={() => void found.refetch()} />
  const files = found.data?.items ?? []
  return (
    <>
      {mayAttach && <Attach place={place} />}
      {found.isSuccess && files.length === 0 && !mayAttach && (
        <p className={classes.why}>
          <Trans>No files yet. Who may edit this row can attach some.</Trans>
        </p>
      )}
      <ul className={classes.list} aria-label={t`Files`}>
        {files.map((file) => (
          <Attached key={file.id} file={file} place={place} mayDelete={mayAttach} />
        ))}
      </ul>
    </>
  )
}

function Attach({ place }: { place: RowPlace }) {
  const { t } = useLingui()
  const errorText = useErrorText()
  const [waiting, setWaiting] = useState(0)
  const [problems, setProblems] = useState<readonly string[]>([])
  const [over, setOver] = useState(false)
  const attach = async (files: readonly File[]) => {
    setProblems([])
    setWaiting(files.length)
    for (const file of files) {
      try {
        await attachFile(place, file)
      } catch (error) {
        setProblems((now) => [...now, `${file.name}: ${errorText(error)}`])
      }
      setWaiting((left) => left - 1)
      await queryClient.invalidateQueries({ queryKey: rowKey(place) })
    }
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void attach([...event.dataTransfer.files])
  }
  const onDragOver = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  return (
    <div className={classes.drop} data-over={over || undefined} onDragOver={onDragOver} onDragLeave={() => setOver(false)} onDrop={onDrop}>
      <FileButton multiple onChange={(files) => void attach(files)} inputProps={{ 'aria-label': t`Attach files` }}>
        {(props) => (
          <Button size="xs" variant="default" loading={waiting > 0} {...props}>
            <Trans>Attach files</Trans>
          </Button>
        )}
      </FileButton>
      <span>
        <Trans>or drop them here, up to 100 MB each</Trans>
      </span>
      <div role="status">
        {problems.map((problem) => (
          <p key={problem} className={classes.problem}>
            {problem}
          </p>
        ))}
      </div>
    </div>
  )
}

function Attached({ file, place, mayDelete }: { file: FileAnswer; place: RowPlace; mayDelete: boolean }) {
  const { t } = useLingui()
  const format = useFormat()
  const moment = useMoment()
  const remove = useDelete()
  const toBin = async () => {
    if (await remove({ what: 'file', id: file.id, name: file.name })) await queryClient.invalidateQueries({ queryKey: rowKey(place) })
  }
  return (
    <li className={classes.file}>
      {file.image ? (
        <a href={fileAddress(file.id, true)} target="_blank" rel="noreferrer" aria-label={t`Look at ${file.name}`}>
          <img className={classes.preview} src={fileAddress(file.id, true)} alt="" loading="lazy" />
        </a>
      ) : (
        <span className={classes.preview} aria-hidden="true">
          <IconFile size={20} stroke={1.5} />
        </span>
      )}
      <div>
        <a href={fileAddress(file.id)} download={file.name} translate="no" dir="auto">
          {file.name}
        </a>
        <p className={classes.why}>
          {format.size(file.size)} · <span translate="no">{file.by}</span> · {moment(file.at)}
        </p>
      </div>
      {mayDelete && (
        <Button size="compact-xs" variant="subtle" color="gray" onClick={() => void toBin()} aria-label={t`Delete ${file.name}`}>
          <Trans>Delete</Trans>
        </Button>
      )}
    </li>
  )
}
