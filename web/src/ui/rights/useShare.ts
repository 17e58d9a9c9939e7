/** Opens the panel of who can see a place, over whatever page stands: it is part of the address, so a link shows it too. */
import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'

export function useShare(): (nodeId: number | undefined) => void {
  const navigate = useNavigate()
  return useCallback((nodeId) => void navigate({ to: '.', search: (now: object) => ({ ...now, share: nodeId }), replace: nodeId === undefined } as never), [navigate])
}
