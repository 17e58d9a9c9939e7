/** The draft of one's own pack: its text with what is wrong by line, forms for the usual changes, and its release. */
import { Button, Textarea } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { isApiError } from '~/client/errors'
import { checkPack, discardDraft, draftQuery, METHOD_TOUCHED, releasePack, saveDraft, type Draft, type Hole, type PackPage } from '~/client/methods'
import { Bone, ErrorState } from '~/ui/States'
import { useAct } from '~/ui/useAct'
import { useAsk } from '~/ui/useAsk'
import { ItemForms } from './ItemForms'
import classes from './Method.module.css'
import { useHoleText } from './words'

const TOUCHED = [['packs'], ['pack']]

export function DraftTab({ pack }: { pack: PackPage }) {
  const { act, busy } = useAct()
  const found = useQuery({ ...draftQuery(pack.key), retry: false })
  if (isApiError(found.error, 404))
    return (
      <section className={classes.section}>
        <p className={classes.about}>
          <Trans>A version never changes. Begin the draft of the next one: you see what it would mean for each project before it holds anywhere.</Trans>
        </p>
        <div className={classes.buttons}>
          <Button loading={busy} onClick={() => void act(() => saveDraft(pack.key, null, null), TOUCHED)}>
            <Trans>Begin a draft</Trans>
          </Button>
        </div>
      </section>
    )
  if (found.isError) return <ErrorState error={found.error} retry={() => void found.refetch()} />
  if (!found.data) return <Bone width="60%" height={20} />
  return (
    <>
      <Release pack={pack} draft={found.data} />
      <ItemForms pack={pack} draft={found.data} />
      <Editor key={found.data.digest} pack={pack} draft={found.data} />
    </>
  )
}

function Release({ pack, draft }: { pack: PackPage; draft: Draft }) {
  const { t } = useLingui()
  const ask = useAsk()
  const { act, busy } = useAct()
  const [note, setNote] = useState('')
  const { number } = draft
  const holes = draft.problems.length
  const discard = async () => {
    const sure = await ask({ title: t`Throw the draft away?`, text: t`What was changed since the last version is lost.`, yes: t`Throw it away` })
    if (sure) await act(() => discardDraft(pack.key), TOUCHED)
  }
  return (
    <section className={classes.section}>
      <h2>
        <Trans>Version {number}</Trans>
      </h2>
      {holes > 0 && (
        <p className={classes.note}>
          <Plural value={holes} one="One thing is wrong with the draft, so it cannot be released." other="# things are wrong with the draft, so it cannot be released." />
        </p>
      )}
      <Textarea label={t`What is new, for those who decide whether to take it up`} value={note} onChange={(event) => setNote(event.currentTarget.value)} maxLength={2000} autosize minRows={2} style={{ maxWidth: 640 }} />
      <div className={classes.buttons}>
        <Button loading={busy} disabled={holes > 0 || !note.trim()} onClick={() => void act(() => releasePack(pack.key, note), METHOD_TOUCHED, t`Version ${number} is released.`)}>
          <Trans>Release version {number}</Trans>
        </Button>
        <Button variant="subtle" color="red" loading={busy} onClick={() => void discard()}>
          <Trans>Throw the draft away</Trans>
        </Button>
      </div>
    </section>
  )
}

function Editor({ pack, draft }: { pack: PackPage; draft: Draft }) {
  const { t } = useLingui()
  const { act, busy } = useAct()
  const area = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState(draft.text)
  const [settled] = useDebouncedValue(text, 600)
  const checked = useQuery({ queryKey: ['pack-check', pack.key, settled], queryFn: () => checkPack(pack.key, settled), enabled: settled !== draft.text, gcTime: 0 })
  const holes = settled === draft.text ? draft.problems : (checked.data ?? [])
  const show = (line: number) => {
    const lines = text.split('\n')
    const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0)
    area.current?.focus()
    area.current?.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0))
    if (area.current) area.current.scrollTop = Math.max(0, (line - 8) * 18)
  }
  return (
    <section className={classes.section}>
      <h2>
        <Trans>The whole text</Trans>
      </h2>
      <p className={classes.about}>
        <Trans>Everything that a pack says stands in one YAML text. What is wrong is named by its line while you type.</Trans>
      </p>
      <div className={classes.editor}>
        <Textarea ref={area} aria-label={t`The text of the pack`} value={text} onChange={(event) => setText(event.currentTarget.value)} rows={28} spellCheck={false} wrap="off" />
        <Holes holes={holes} show={show} />
      </div>
      <div className={classes.buttons}>
        <Button loading={busy} disabled={text === draft.text} onClick={() => void act(() => saveDraft(pack.key, text, draft.digest), TOUCHED, t`The draft is saved.`)}>
          <Trans>Save the draft</Trans>
        </Button>
        <Button variant="subtle" disabled={text === draft.text} onClick={() => setText(draft.text)}>
          <Trans>Back to what is saved</Trans>
        </Button>
      </div>
    </section>
  )
}

function Holes({ holes, show }: { holes: readonly Hole[]; show: (line: number) => void }) {
  const { t } = useLingui()
  const text = useHoleText()
  if (holes.length === 0)
    return (
      <p className={classes.about} role="status">
        <Trans>The pack is whole: nothing is wrong with it.</Trans>
      </p>
    )
  return (
    <ul className={classes.holes} aria-label={t`What is wrong`}>
      {holes.map((hole, index) => (
        <li key={index}>
          <button type="button" className={classes.hole} onClick={() => show(hole.line)}>
            <b>
              <Trans>Line {hole.line}</Trans>
            </b>{' '}
            {text(hole)}
          </button>
        </li>
      ))}
    </ul>
  )
}
