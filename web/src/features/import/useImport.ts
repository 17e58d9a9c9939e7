/** The steps of an import: a file is chosen, sent, checked; then it waits for a place and a yes. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { checkImport, importPlan, upload, type ImportWish } from '~/client/imports'
import { queryClient } from '~/client/queries'

/** Files that people try and that the server cannot read: said at once, without sending them. */
export function refusal(name: string): 'mpp' | null {
  return /\.(mpp|mpt|mpx)$/i.test(name) ? 'mpp' : null
}

export function useImport() {
  const [file, setFile] = useState<File | null>(null)
  const check = useMutation({
    mutationFn: async (chosen: File) => {
      const sent = await upload(chosen)
      return checkImport(sent.id)
    },
  })
  const bring = useMutation({
    mutationFn: (wish: ImportWish) => importPlan(wish),
    onSuccess: ({ project_id }) => Promise.all([['nodes'], ['portfolio'], ['project', project_id], ['node', project_id]].map((queryKey) => queryClient.invalidateQueries({ queryKey }))),
  })
  const choose = (chosen: File) => {
    setFile(chosen)
    bring.reset()
    check.reset()
    if (!refusal(chosen.name)) check.mutate(chosen)
  }
  const again = () => {
    setFile(null)
    check.reset()
    bring.reset()
  }
  return { file, check, bring, choose, again }
}
