/** What roles, phases and anything else of a pack is called, by its key. */
import { useCallback } from 'react'
import type { Says } from '~/client/methods'
import { useTold } from '~/ui/told'

export function useRoleName(says: Says): (key: string) => string {
  const told = useTold()
  return useCallback((key) => told(says.roles.find((role) => role.key === key)?.title) || key, [says, told])
}

export function usePhaseName(says: Says): (key: string) => string {
  const told = useTold()
  return useCallback((key) => told(says.phases.find((phase) => phase.key === key)?.title) || key, [says, told])
}

/** The name of an artefact, gate or policy. */
export function useThingName(says: Says): (key: string) => string {
  const told = useTold()
  return useCallback(
    (key) => {
      const named = [...says.artefacts, ...says.gates].find((one) => one.key === key)
      return told(named?.title ?? says.policies.find((one) => one.key === key)?.say) || key
    },
    [says, told],
  )
}
