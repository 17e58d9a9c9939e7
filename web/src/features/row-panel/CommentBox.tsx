/** A box to write a comment in; behind an @ it offers the people who may see the row. */
import { Button, Combobox, Textarea, useCombobox } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState, type KeyboardEvent } from 'react'
import { findMentionable, rowKey, type Person, type RowPlace } from '~/client/rows'
import { useErrorText } from '~/ui/errorText'
import { sought, toStored, toTyped } from './mentions'
import classes from './RowPanel.module.css'

interface CommentBoxProps {
  place: RowPlace
  label: string
  send: string
  /** What is stored and shall be changed. */
  begin?: string
  onSend: (stored: string) => Promise<void>
  onCancel?: () => void
}

export function CommentBox({ place, label, send, begin = '', onSend, onCancel }: CommentBoxProps) {
  const errorText = useErrorText()
  const [text, setText] = useState(() => toTyped(begin).text)
  const [chosen, setChosen] = useState<readonly Person[]>(() => toTyped(begin).people)
  const [problem, setProblem] = useState('')
  const [sending, setSending] = useState(false)
  const submit = async () => {
    if (text.trim() === '' || sending) return
    setSending(true)
    try {
      await onSend(toStored(text.trim(), chosen))
      setText('')
      setChosen([])
      setProblem('')
    } catch (error) {
      setProblem(errorText(error))
    } finally {
      setSending(false)
    }
  }
  return (
    <form
      className={classes.box}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <MentionArea place={place} label={label} text={text} setText={setText} choose={(person) => setChosen((now) => [...now, person])} submit={() => void submit()} cancel={onCancel} problem={problem} />
      <div className={classes.actions}>
        {onCancel && (
          <Button size="xs" variant="default" onClick={onCancel}>
            <Trans>Cancel</Trans>
          </Button>
        )}
        <Button size="xs" type="submit" disabled={text.trim() === ''} loading={sending}>
          {send}
        </Button>
      </div>
    </form>
  )
}

interface MentionAreaProps {
  place: RowPlace
  label: string
  text: string
  setText: (text: string) => void
  choose: (person: Person) => void
  submit: () => void
  cancel?: () => void
  problem: string
}

function MentionArea({ place, label, text, setText, choose, submit, cancel, problem }: MentionAreaProps) {
  const { t } = useLingui()
  const area = useRef<HTMLTextAreaElement>(null)
  const [asked, setAsked] = useState<{ from: number; letters: string } | null>(null)
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const letters = asked?.letters ?? ''
  const found = useQuery({ queryKey: [...rowKey(place), 'mentionable', letters], queryFn: () => findMentionable(place, letters), enabled: asked !== null, staleTime: 60_000, placeholderData: (before) => before, retry: false })
  const people = asked ? (found.data?.items ?? []) : []
  const look = (now: string, caret: number) => {
    const next = sought(now, caret)
    setAsked(next)
    if (next) combobox.openDropdown()
    else combobox.closeDropdown()
  }
  const take = (id: string) => {
    const person = people.find((one) => String(one.id) === id)
    if (!person || !asked) return
    const end = asked.from + asked.letters.length
    setText(`${text.slice(0, asked.from)}${person.name} ${text.slice(end).replace(/^ /, '')}`)
    choose(person)
    setAsked(null)
    combobox.closeDropdown()
    const caret = asked.from + person.name.length + 1
    requestAnimationFrame(() => {
      area.current?.focus()
      area.current?.setSelectionRange(caret, caret)
    })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      if (asked) event.preventDefault()
      else if (cancel) {
        event.preventDefault()
        cancel()
      }
      setAsked(null)
      combobox.closeDropdown()
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      submit()
    }
  }
  return (
    <Combobox store={combobox} onOptionSubmit={take} withinPortal={false} shadow="md">
      <Combobox.EventsTarget withAriaAttributes={people.length > 0} withKeyboardNavigation={people.length > 0} withExpandedAttribute={false}>
        <Textarea
          ref={area}
          aria-label={label}
          placeholder={label}
          rows={3}
          classNames={{ input: classes.lines }}
          maxLength={9000}
          dir="auto"
          value={text}
          error={problem || undefined}
          onChange={(event) => {
            setText(event.currentTarget.value)
            look(event.currentTarget.value, event.currentTarget.selectionStart)
          }}
          onKeyDown={onKeyDown}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.EventsTarget>
      <Combobox.DropdownTarget>
        <span />
      </Combobox.DropdownTarget>
      <Combobox.Dropdown hidden={people.length === 0}>
        <Combobox.Options aria-label={t`People who may see this row`}>
          {people.slice(0, 8).map((person, index) => (
            <Combobox.Option key={person.id} value={String(person.id)} active={index === 0}>
              <span translate="no">{person.name}</span>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
