/** Which part of the list: by what asks, by when, by words. */
import { TextInput } from '@mantine/core'
import { useLingui } from '@lingui/react/macro'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { Expectation } from '~/client/expectations'
import { partOf } from './chosen'
import classes from './Home.module.css'
import { PARTS, WHENS, type HomeSearch } from './search'
import { usePartNames, useWhenNames } from './useWords'

interface FiltersProps {
  items: readonly Expectation[]
  search: HomeSearch
  change: (part: Partial<HomeSearch>) => void
}

export function Filters({ items, search, change }: FiltersProps) {
  const { t } = useLingui()
  const parts = usePartNames()
  const whens = useWhenNames()
  const count = <Key,>(of: (one: Expectation) => Key, key: Key) => items.filter((one) => of(one) === key).length
  return (
    <div className={classes.filters} role="search">
      <Words q={search.q ?? ''} change={change} />
      <div role="group" aria-label={t`When it is due`} className={classes.chips}>
        {WHENS.map((when) => (
          <Chip key={when} label={whens[when]} count={count((one) => one.when, when)} on={search.when === when} onClick={() => change({ when: search.when === when ? undefined : when })} />
        ))}
      </div>
      <div role="group" aria-label={t`What asks for it`} className={classes.chips}>
        {PARTS.map((part) => (
          <Chip key={part} label={parts[part]} count={count(partOf, part)} on={search.part === part} onClick={() => change({ part: search.part === part ? undefined : part })} />
        ))}
      </div>
    </div>
  )
}

/** One that chooses nothing is not offered, unless it is chosen. */
function Chip({ label, count, on, onClick }: { label: string; count: number; on: boolean; onClick: () => void }) {
  if (count === 0 && !on) return null
  return (
    <button type="button" className={classes.chip} aria-pressed={on} onClick={onClick}>
      {label} <span className={classes.count}>{count}</span>
    </button>
  )
}

function Words({ q, change }: { q: string; change: FiltersProps['change'] }) {
  const { t } = useLingui()
  const [typed, setTyped] = useState(q)
  useEffect(() => {
    const later = setTimeout(() => typed !== q && change({ q: typed || undefined }), 200)
    return () => clearTimeout(later)
  }, [typed, q, change])
  return (
    <TextInput
      className={classes.words}
      leftSection={<IconSearch size={16} />}
      aria-label={t`Search what is expected`}
      placeholder={t`Search what is expected`}
      data-page-filter
      maxLength={100}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  )
}
