/** The one wrapper of dhtmlx-gantt: bars beside a grid that is not its own, scrolled in step with it. */
import 'dhtmlx-gantt/codebase/dhtmlxgantt.css'
import { useEffect, useImperativeHandle, useRef, type Ref } from 'react'
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
  useEffect(() => {
    latest.current = { words, events }
  })
  useEffect(() => {
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
  useEffect(() => chart.current?.show(data, look, words), [data, look, words])
  useWheelZoom(box, (step) => latest.current.events.onWheelZoom(step))
  useImperativeHandle(handle, () => ({
    scrollTo: (top) => chart.current?.scrollTo(top),
    reveal: (id) => chart.current?.reveal(id),
    width: () => chart.current?.width() ?? 0,
  }))
  return <div ref={box} className="mp-gantt" role="group" aria-label={label} />
}

/** Ctrl and the wheel zoom the chart, not the page; one step for each notch. */
function useWheelZoom(box: React.RefObject<HTMLDivElement | null>, onZoom: (step: 1 | -1) => void): void {
  const latest = useRef(onZoom)
  useEffect(() => {
    latest.current = onZoom
  })
  useEffect(() => {
    const element = box.current
    if (!element) return
    let waiting = 0
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      event.stopPropagation()
      if (event.timeStamp - waiting < 120) return
      waiting = event.timeStamp
      latest.current(event.deltaY > 0 ? 1 : -1)
    }
    element.addEventListener('wheel', onWheel, { passive: false, capture: true })
    return () => element.removeEventListener('wheel', onWheel, { capture: true })
  }, [box])
}
