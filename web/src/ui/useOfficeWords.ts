/** Our words as the office says them: those of the pack that holds at a place, else those that all packs agree on, else ours. */
import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { wordsQuery } from '~/client/methods'
import { useTold } from '~/ui/told'

export type OfficeWord = 'project' | 'programme' | 'portfolio' | 'phase' | 'gate' | 'sponsor' | 'client'

export function useOfficeWords(node: number | null): (word: OfficeWord, ours: string) => string {
  const told = useTold()
  const words = useQuery(wordsQuery(node))
  const said = words.data
  return useCallback((word, ours) => told(said?.[word]) || ours, [said, told])
}
