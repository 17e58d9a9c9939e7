/** What was said about the row, newest first, and the box to say something. */
import { Button } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { queryClient } from '~/client/queries'
import { changeComment, commentsQuery, makeComment, mentionsQuery, readMentions, rowKey, type CommentAnswer, type RowPlace } from '~/client/rows'
import { ErrorState } from '~/ui/States'
import { useDelete } from '~/ui/useDelete'
import { CommentBox } from './CommentBox'
import { partsOf } from './mentions'
import classes from './RowPanel.module.css'
import { useMoment } from './useMoment'

export function Comments({ place, mayComment }: { place: RowPlace; mayComment: boolean }) {
  const { t } = useLingui()
  const found = useInfiniteQuery(commentsQuery(place))
  const comments = found.data?.pages.flatMap((page) => page.items) ?? []
  useSeen(comments)
  if (found.isError) return <ErrorState error={found.error} retry={() => void found.refetch()} />
  const again = () => queryClient.invalidateQueries({ queryKey: rowKey(place) })
  const say = async (text: string) => {
    await makeComment(place, text)
    await again()
  }
  return (
    <>
      {mayComment && <CommentBox place={place} label={t`Say something about this row`} send={t`Send comment`} onSend={say} />}
      {found.isSuccess && comments.length === 0 && (
        <p className={classes.why}>
          <Trans>Nobody has said anything yet. What is said here stays with the row; with @ you mention somebody, who is told.</Trans>
        </p>
      )}
      <ul className={classes.list} aria-label={t`Comments`}>
        {comments.map((comment) => (
          <Comment key={comment.id} comment={comment} place={place} again={again} />
        ))}
      </ul>
      {found.hasNextPage && (
        <Button variant="default" size="xs" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          <Trans>Show earlier comments</Trans>
        </Button>
      )}
    </>
  )
}

function Comment({ comment, place, again }: { comment: CommentAnswer; place: RowPlace; again: () => Promise<void> }) {
  const { t } = useLingui()
  const [editing, setEditing] = useState(false)
  const remove = useDelete()
  const moment = useMoment()
  const list = useRef<HTMLLIElement>(null)
  const change = async (text: string) => {
    await changeComment(comment.id, text)
    setEditing(false)
    await again()
  }
  const toBin = async () => {
    const around = list.current?.closest('ul')
    if (!(await remove({ what: 'comment', id: comment.id, name: t`The comment` }))) return
    await again()
    around?.closest<HTMLElement>('[role=tabpanel]')?.querySelector<HTMLElement>('textarea')?.focus()
  }
  return (
    <li ref={list}>
      <div className={classes.head}>
        <strong translate="no">{comment.author}</strong>
        <time dateTime={comment.at}>{moment(comment.at)}</time>
        {comment.edited_at && (
          <span>
            <Trans>edited</Trans>
          </span>
        )}
        <span className={classes.space} />
        {comment.mine && !editing && (
          <>
            <Button size="compact-xs" variant="subtle" onClick={() => setEditing(true)}>
              <Trans>Edit</Trans>
            </Button>
            <Button size="compact-xs" variant="subtle" color="gray" onClick={() => void toBin()}>
              <Trans>Delete</Trans>
            </Button>
          </>
        )}
      </div>
      {editing ? (
        <CommentBox place={place} label={t`Change your comment`} send={t`Save`} begin={comment.text} onSend={change} onCancel={() => setEditing(false)} />
      ) : (
        <p className={classes.text} dir="auto" translate="no">
          {partsOf(comment.text).map((part, index) =>
            part.person === undefined ? (
              part.text
            ) : (
              <mark key={index} className={classes.mention}>
                {part.text}
              </mark>
            ),
          )}
        </p>
      )}
    </li>
  )
}

/** Whoever reads a comment that mentions them has seen it. */
function useSeen(comments: readonly CommentAnswer[]): void {
  useEffect(() => {
    const unread = queryClient.getQueryData(mentionsQuery.queryKey)?.items.filter((mention) => !mention.read) ?? []
    const seen = unread.filter((mention) => comments.some((comment) => comment.id === mention.comment_id)).map((mention) => mention.comment_id)
    if (seen.length > 0) void readMentions(seen).then(() => queryClient.invalidateQueries({ queryKey: mentionsQuery.queryKey }), () => undefined)
  }, [comments])
}
