/** Tells the person what came of an edit: what the server had to say, whom it overwrote, or why it was refused. */
import { notifications } from '@mantine/notifications'
import { useLingui } from '@lingui/react/macro'
import { createElement, useEffect, useRef } from 'react'
import { isApiError } from '~/client/errors'
import { useErrorText } from '~/ui/errorText'
import { NewsText } from '~/ui/NewsText'
import type { News, PlanStore } from './planStore'

const SHOWN_FOR = 7000

export function useNews(store: PlanStore): void {
  const { t } = useLingui()
  const errorText = useErrorText()
  const handler = useRef<(news: News) => void>(() => undefined)
  useEffect(() => {
    const say = (message: string, color: string, undo?: () => void) =>
      notifications.show({ id: 'plan-news', message: createElement(NewsText, { text: message, undo }), color, autoClose: SHOWN_FOR, withBorder: true })
    handler.current = (news) => {
      if (news.kind === 'missed') return say(t`The row was deleted by somebody else meanwhile.`, 'red')
      if (news.kind === 'refused') {
        const { ops, error } = news
        if (isApiError(error) && error.status >= 500) return say(t`The server failed, and it is not known whether it kept your last change. The plan is read again and shows what it has.`, 'red')
        say(ops.length > 0 && isApiError(error) ? `${errorText(error)} ${t`Your edit was taken back.`}` : errorText(error), 'red')
        return
      }
      const { notices = [], overwritten = [], skipped = [] } = news.answer
      const undo = news.what === 'edit' ? () => store.undo() : undefined
      const told = [...notices.map((notice) => notice.text), ...overwritten.map(({ name }) => (name ? t`${name} had just changed the same cell; both values are in its history.` : t`Somebody had just changed the same cell; both values are in its history.`))]
      if (skipped.length > 0) told.push(t`Some cells were left as they are, because somebody changed them since.`)
      const deleted = news.ops.find((operation) => operation.op === 'delete')
      if (told.length > 0) say([...new Set(told)].slice(0, 3).join(' '), 'gray', undo)
      else if (deleted) say(t`The rows were deleted.`, 'gray', undo)
    }
  })
  useEffect(() => store.onNews((news) => handler.current(news)), [store])
}
