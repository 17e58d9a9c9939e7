/** A document of a project beside its method: read, written in Markdown, its versions, and how it is done. */
import { Button, SegmentedControl, Select, Textarea } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { documentQuery, writeDocument, type ProjectDocument } from '~/client/methods'
import { useWhen } from '~/lib/useWhen'
import { Markdown } from '~/ui/Markdown'
import { SidePanel } from '~/ui/SidePanel'
import { Bone, ErrorState } from '~/ui/States'
import { useTold } from '~/ui/told'
import { useAct } from '~/ui/useAct'
import classes from './Method.module.css'
import { useMethodWords } from './words'

export function DocumentPanel({ projectId, artefact, onClose }: { projectId: number; artefact: string; onClose: () => void }) {
  const { t } = useLingui()
  const told = useTold()
  const found = useQuery(documentQuery(projectId, artefact))
  return (
    <SidePanel title={found.data ? told(found.data.title) : t`Document`} opened onClose={onClose}>
      {found.isError && <ErrorState error={found.error} retry={() => void found.refetch()} />}
      {found.isPending && <Bone width="60%" height={20} />}
      {found.data && <Document key={found.data.versions[0]?.number ?? 0} projectId={projectId} document={found.data} />}
    </SidePanel>
  )
}

function Document({ projectId, document }: { projectId: number; document: ProjectDocument }) {
  const { t } = useLingui()
  const told = useTold()
  const words = useMethodWords()
  const last = document.versions[0]
  const begun = last?.text ?? told(document.template)
  const [text, setText] = useState(begun)
  const [view, setView] = useState(last || !document.may_write ? 'read' : 'write')
  const [shown, setShown] = useState<number | null>(null)
  const old = document.versions.find((one) => one.number === shown)
  const { act, busy } = useAct()
  const write = (state: 'draft' | 'final') => act(() => writeDocument(projectId, document.artefact, text, state, last?.number ?? 0), [['project', projectId], ['findings'], ['expectations']], state === 'final' ? t`It is final. A later change makes the next version.` : t`The draft is saved.`)
  return (
    <div className={classes.form}>
      <p className={classes.about}>{told(document.why)}</p>
      <div className={classes.buttons}>
        {document.may_write && <SegmentedControl value={view} onChange={setView} data={[{ value: 'read', label: t`Read` }, { value: 'write', label: t`Write` }]} aria-label={t`Read or write`} />}
        <span className={classes.chip} data-tone={last ? (last.state === 'final' ? 'green' : 'amber') : 'red'}>
          {words.state(last?.state ?? 'absent')}
        </span>
        {document.versions.length > 1 && <Versions document={document} shown={shown} show={setShown} />}
      </div>
      {view === 'write' && !old ? (
        <Textarea aria-label={t`Text of the document, in Markdown`} value={text} onChange={(event) => setText(event.currentTarget.value)} autosize minRows={16} maxRows={36} />
      ) : (
        <div className={classes.text}>
          <Markdown text={old?.text ?? text} />
        </div>
      )}
      {document.may_write && !old && (
        <div className={classes.buttons}>
          <Button loading={busy} disabled={!text.trim() || (text === begun && last?.state === 'final')} onClick={() => void write('final')}>
            <Trans>Set as final</Trans>
          </Button>
          <Button variant="default" loading={busy} disabled={!text.trim() || (text === begun && last?.state === 'draft')} onClick={() => void write('draft')}>
            <Trans>Save as draft</Trans>
          </Button>
        </div>
      )}
      {document.procedures.map((procedure) => (
        <details key={procedure.key}>
          <summary>{told(procedure.title)}</summary>
          <div className={classes.text}>
            <Markdown text={told(procedure.text)} />
          </div>
        </details>
      ))}
    </div>
  )
}

function Versions({ document, shown, show }: { document: ProjectDocument; shown: number | null; show: (number: number | null) => void }) {
  const { t } = useLingui()
  const when = useWhen()
  const words = useMethodWords()
  return (
    <Select
      aria-label={t`Version`}
      size="xs"
      clearable
      placeholder={t`Earlier versions`}
      value={shown === null ? null : String(shown)}
      onChange={(next) => show(next === null ? null : Number(next))}
      data={document.versions.slice(1).map((one) => ({ value: String(one.number), label: `${one.number} · ${words.state(one.state)} · ${when.day(one.at)} · ${one.by ?? ''}` }))}
      comboboxProps={{ transitionProps: { duration: 0 } }}
    />
  )
}
