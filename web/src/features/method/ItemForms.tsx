/** The usual changes of a draft as forms: artefacts, policies, procedures and gates. All else in the text stays as it is written. */
import { Button, SegmentedControl } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { changeItem, type Draft, type PackPage, type Part } from '~/client/methods'
import { SidePanel } from '~/ui/SidePanel'
import { useTold } from '~/ui/told'
import { useAct } from '~/ui/useAct'
import { ItemForm, type Item } from './ItemForm'
import classes from './Method.module.css'
import { useMethodWords } from './words'

const PARTS: readonly Part[] = ['artefacts', 'policies', 'procedures', 'gates']
const TOUCHED = [['packs'], ['pack']]

/** A text as it is written: plain, or by language. */
const told = (said: unknown): Record<string, string> => (typeof said === 'string' ? { en: said } : ((said ?? {}) as Record<string, string>))

export function ItemForms({ pack, draft }: { pack: PackPage; draft: Draft }) {
  const { t } = useLingui()
  const read = useTold()
  const words = useMethodWords()
  const [part, setPart] = useState<Part>('artefacts')
  const [open, setOpen] = useState<Item | 'new'>()
  const { act, busy } = useAct()
  const items = (draft.items[part] ?? []) as Item[]
  const save = async (key: string, values: Item | null) => {
    if (await act(() => changeItem(pack.key, part, key, values, draft.digest), TOUCHED)) setOpen(undefined)
  }
  return (
    <section className={classes.section}>
      <h2>
        <Trans>Change a part by a form</Trans>
      </h2>
      <div className={classes.buttons}>
        <SegmentedControl value={part} onChange={(next) => setPart(next as Part)} data={PARTS.map((one) => ({ value: one, label: words.part(one) }))} aria-label={t`Part of the pack`} />
        <Button variant="default" onClick={() => setOpen('new')}>
          <Trans>Add</Trans>
        </Button>
      </div>
      <ul className={classes.list} style={{ padding: 0 }} aria-label={words.part(part)}>
        {items.map((item) => {
          const name = read(told(item.title ?? item.say)) || String(item.key)
          return (
            <li key={String(item.key)} className={classes.item} style={{ padding: '6px 0', alignItems: 'center' }}>
              <span className={classes.main}>{name}</span>
              <Button size="compact-sm" variant="default" onClick={() => setOpen(item)} aria-label={t`Change ${name}`}>
                <Trans>Change</Trans>
              </Button>
            </li>
          )
        })}
      </ul>
      <SidePanel title={open === 'new' ? t`Add to the pack` : read(told(open?.title ?? open?.say))} opened={open !== undefined} onClose={() => setOpen(undefined)}>
        {open && <ItemForm key={`${part}.${open === 'new' ? '' : String(open.key)}`} part={part} item={open === 'new' ? undefined : open} pack={pack} draft={draft} busy={busy} save={(key, values) => void save(key, values)} />}
      </SidePanel>
    </section>
  )
}
