/** The place whose requests this device looked at last. */
const KEY = 'milepost.intake.place'

export function lastPlace(): number {
  const kept = Number(localStorage.getItem(KEY))
  return Number.isSafeInteger(kept) && kept > 0 ? kept : 0
}

export const keepPlace = (nodeId: number) => localStorage.setItem(KEY, String(nodeId))
export const forgetPlace = () => localStorage.removeItem(KEY)
