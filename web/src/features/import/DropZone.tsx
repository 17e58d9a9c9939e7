/** Where the file is dropped or chosen; what was wrong with the last one stands above. */
import { Button } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconFileImport } from '@tabler/icons-react'
import { useRef, useState, type DragEvent } from 'react'
import { refusal } from '~/features/import/useImport'
import { useErrorText } from '~/ui/errorText'
import classes from './Import.module.css'

interface DropZoneProps {
  file: File | null
  error: unknown
  choose: (file: File) => void
}

export function DropZone({ file, error, choose }: DropZoneProps) {
  const { t } = useLingui()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const dropped = event.dataTransfer.files[0]
    if (dropped) choose(dropped)
  }
  const hover = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  return (
    <>
      <Refused file={file} error={error} />
      <section className={classes.drop} data-over={over || undefined} aria-label={t`File to import`} onDragOver={hover} onDragLeave={() => setOver(false)} onDrop={drop}>
        <IconFileImport size={32} stroke={1.25} aria-hidden="true" />
        <h2>
          <Trans>Drop a Microsoft Project XML file here</Trans>
        </h2>
        <p>
          <Trans>You see what it will bring before anything is written. In Microsoft Project: File, Save As, XML Format.</Trans>
        </p>
        <Button onClick={() => input.current?.click()}>
          <Trans>Choose a file</Trans>
        </Button>
        <input
          ref={input}
          type="file"
          accept=".xml,text/xml,application/xml"
          className="mp-visually-hidden"
          tabIndex={-1}
          aria-label={t`File to import`}
          onChange={(event) => {
            const chosen = event.currentTarget.files?.[0]
            event.currentTarget.value = ''
            if (chosen) choose(chosen)
          }}
        />
      </section>
    </>
  )
}

function Refused({ file, error }: { file: File | null; error: unknown }) {
  const errorText = useErrorText()
  if (!file || (!error && !refusal(file.name))) return null
  const name = file.name
  return (
    <div className={classes.refused} role="alert">
      <h2>
        <Trans>
          <span translate="no">{name}</span> could not be read
        </Trans>
      </h2>
      <p>{refusal(name) ? <Trans>This is the binary format of Microsoft Project. Save the plan there as XML: File, Save As, XML Format. Nothing was imported.</Trans> : errorText(error)}</p>
    </div>
  )
}
