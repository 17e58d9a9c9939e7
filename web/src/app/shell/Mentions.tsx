/** The bell: where somebody mentioned the person, the new ones first to be seen. A click goes to the row. */
import { ActionIcon, Indicator, Popover } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconBell } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { queryClient } from '~/client/queries'
import { mentionsQuery, readMentions, type MentionAnswer } from '~/client/rows'
import classes from './Mentions.module.css'

export function Mentions({ size = 28 }: { size?: number }) {
  const { t } = useLingui()
  const [opened, setOpened] = useState(false)
  const found = useQuery(mentionsQuery)
  const unread = found.data?.unread ?? 0
  const items = found.data?.items ?? []
  return (
    <Popover opened={opened} onChange={setOpened} width={340} position="bottom-start" shadow="md" trapFocus returnFocus withRoles={false}>
      <Popover.Target>
        <Indicator label={unread > 99 ? '99+' : unread} size={16} offset={4} disabled={unread === 0} color="var(--mp-accent-fill)" classNames={{ indicator: classes.count }}>
          <ActionIcon size={size} aria-label={unread > 0 ? t`Mentions of you, ${unread} new` : t`Mentions of you`} aria-expanded={opened} onClick={() => setOpened(!opened)}>
            <IconBell size={18} stroke={1.6} />
          </ActionIcon>
        </Indicator>
      </Popover.Target>
      <Popover.Dropdown className={classes.list} role="dialog" aria-label={t`Mentions of you`}>
        {items.length === 0 && (
          <p className={classes.none} tabIndex={-1} data-autofocus>
            <Trans>Nobody has mentioned you. Where somebody writes @ and your name in a comment, it stands here.</Trans>
          </p>
        )}
        {items.length > 0 && (
          <ul>
            {items.map((item) => (
              <li key={item.comment_id}>
                <Mention item={item} done={() => setOpened(false)} />
              </li>
            ))}
          </ul>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}

function Mention({ item, done }: { item: MentionAnswer; done: () => void }) {
  const { t } = useLingui()
  const router = useRouter()
  const open = () => {
    done()
    router.history.push(addressOf(item))
    if (item.read) return
    void readMentions([item.comment_id]).then(() => queryClient.invalidateQueries({ queryKey: mentionsQuery.queryKey }), () => undefined)
  }
  return (
    <button type="button" className={classes.item} data-unread={!item.read || undefined} onClick={open}>
      <span>
        <strong translate="no">{item.author}</strong> <span className={classes.dim}>{t`on “${item.row || item.sheet}”`}</span>
        {!item.read && (
          <span className="mp-visually-hidden">
            <Trans>new</Trans>
          </span>
        )}
      </span>
      <span className={classes.text} dir="auto">
        {item.text.replace(/@\[([^\]\n]+)\]\(\d+\)/g, '@$1')}
      </span>
      <span className={classes.dim} translate="no">
        {[...item.path.slice(-1), item.sheet].join(' › ')}
      </span>
    </button>
  )
}

/** A plan has a page of its own; every other sheet is a register, which opens the row at its side. */
function addressOf(item: MentionAnswer): string {
  if (item.kind === 'plan') return `/projects/${item.node_id}/plan?row=${item.row_id}&panel=true`
  // As text: two numbers with a dot between would be read as one.
  return `/sheet/${item.sheet_id}?row=${encodeURIComponent(JSON.stringify(`${item.sheet_id}.${item.row_id}`))}&panel=true`
}
