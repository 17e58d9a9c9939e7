/** The list in its groups; a card each on a narrow screen, the button under the thumb. */
import { Button } from '@mantine/core'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Expectation } from '~/client/expectations'
import { useFormat } from '~/lib/useFormat'
import type { Group } from './chosen'
import { DoButton, useGo } from './DoButton'
import classes from './Home.module.css'
import { useDue, useKindNames, useTitle, useWhenNames, useWhy } from './useWords'

const AT_FIRST = 60

interface ItemsProps {
  groups: readonly Group[]
  today: string
  open: string | undefined
  onOpen: (id: string) => void
}

export function Items({ groups, ...rest }: ItemsProps) {
  return groups.map((group) => <Section key={group.when} group={group} {...rest} />)
}

function Section({ group, today, open, onOpen }: { group: Group } & Omit<ItemsProps, 'groups'>) {
  const names = useWhenNames()
  const [all, setAll] = useState(false)
  const shown = all ? group.items : group.items.slice(0, AT_FIRST)
  const left = group.items.length - shown.length
  return (
    <section className={classes.section} aria-label={names[group.when]}>
      <h2 data-when={group.when}>
        {names[group.when]} <span className={classes.count}>{group.items.length}</span>
      </h2>
      <ul className={classes.list}>
        {shown.map((one) => (
          <Item key={one.id} one={one} today={today} open={one.id === open} onOpen={onOpen} />
        ))}
      </ul>
      {left > 0 && (
        <Button variant="default" className={classes.all} onClick={() => setAll(true)}>
          <Plural value={left} one="Show one more" other="Show # more" />
        </Button>
      )}
    </section>
  )
}

function Item({ one, today, open, onOpen }: { one: Expectation; today: string; open: boolean; onOpen: (id: string) => void }) {
  const { t } = useLingui()
  const kinds = useKindNames()
  const title = useTitle()(one)
  const why = useWhy()(one)
  const format = useFormat()
  const due = useDue()(one, today)
  return (
    <li className={classes.item} data-open={open || undefined}>
      <span className={classes.kind}>{kinds[one.kind]}</span>
      <div className={classes.main}>
        <a href={one.does} className={classes.title} dir="auto" translate="no" onClick={useGo(one)}>
          {title}
        </a>
        {Boolean(one.data['not_begun']) && (
          <span className={classes.late}>
            <Trans>should have begun</Trans>
          </span>
        )}
        <span className={classes.place} translate="no">
          {one.path.slice(-2).join(' › ')}
        </span>
        <button type="button" className={classes.why} onClick={() => onOpen(one.id)} aria-expanded={open} aria-label={t`Why: ${why}`} dir="auto">
          {why}
        </button>
      </div>
      <span className={classes.due} data-when={one.when}>
        {one.due && (
          <time dateTime={one.due} title={format.moment(one.due)}>
            {due}
          </time>
        )}
      </span>
      <DoButton one={one} title={title} />
    </li>
  )
}
