/** The one wrapper of dhtmlx-gantt: bars beside a grid that is not its own, scrolled in step with it. */
import 'dhtmlx-gantt/codebase/dhtmlxgantt.css'
import { useEffect, useImperativeHandle, useLayoutEffect, useRef, type Ref } from 'react'
import { Chart } from './chart'
import './gantt.css'
import type { GanttData, GanttEvents, GanttHandle, GanttLook, GanttWords } from './model'

interface GanttChartProps {
  label: string
  data: GanttData
  look: GanttLook
  words: GanttWords
  events: GanttEvents
  handle: Ref<GanttHandle>
}

export function GanttChart({ label, data, look, words, events, handle }: GanttChartProps) {
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<Chart | null>(null)
  const latest = useRef({ words, events })
  useLayoutEffect(() => {
    latest.current = { words, events }
  })
  useLayoutEffect(() => {
    const container = box.current as HTMLDivElement
    const made = new Chart(container, latest.current.words, () => latest.current.events)
    chart.current = made
    const watch = new ResizeObserver(() => made.resize())
    watch.observe(container)
    return () => {
      watch.disconnect()
      made.destroy()
      chart.current = null
    }
  }, [])
  // In the frame in which the grid shows the same rows, not in the one after it.
  useLayoutEffect(() => chart.current?.show(data, look, words), [data, look, words])
  useWheel(box, (event) => {
    if (event.ctrlKey || event.metaKey) latest.current.events.onWheelZoom(event.deltaY > 0 ? 1 : -1)
    else latest.current.events.onScroll(Math.max(0, (chart.current?.top() ?? 0) + event.deltaY))
  })
  useImperativeHandle(handle, () => ({
    scrollTo: (top) => chart.current?.scrollTo(top),
    reveal: (id) => chart.current?.reveal(id),
    width: () => chart.current?.width() ?? 0,
  }))
  return <div ref={box} className="mp-gantt" role="group" aria-label={label} />
}

/** The wheel scrolls grid and chart as one; with Ctrl it zooms the chart, one step for each notch. Sideways it is left to the chart. */
function useWheel(box: React.RefObject<HTMLDivElement | null>, onWheel: (event: WheelEvent) => void): void {
  const latest = useRef(onWheel)
  useEffect(() => {
    latest.current = onWheel
  })
  useEffect(() => {
    const element = box.current
    if (!element) return
    let zoomed = 0
    const listen = (event: WheelEvent) => {
      const zooms = event.ctrlKey || event.metaKey
      if (!zooms && (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY))) return
      event.preventDefault()
      event.stopPropagation()
      if (zooms && event.timeStamp - zoomed < 120) return
      if (zooms) zoomed = event.timeStamp
      latest.current(event)
    }
    element.addEventListener('wheel', listen, { passive: false, capture: true })
    return () => element.removeEventListener('wheel', listen, { capture: true })
  }, [box])
}
