/** Widths of columns, remembered on this device. */
import { useCallback, useState } from 'react'

export function useColumnWidths(of: string) {
  const kept = `milepost.${of}.widths`
  const [widths, setWidths] = useState<Readonly<Record<string, number>>>(() => read(kept))
  const resize = useCallback((key: string, width: number) => {
    setWidths((now) => {
      const next = { ...now, [key]: width }
      localStorage.setItem(kept, JSON.stringify(next))
      return next
    })
  }, [kept])
  return { widths, resize }
}

function read(kept: string): Record<string, number> {
  try {
    const widths: unknown = JSON.parse(localStorage.getItem(kept) ?? '{}')
    return Object.fromEntries(Object.entries(widths as object).filter(([, width]) => typeof width === 'number' && width >= 44))
  } catch {
    return {}
  }
}
