/** A question to the office, from the page on which one is. What was answered before is shown while one types. */
import { Button, NativeSelect, Textarea } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link, useRouter, useRouterState } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { alikeQuery, ASKED, askOffice, officesToAskQuery } from '~/client/practice'
import { Markdown } from '~/ui/Markdown'
import { SidePanel } from '~/ui/SidePanel'
import { useAct } from '~/ui/useAct'
import classes from './Ask.module.css'
import { whereIs, type Where } from './where'

export function AskPanel({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <SidePanel title={<Trans>Ask the office</Trans>} opened={opened} onClose={onClose}>
      {opened && <Form onClose={onClose} />}
    </SidePanel>
  )
}

function Form({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  const router = useRouter()
  const location = useRouterState({ select: (state) => state.location })
  const [where] = useState(() => whereIs(location.pathname, location.searchStr))
  const [title] = useState(() => document.title.replace(/ · Milepost$/, ''))
  const [text, setText] = useState('')
  const [office, setOffice] = useState<number | null>(null)
  const offices = useQuery(officesToAskQuery(where.node_id))
  const { act, busy } = useAct()
  const items = offices.data?.items ?? []
  const responsible = offices.data?.responsible ?? (where.sheet_id === null ? items[0] : undefined)
  const nobody = offices.isSuccess && items.length === 0 && !offices.data.responsible
  const send = async (event: FormEvent) => {
    event.preventDefault()
    const asked = await act(() => askOffice({ ...where, page_title: title.slice(0, 300), text, office_id: office ?? (where.node_id === null && where.sheet_id === null ? (responsible?.id ?? null) : null) }), ASKED, t`Your question was sent. The answer comes to your Home.`)
    if (!asked) return
    onClose()
    void router.invalidate()
  }
  if (nobody) return <p><Trans>There is no office yet that you could ask. Whoever arranges your part of the organisation can found one under Office.</Trans></p>
  return (
    <form className={classes.form} onSubmit={(event) => void send(event)}>
      <Textarea label={t`Your question`} description={t`It goes with the page on which you are, so that nobody has to ask where.`} autosize minRows={4} maxLength={5000} required data-autofocus value={text} onChange={(event) => setText(event.currentTarget.value)} />
      <Alike text={text} onOpen={onClose} />
      {items.length > 1 && (
        <NativeSelect
          label={t`Office`}
          value={String(office ?? responsible?.id ?? '')}
          data={[...(responsible || office ? [] : [{ value: '', label: t`The office of this place` }]), ...items.map((one) => ({ value: String(one.id), label: one.name }))]}
          onChange={(event) => setOffice(Number(event.currentTarget.value) || null)}
        />
      )}
      <Context where={where} title={title} />
      <div>
        <Button type="submit" loading={busy} disabled={!text.trim()}>
          <Trans>Ask</Trans>
        </Button>
      </div>
    </form>
  )
}

function Context({ where, title }: { where: Where; title: string }) {
  return (
    <p className={classes.dim}>
      <Trans>
        Asked from: <span translate="no">{title || where.page}</span>
      </Trans>
    </p>
  )
}

/** What was asked like that before, with its answer: often one need not ask. */
function Alike({ text, onOpen }: { text: string; onOpen: () => void }) {
  const [typed] = useDebouncedValue(text.trim(), 400)
  const found = useQuery({ ...alikeQuery(typed), enabled: typed.length > 7 })
  const items = typed.length > 7 ? (found.data?.items ?? []) : []
  if (items.length === 0) return null
  return (
    <section className={classes.alike} aria-live="polite">
      <h3>
        <Trans>Answered before</Trans>
      </h3>
      {items.map((one) => (
        <details key={one.id}>
          <summary dir="auto" translate="no">{one.text}</summary>
          {one.answers.filter((each) => each.from_office).map((each) => <Markdown key={each.id} text={each.text} />)}
          <Link to="/ask" search={{ question: one.id }} onClick={onOpen}>
            <Trans>Open it</Trans>
          </Link>
        </details>
      ))}
    </section>
  )
}
