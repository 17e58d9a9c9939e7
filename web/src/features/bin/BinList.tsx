/** The things in the bin, each with its way back. */
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconEye, IconFile, IconFolder, IconMessage, IconTable, IconTableRow } from '@tabler/icons-react'
import { useState } from 'react'
import { restore, type BinItem, type Sort } from '~/client/bin'
import { isApiError } from '~/client/errors'
import { queryClient } from '~/client/queries'
import { useErrorText } from '~/ui/errorText'
import { useNodeKind } from '~/ui/nodeKind'
import classes from './BinPage.module.css'
import { useSortName } from './useSortName'

const ICONS: Record<Sort, typeof IconFile> = { node: IconFolder, sheet: IconTable, row: IconTableRow, comment: IconMessage, file: IconFile, view: IconEye }

export function BinList({ items }: { items: readonly BinItem[] }) {
  const { t } = useLingui()
  return (
    <ul className={classes.list} aria-label={t`What is in the bin`}>
      {items.map((item) => (
        <Item key={`${item.what}-${item.sheet_id ?? ''}-${item.id}`} item={item} />
      ))}
    </ul>
  )
}

function Item({ item }: { item: BinItem }) {
  const { t, i18n } = useLingui()
  const sortName = useSortName()
  const nodeName = useNodeKind()
  const errorText = useErrorText()
  const [working, setWorking] = useState(false)
  /** What it lies in, where that is in the bin too. */
  const [above, setAbove] = useState<string | null>(null)
  const Icon = ICONS[item.what]
  const name = shortened(item.name) || t`Without a name`
  const bring = async (withAbove: boolean) => {
    setWorking(true)
    try {
      await restore(item, withAbove)
      notifications.show({ message: t`${name} is back where it was.`, color: 'gray', withBorder: true })
      await queryClient.invalidateQueries()
    } catch (error) {
      if (isApiError(error, 409) && error.problem.code === 'bin.above_in_bin') setAbove(String(error.problem.data.name))
      else notifications.show({ message: errorText(error), color: 'red', withBorder: true })
    }
    setWorking(false)
  }
  const when = new Intl.DateTimeFormat(i18n.locale === 'de' ? 'de' : 'en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(item.deleted_at))
  return (
    <li className={classes.item}>
      <Icon size={20} stroke={1.5} aria-hidden="true" className={classes.icon} />
      <div className={classes.what}>
        <strong dir="auto" translate="no">
          {name}
        </strong>
        <span className={classes.dim}>{item.what === 'node' ? nodeName(item.kind) : sortName(item.what)}</span>
        <p className={classes.dim} translate="no">
          {item.within.join(' › ')}
        </p>
        <p className={classes.dim}>{item.by ? t`Deleted by ${item.by}, ${when}` : t`Deleted ${when}`}</p>
        {above !== null && (
          <div className={classes.above} role="alert">
            <span>
              <Trans>“{above}”, where it belongs, is in the bin too.</Trans>
            </span>
            <Button size="xs" loading={working} onClick={() => void bring(true)}>
              <Trans>Restore that as well</Trans>
            </Button>
          </div>
        )}
      </div>
      {above === null && (
        <Button size="xs" variant="default" loading={working} onClick={() => void bring(false)} aria-label={t`Restore ${name}`}>
          <Trans>Restore</Trans>
        </Button>
      )}
    </li>
  )
}

function shortened(name: string): string {
  const plain = name.replace(/@\[([^\]\n]+)\]\(\d+\)/g, '@$1').trim()
  return plain.length > 120 ? `${plain.slice(0, 119)}…` : plain
}
