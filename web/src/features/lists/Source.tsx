/** The list itself: dropped, chosen or pasted. Ctrl+V anywhere on the page that is no field pastes it too. */
import { Button, Textarea } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconTableImport } from '@tabler/icons-react'
import { useEffect, useRef, useState, type DragEvent } from 'react'
import type { ListState } from '~/features/lists/useList'
import classes from './Lists.module.css'

const READ = '.csv,.tsv,.txt,.xlsx,.xlsm,.xls,.ods,text/csv,text/tab-separated-values'

export function Source({ state }: { state: ListState }) {
  const { list, destination, choose, again } = state
  usePaste(choose, list === null)
  if (list !== null) return <Chosen list={list} again={again} waits={destination.parent === null && destination.sheet === null} />
  return <Empty choose={choose} />
}

function Chosen({ list, again, waits }: { list: File | string; again: () => void; waits: boolean }) {
  const name = typeof list === 'string' ? null : list.name
  return (
    <section className={classes.panel} aria-labelledby="list-title">
      <header>
        <h2 id="list-title">{name === null ? <Trans>What you pasted</Trans> : <span translate="no">{name}</span>}</h2>
        <Button variant="subtle" color="gray" size="compact-sm" onClick={again}>
          <Trans>Choose another list</Trans>
        </Button>
      </header>
      {waits && (
        <p className={classes.dim}>
          <Trans>Choose where it goes; then it is read.</Trans>
        </p>
      )}
    </section>
  )
}

function Empty({ choose }: { choose: (list: File | string) => void }) {
  const { t } = useLingui()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [text, setText] = useState('')
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const dropped = event.dataTransfer.files[0] ?? event.dataTransfer.getData('text/plain')
    if (dropped) choose(dropped)
  }
  const hover = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  return (
    <section className={classes.drop} data-over={over || undefined} aria-label={t`List to import`} onDragOver={hover} onDragLeave={() => setOver(false)} onDrop={drop}>
      <IconTableImport size={32} stroke={1.25} aria-hidden="true" />
      <h2>
        <Trans>Drop a list here</Trans>
      </h2>
      <p>
        <Trans>A workbook (xlsx, xls, ods) or CSV. You see what it will bring before anything is written.</Trans>
      </p>
      <Button onClick={() => input.current?.click()}>
        <Trans>Choose a file</Trans>
      </Button>
      <input
        ref={input}
        type="file"
        accept={READ}
        className="mp-visually-hidden"
        tabIndex={-1}
        aria-label={t`List to import`}
        onChange={(event) => {
          const chosen = event.currentTarget.files?.[0]
          event.currentTarget.value = ''
          if (chosen) choose(chosen)
        }}
      />
      <div className={classes.paste}>
        <Textarea label={t`Or paste cells, with their titles`} autosize minRows={2} maxRows={6} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        <Button variant="default" disabled={!text.trim()} onClick={() => choose(text)}>
          <Trans>Read what I pasted</Trans>
        </Button>
      </div>
    </section>
  )
}

/** A paste beside a field is a list. */
function usePaste(choose: (list: File | string) => void, on: boolean): void {
  const latest = useRef(choose)
  useEffect(() => {
    latest.current = choose
  })
  useEffect(() => {
    if (!on) return
    const paste = (event: ClipboardEvent) => {
      if (event.target instanceof HTMLElement && event.target.closest('input, textarea, [contenteditable]')) return
      const found = event.clipboardData?.files[0] ?? event.clipboardData?.getData('text/plain')
      if (found) latest.current(found)
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [on])
}
