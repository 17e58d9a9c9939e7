/** A list on its way in: chosen, sent, checked (again with every correction), imported, done. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { checkList, importList, sendList, undoList, type ColumnWish, type ListOptions, type ListProgress, type ListReport, type What } from '~/client/lists'
import { queryClient } from '~/client/queries'

export interface Destination {
  kind: string
  parent: number | null
  sheet: number | null
}

interface Check {
  list: File | string | null
  upload: number | null
  destination: Destination
  options: ListOptions
}

const CHANGED = [['nodes'], ['portfolio'], ['registers'], ['kinds'], ['register']]

/** Reads again what an import changes, and `more`. */
export function readAgain(...more: string[][]): Promise<unknown> {
  return Promise.all([...CHANGED, ...more].map((queryKey) => queryClient.invalidateQueries({ queryKey })))
}

export function useList(start: Destination) {
  const [destination, setDestination] = useState(start)
  const [list, setList] = useState<File | string | null>(null)
  const [options, setOptions] = useState<ListOptions>({})
  const [report, setReport] = useState<ListReport | null>(null)
  const [progress, setProgress] = useState<ListProgress | null>(null)
  const check = useMutation({ mutationFn: dryRun, onSuccess: setReport })
  const bring = useMutation({
    mutationFn: ({ checked, what }: { checked: ListReport; what: What }) => importList(checked, what, setProgress),
    onSuccess: () => readAgain(),
  })
  const undo = useMutation({
    mutationFn: undoList,
    onSuccess: (undone) => {
      setProgress(undone)
      return readAgain()
    },
  })
  const ready = (to: Destination) => to.sheet !== null || to.parent !== null
  const look = (chosen: File | string, to: Destination, wish: ListOptions, upload: number | null) => {
    if (ready(to)) check.mutate({ list: chosen, upload, destination: to, options: wish })
  }
  return {
    ...{ destination, list, options, report, progress, check, bring, undo },
    choose: (chosen: File | string) => {
      setList(chosen)
      setReport(null)
      setOptions({})
      look(chosen, destination, {}, null)
    },
    aim: (to: Destination) => {
      setDestination(to)
      // Columns are those of the kind: another kind begins with new guesses.
      const wish = to.kind === destination.kind ? options : {}
      setOptions(wish)
      if (list !== null) look(list, to, wish, report?.upload_id ?? null)
    },
    correct: (change: Partial<ListOptions>) => {
      const wish = { ...options, ...change }
      setOptions(wish)
      if (list !== null) look(list, destination, wish, report?.upload_id ?? null)
    },
    again: () => {
      setList(null)
      setReport(null)
      setProgress(null)
      setOptions({})
      check.reset()
      bring.reset()
    },
  }
}

export type ListState = ReturnType<typeof useList>

/** The wishes with one column corrected. */
export function withColumn(options: ListOptions, index: number, change: ColumnWish): Partial<ListOptions> {
  const before = options.columns?.[String(index)] ?? {}
  return { columns: { ...options.columns, [String(index)]: { ...before, ...change } } }
}

async function dryRun({ list, upload, destination, options }: Check): Promise<ListReport> {
  const uploadId = upload ?? (await sendList(list ?? ''))
  return checkList({ upload_id: uploadId, node_id: destination.sheet === null ? destination.parent : null, sheet_id: destination.sheet, kind: destination.kind, options } as Parameters<typeof checkList>[0])
}
