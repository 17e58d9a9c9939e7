/** Widths of columns, remembered on this device. */
import { useCallback, useState } from 'react'

const KEPT = 'milepost.plan.widths'

export function useColumnWidths() {
  const [widths, setWidths] = useState<Readonly<Record<string, number>>>(read)
  const resize = useCallback((key: string, width: number) => {
    setWidths((now) => {
      const next = { ...now, [key]: width }
      localStorage.setItem(KEPT, JSON.stringify(next))
      return next
    })
  }, [])
  return { widths, resize }
}

function read(): Record<string, number> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT) ?? '{}')
    return Object.fromEntries(Object.entries(kept as object).filter(([, width]) => typeof width === 'number' && width >= 44))
  } catch {
    return {}
  }
}
