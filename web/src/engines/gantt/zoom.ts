/** The zoom levels of the chart, from the closest to the widest, and which of them fits a span into a width. */
import type { Span } from './bars'

export const ZOOMS = ['hour', 'day', 'week', 'month', 'quarter', 'year'] as const
export type Zoom = (typeof ZOOMS)[number]

export interface ZoomLevel {
  readonly zoom: Zoom
  /** What one cell of the lower line of the scale is, and how wide it is drawn. */
  readonly unit: 'hour' | 'day' | 'week' | 'month' | 'quarter'
  readonly step: number
  readonly width: number
  /** The upper line. */
  readonly above: 'day' | 'week' | 'month' | 'quarter' | 'year'
  /** Pixels of a day, about. */
  readonly day: number
  /** A dragged edge snaps to so many minutes. */
  readonly snap: number
}

export const LEVELS: Readonly<Record<Zoom, ZoomLevel>> = {
  hour: { zoom: 'hour', unit: 'hour', step: 4, width: 40, above: 'day', day: 240, snap: 15 },
  day: { zoom: 'day', unit: 'day', step: 1, width: 36, above: 'month', day: 36, snap: 60 },
  week: { zoom: 'week', unit: 'week', step: 1, width: 84, above: 'month', day: 12, snap: 1440 },
  month: { zoom: 'month', unit: 'month', step: 1, width: 72, above: 'year', day: 2.4, snap: 1440 },
  quarter: { zoom: 'quarter', unit: 'quarter', step: 1, width: 92, above: 'year', day: 1, snap: 1440 },
  year: { zoom: 'year', unit: 'quarter', step: 1, width: 32, above: 'year', day: 0.35, snap: 1440 },
}

export function isZoom(value: unknown): value is Zoom {
  return (ZOOMS as readonly unknown[]).includes(value)
}

export function closer(zoom: Zoom): Zoom {
  return ZOOMS[Math.max(0, ZOOMS.indexOf(zoom) - 1)] as Zoom
}

export function wider(zoom: Zoom): Zoom {
  return ZOOMS[Math.min(ZOOMS.length - 1, ZOOMS.indexOf(zoom) + 1)] as Zoom
}

/** The closest level that shows the whole span within the width. */
export function fitting(span: Span | null, width: number): Zoom {
  if (!span) return 'week'
  const days = (span.to.getTime() - span.from.getTime()) / 86400000
  return ZOOMS.find((zoom) => zoom !== 'hour' && days * LEVELS[zoom].day <= width) ?? 'year'
}

/** How a plan is first shown: whole if bars are still bars then, else a window's width of it or three. */
export function opening(span: Span | null, width: number): Zoom {
  const days = span ? (span.to.getTime() - span.from.getTime()) / 86400000 : 60
  return (['day', 'week', 'month'] as const).find((zoom) => days * LEVELS[zoom].day <= 3 * width) ?? 'month'
}

/** Moves a moment to the nearest step of the level, counted from midnight of its day. */
export function snapped(date: Date, zoom: Zoom): Date {
  const step = LEVELS[zoom].snap
  const minutes = date.getHours() * 60 + date.getMinutes() + date.getSeconds() / 60
  return new Date(date.getFullYear(), date.getMonth(), date.getDate(), 0, Math.round(minutes / step) * step)
}
