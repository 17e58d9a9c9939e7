/** Tells the person what came of an edit: what the server had to say, whom it overwrote, what a paste left out, or why it was refused. */
import { notifications } from '@mantine/notifications'
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { createElement, useCallback, useEffect, useRef } from 'react'
import { isApiError } from '~/client/errors'
import type { PastePlan } from '~/engines/register/paste'
import { useErrorText } from '~/ui/errorText'
import { NewsText } from '~/ui/NewsText'
import type { Needs } from './needs'
import type { News } from './registerRows'
import type { RegisterStore } from './registerStore'

const SHOWN_FOR = 7000

function say(message: string, color: string, undo?: () => void): void {
  notifications.show({ id: `register-news-${color}`, message: createElement(NewsText, { text: message, undo }), color, autoClose: SHOWN_FOR, withBorder: true })
}

export function useNews(store: RegisterStore): void {
  const { t } = useLingui()
  const errorText = useErrorText()
  const handler = useRef<(news: News) => void>(() => undefined)
  useEffect(() => {
    handler.current = (news) => {
      if (news.kind === 'stayed') return say([t`This view could not be read. The rows are still those from before.`, errorText(news.error)].join(' '), 'red')
      if (news.kind === 'refused') {
        const { error, held } = news
        if (held === 'unknown') return say(t`The server failed, and it is not known whether it kept your last change. The rows are read again and show what it has.`, 'red')
        const goneRow = news.what === 'edit' && isApiError(error) && (error.status === 404 || error.status === 409)
        const outcome = news.what !== 'edit' ? '' : held === 'some' ? t`Part of your edit was saved, the rest was taken back.` : t`Your edit was taken back.`
        return say([goneRow && error.status === 404 ? t`The row was deleted by somebody else meanwhile.` : errorText(error), outcome].join(' ').trim(), 'red')
      }
      const undo = news.what === 'edit' ? () => store.takeBack('undo') : undefined
      const told = news.answers.flatMap(({ notices = [], overwritten = [], skipped = [] }) => [
        ...notices.map((notice) => notice.text),
        ...overwritten.map(({ name }) => (name ? t`${name} had just changed the same cell; both values are in its history.` : t`Somebody had just changed the same cell; both values are in its history.`)),
        ...(skipped.length > 0 ? [t`Some cells were left as they are, because somebody changed them since.`] : []),
      ])
      if (told.length > 0) say([...new Set(told)].slice(0, 3).join(' '), 'gray', undo)
      else if (news.deleted) say(t`The rows were deleted.`, 'gray', undo)
    }
  })
  useEffect(() => store.onNews((news) => handler.current(news)), [store])
}

/** The sentences for what an action could not do. */
export function useSayings(): Pick<Needs, 'sayFlat' | 'sayPasted' | 'sayColumnGone'> {
  const { t, i18n } = useLingui()
  const sayFlat = useCallback(() => say(t`Rows can be moved only in their own order. Take away the filter, the sort and the groups first.`, 'gray'), [t])
  const sayColumnGone = useCallback(() => say(t`The column was taken away by somebody else meanwhile. What you typed was not saved.`, 'red'), [t])
  const sayPasted = useCallback(
    ({ beyond, readOnly, rowsLeft }: PastePlan) => {
      const told = []
      if (beyond > 0) told.push(i18n._(plural(beyond, { one: '# column was not taken: the register ends before it.', other: '# columns were not taken: the register ends before them.' })))
      if (readOnly.length > 0) {
        const columns = readOnly.slice(0, 4).join(', ')
        told.push(t`Left as they are, because they cannot be written: ${columns}.`)
      }
      if (rowsLeft > 0) told.push(i18n._(plural(rowsLeft, { one: '# row was not taken: no rows can be added here.', other: '# rows were not taken: no rows can be added here.' })))
      if (told.length > 0) say(told.join(' '), 'yellow')
    },
    [t, i18n],
  )
  return { sayFlat, sayPasted, sayColumnGone }
}
