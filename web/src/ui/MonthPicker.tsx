/** A month of days to choose from, the week beginning as the reader's calendar does. */
import { ActionIcon } from '@mantine/core'
import { useLingui } from '@lingui/react/macro'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import classes from './MonthPicker.module.css'

interface MonthPickerProps {
  /** `2026-03-02`: the marked day; its month is shown. */
  day: string
  locale: string
  choose: (day: string) => void
}

const iso = (date: Date) => `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`

export function MonthPicker({ day, locale, choose }: MonthPickerProps) {
  const { t } = useLingui()
  const [turned, setTurned] = useState({ day, by: 0 })
  const by = turned.day === day ? turned.by : 0
  const [year, month] = day.split('-').map(Number) as [number, number]
  const first = new Date(year, month - 1 + by, 1)
  const start = new Date(first.getFullYear(), first.getMonth(), 1 - ((first.getDay() + 6) % 7))
  const days = Array.from({ length: 42 }, (_, at) => new Date(start.getFullYear(), start.getMonth(), start.getDate() + at))
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'narrow' })
  const spoken = new Intl.DateTimeFormat(locale, { dateStyle: 'full' })
  // The editor above keeps the caret: a press of the pointer here takes no focus.
  const stay = (event: React.PointerEvent) => event.preventDefault()
  return (
    <div className={classes.month}>
      <div className={classes.head}>
        <ActionIcon aria-label={t`The month before`} onPointerDown={stay} onClick={() => setTurned({ day, by: by - 1 })}>
          <IconChevronLeft size={16} />
        </ActionIcon>
        <span data-date>{new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric' }).format(first)}</span>
        <ActionIcon aria-label={t`The month after`} onPointerDown={stay} onClick={() => setTurned({ day, by: by + 1 })}>
          <IconChevronRight size={16} />
        </ActionIcon>
      </div>
      <div className={classes.days} data-date>
        {days.slice(0, 7).map((date) => (
          <span key={date.getDay()} aria-hidden="true">
            {weekday.format(date)}
          </span>
        ))}
        {days.map((date) => (
          <button
            key={iso(date)}
            type="button"
            tabIndex={-1}
            aria-label={spoken.format(date)}
            aria-pressed={iso(date) === day}
            data-other={date.getMonth() !== first.getMonth() || undefined}
            data-today={iso(date) === iso(new Date()) || undefined}
            onPointerDown={stay}
            onClick={() => choose(iso(date))}
          >
            {date.getDate()}
          </button>
        ))}
      </div>
    </div>
  )
}
